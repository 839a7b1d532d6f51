import { isCompensation, wordsOfName } from './name-words';

/** What has a name that a person chose, such as a state. */
interface Named {
  readonly name: string;
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that say how something is called, or where it stands in a row: `Invoke ValidateOrder`, `2. CheckStockFunction`. */
const fillers = listOf('call fn function invoke lambda state step task to');

/** Whether a word of a name says nothing about what is done. */
export const isFiller = (word: string): boolean => fillers.has(word) || /^\d/.test(word);

/** The words of a name without those: a verb first, as a rule. */
export const actionWordsOf = ({ name }: Named): readonly string[] =>
  wordsOfName(name).filter((word) => !isFiller(word));

const reading = listOf(
  `aggregate analyse analyze assess calculate can check choose classify collect combine compare compute count decide
  decode decompose describe detect determine discover draft enrich estimate evaluate examine extract fetch filter find
  format get has identify inspect is list look lookup measure monitor normalise normalize parse ping plan poll predict
  preprocess query rank read research retrieve scan score search select should sort split standardise standardize
  summarise summarize validate verify wait`,
);

/** What a name ends with whose owner only reads: `PreValidation`, `CostCheck`, `InputParser`. */
const readers = listOf(
  `aggregation aggregator analyser analysis analyzer calculation calculator check checker checks classification
  classifier collector comparison detection detector enrichment estimation estimator evaluation evaluator extraction
  extractor fetcher finder lookup normalization parser parsing planner preprocessing preprocessor reader retrieval
  retriever scorer scoring splitter standardization validation validator verification verifier`,
);

/** What has an effect, whatever it is done to, and is no noun as `order` is: `Store validation`, `Delete notification`. */
const doing = listOf(
  `add append apply archive buy cancel close copy create delete deliver deploy deposit disable enable finish import
  insert launch mark merge move open pay persist place print provision put register remove replace reserve reset save
  schedule set start stop store submit sync trigger update upload write`,
);

/** What is not only looked for when it is collected. */
const money = listOf('cash fee fees money payment payments tax taxes');

/** What changes something that somebody may have to take back, and can, whatever it is done to. */
const changing = listOf(
  `acquire add allocate apply assign attach book buy capture charge copy create credit debit decrement deduct
  deploy deposit disable enable enroll enrol hire increment insert install issue launch lock migrate mint modify move
  onboard open order pay persist place post promote provision purchase put refund register rename rent replace
  reserve reset save schedule sell ship store subscribe suspend transfer update upload upsert withdraw write`,
);

/** What a name ends with, or is about, whose owner changes something: `PaymentProcessing`, `Seat reservation`. */
const changes = listOf(
  'booking charge charging creation deployment fulfillment insertion payment payments provisioning purchase reservation shipment shipping',
);

const asking = listOf('ask call invoke prompt run');
const models = listOf('bedrock claude gpt llm model nova');

/**
 * Whether a state is called what only reads or reckons, or asks a model: `Get order`, `isValid`, `getuserlist`; not
 * `Check out`, `Find or create user`.
 */
export function isCalledReader({ name }: Named): boolean {
  return clausesOf(wordsOfName(name)).every(isReading) || isRunTogether(name);
}

/** Whether a state is called what changes something outside: `Charge card`, `ProcessPayment`, `Find or create user`. */
export const isCalledChange = (named: Named): boolean =>
  !isCalledReader(named) && clausesOf(wordsOfName(named.name)).some(isChanging);

const paying = listOf('charge debit deposit pay withdraw');
const handling = listOf('capture collect execute make process submit take transfer');
const funds = listOf('card cash fee fees funds money payment payments');

/** Whether a state is called what takes or sends money: `Charge card`, `ProcessPayment`; not `Process payment result`. */
export const isCalledPayment = (named: Named): boolean =>
  !isCalledFailure(named) && clausesOf(wordsOfName(named.name)).some(isPaying);

function isPaying(words: readonly string[]): boolean {
  const [first = '', ...others] = meaningful(words);
  return paying.has(first) || (handling.has(first) && funds.has(others.at(-1) ?? ''));
}

function isChanging(words: readonly string[]): boolean {
  const [first = '', ...others] = meaningful(words);
  return changing.has(first) || changes.has(first) || others.some((word) => changes.has(word));
}

/** `Validate and charge` does two things. */
function clausesOf(words: readonly string[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const word of words) {
    if (['and', 'or', 'then'].includes(word)) clauses.push([]);
    else clauses.at(-1)!.push(word);
  }
  return clauses;
}

function isReading(words: readonly string[]): boolean {
  if (asking.has(words[0] ?? '') && words.some((word) => models.has(word))) return true;
  const [first = '', ...others] = meaningful(words);
  if (first === 'check' && (others[0] === 'in' || others[0] === 'out')) return false;
  if (first === 'collect' && others.some((word) => money.has(word))) return false;
  return (reading.has(first) || readers.has(others.at(-1) ?? first)) && !doing.has(first);
}

const runTogether =
  /^(check|describe|fetch|find|get|list|lookup|parse|query|retrieve|validate|verify)(?!ing|out)[a-z]{4,}/;

/** Without capitals only the first word can be told apart: `validateorder`, `getimageMetadata`; not `checkout`. */
const isRunTogether = (name: string): boolean => runTogether.test(name);

const telling = listOf('alert announce broadcast congratulate email emit inform notify remind tell warn');
const sending = listOf('post publish push send');
/** What a name ends with whose owner tells somebody: `CustomerNotification`, `Order email`. */
const messages = listOf(
  'discord email emails mail mails notification notifications notifier reminder reminders slack sms teams telegram',
);
/** What makes a message that another state sends: `Agent 4: Generate Email`. */
const making = listOf('build compile compose format draft generate generator make prepare render template templates');
/** What is told when it is sent: `Send approval request`. */
const sent = new Set([...messages, ...listOf('alert alerts approval confirmation digest notice')]);
/** Whom a message is for that is called nothing else: `Send message to public channel`; not `Send message to queue`. */
const audience = listOf(
  `admin admins channel channels chat client clients customer customers manager managers owner owners subscriber subscribers
  team teams user users`,
);
/** What is told when it is reported: `Report: job finished`. */
const news = listOf(
  'complete completed completion error failed failure finished progress result results started status success',
);

/** Whether a state is called what only tells somebody: `Notify customer`, `Send approval email`, `Report failure`. */
export function isCalledMessage({ name }: Named): boolean {
  const [first = '', ...others] = meaningful(wordsOfName(withoutHeading(name)));
  if (telling.has(first)) return true;
  if (sending.has(first))
    return (
      others.some((word) => sent.has(word)) || (others[0] === 'message' && others.some((word) => audience.has(word)))
    );
  if (first === 'report') return others.some((word) => news.has(word));
  const isMadeOrRead = reading.has(first) || [first, ...others].some((word) => making.has(word));
  return messages.has(others.at(-1) ?? first) && !doing.has(first) && !isMadeOrRead;
}

/** What stands before a dash says when or for what: `Finish - Notify customer`. */
const withoutHeading = (name: string): string => name.slice(name.lastIndexOf(' - ') + 1);

const deciding = /approv|confirm|consent|decision|feedback|review/;

/** Whether a state is called what a person decides: `Request approval`, `HumanReview`. */
export const isCalledDecision = ({ name }: Named): boolean => wordsOfName(name).some((word) => deciding.test(word));

const cleaning = listOf('cleanup delete deprovision destroy dispose drop purge remove teardown terminate unlock');

/** Whether a state is called what clears away what there was: `Delete staging`, `CleanupTask`, `Tear down`. */
function isCalledCleanup({ name }: Named): boolean {
  const [first = '', second = ''] = meaningful(wordsOfName(name));
  return cleaning.has(first) || cleaning.has(first + second);
}

/** Whether a state is called what undoes or clears away what has been done: `Delete user` may undo as `Refund` does. */
export const isCalledUndoing = (named: Named): boolean => isCompensation(named) || isCalledCleanup(named);

const failing = /^(errors?|exceptions?|fail(ed|s|ure|ures)?)$/;

/** Whether a state is called what is about a failure: `Mark failed`, `ErrorHandler`. */
export const isCalledFailure = ({ name }: Named): boolean => wordsOfName(name).some((word) => failing.test(word));

function meaningful(words: readonly string[]): readonly string[] {
  const means = (word: string): boolean => !isFiller(word);
  return words.slice(words.findIndex(means), words.findLastIndex(means) + 1);
}
