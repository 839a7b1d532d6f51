import { nearest } from '../../expressions';
import { actionWordsOf } from '../texts/action-names';
import { wordsOfName } from '../texts/name-words';

/** What a place is called for the result in it, beside what the result is of. */
const result = /^(results?|response|output|reply|answer)$/;
/** What somebody has found out: such a place is one for a result, whatever else its name says. */
const finding =
  /^(results?|response|output|reply|answer|outcome|decision|approval|verdict|validation|verification|evaluation|review|assessment)$/;

/** The least letters that two words must have in common to be of one stem: `validate`, `validation`. */
const leastStem = 5;
const leastLength = 4;

/**
 * Whether two names are probably meant to be one: written with other letters or a typing mistake, `$.prices` for `$.price`, or
 * with a word for a result more, `$.validation` for `$.validationResult`.
 */
export function areMeantAsOne(name: string, other: string): boolean {
  if (name === other || digitsOf(name) !== digitsOf(other)) return false;
  if (isWithWordForResult(name, other) || isWithWordForResult(other, name)) return true;
  const [one, two] = [withoutResultWords(name), withoutResultWords(other)];
  if (Math.min(one.length, two.length) < leastLength) return false;
  return nearest(one, [two], one.length < 8 ? 1 : 2) !== undefined;
}

/** Whether the second name is the first one with a word for a result more, be the first one short or such a word itself: `answerResult`. */
function isWithWordForResult(name: string, other: string): boolean {
  const [words, longer] = [wordsOfName(name), wordsOfName(other)];
  return (
    longer.length === words.length + 1 &&
    words.every((word, at) => word === longer[at]) &&
    result.test(longer.at(-1)!) &&
    name.length >= leastNamed
  );
}

const leastNamed = 3;
const leastMisspelt = 5;

/**
 * Whether two names differ by case alone, or by a letter left out, doubled or swapped inside: `$.payment` and `$.paymnt`. Another
 * letter or another ending makes another word: `$.payer` and `$.payee`, `$.update` and `$.updated`.
 */
export function isMisspelt(name: string, other: string): boolean {
  if (name === other || digitsOf(name) !== digitsOf(other)) return false;
  const [one, two] = [name.toLowerCase(), other.toLowerCase()];
  if (one === two) return true;
  if (Math.min(one.length, two.length) < leastMisspelt || !two.startsWith(one.charAt(0)) || one.at(-1) !== two.at(-1))
    return false;
  return (one.length !== two.length || lettersOf(one) === lettersOf(two)) && nearest(one, [two], 1) !== undefined;
}

const lettersOf = (word: string): string => Array.from(word).sort().join('');

/** Whether a name is that of a result, and of nothing that an input may have as well: `checkResults`. */
export const saysResult = (name: string): boolean => wordsOfName(name).some((word) => result.test(word));

/** Whether a name is that of what somebody finds out: `validationResult`, `approval`. */
export const saysFinding = (name: string): boolean => wordsOfName(name).some((word) => finding.test(word));

/**
 * What the words of a name begin with, those of some length: a name of what somebody finds out, `validationResult`, and that
 * of the state that does so, "Validate order", have one in common.
 */
export const stemsOf = (name: string): ReadonlySet<string> =>
  new Set(wordsOfName(name).flatMap((word) => (word.length >= leastStem ? [word.slice(0, leastStem)] : [])));

const getting = /^(calculate|compute|describe|estimate|fetch|find|get|lookup|query|retrieve|search)$/;
const making = /^(create|launch|open|start|submit)$/;

/**
 * Whether the state of a name gets or reckons what the place is called after, and does nothing else: "Get customer profile" and `$.profile`,
 * but neither "Send order" nor "Validate order" and `$.order`.
 */
export function isGotBy(place: string, state: string): boolean {
  const [first = '', ...got] = actionWordsOf({ name: state });
  return getting.test(first) && areAmong(ownWordsOf(place), [first, ...got]);
}

/** Whether the state of a name makes what the place is called after, and so gives its id: "Start job" and `$.job`. */
export function isMadeBy(place: string, state: string): boolean {
  const [first = '', ...made] = actionWordsOf({ name: state });
  return making.test(first) && areAmong(ownWordsOf(place), made);
}

/** Whether a member of what is made is given by whoever makes it: `id`, `JobRunId`, `executionArn`. */
export const isIdentity = (member: string): boolean => /^(id|arn)$/.test(wordsOfName(member).at(-1) ?? '');

const areAmong = (words: readonly string[], others: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => others.some((one) => isSameNoun(word, one)));

/** What makes a noun of a verb: `booking`, `shipment`, `reservation`, `translation`. */
const endings = ['ing', 'ment', 'ation', 'ion'];
const leastVerb = 3;

/** Whether a place is called after what the state of a name does, and not by a word in it: "Reserve seat" and `$.reservation`. */
export function isDoneBy(place: string, state: string): boolean {
  const [verb = ''] = actionWordsOf({ name: state });
  const [noun, ...others] = ownWordsOf(place);
  if (others.length || verb.length < leastVerb) return false;
  return endings.some((ending) => noun === verb.replace(/e$/, '') + ending || noun === verb + ending);
}

const isSameNoun = (one: string, other: string): boolean => one === other || `${one}s` === other || one === `${other}s`;

const digitsOf = (name: string): string => name.replace(/\D/g, '');

const ownWordsOf = (name: string): readonly string[] => wordsOfName(name).filter((word) => !result.test(word));

const withoutResultWords = (name: string): string => ownWordsOf(name).join('');
