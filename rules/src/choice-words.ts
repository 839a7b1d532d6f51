import {
  FailState,
  valueTypes,
  type ChoiceRule,
  type ChoiceState,
  type ChoiceTest,
  type ClosedByKinds,
  type KnownKinds,
  type KnownRead,
  type Range,
  type Reason,
} from '@stepproof/asl';
import { withArticle } from './type-words';

/** The name that says what a rule or a condition inside it tests: the place of a finding about all of it. */
export function markOf(test: ChoiceTest): Range {
  const names = ['Condition', 'And', 'Or', 'Not', 'Variable'];
  const field = names.map((name) => test.field(name)).find((found) => found !== undefined);
  return field?.key.range ?? test.range;
}

/** Rules as their state counts them, from 1: `rule 2`, `rules 1 and 3`. */
export function ruleNumbers({ choices }: ChoiceState, rules: readonly ChoiceRule[]): string {
  const numbers = rules.map((rule) => String(choices.indexOf(rule) + 1));
  return `${numbers.length > 1 ? 'rules' : 'rule'} ${listed(numbers)}`;
}

/** Whether the condition itself is written as true or false, which needs no evidence. */
export const isWrittenOut = (because: readonly Reason[]): boolean =>
  because.every(({ text }) => text === 'true' || text === 'false');

const outcomes = { true: 'true', false: 'false', fails: 'without a value' } as const;
const longest = 100;

/** How tests come out: `$.a NumericLessThan 5 is true and $.a IsNull true is true`. */
export function outcomesOf(because: readonly Reason[]): string {
  const texts = because.map(({ text, outcome }) => `${shortened(text)} is ${outcomes[outcome]}`);
  const different = [...new Set(texts)];
  return listed(different.length > 4 ? [...different.slice(0, 3), 'others are so, too'] : different);
}

/** What paths lead to: `"$.status" is always "OK"`. */
export const valuesText = (reads: readonly KnownRead[]): string =>
  listed(
    reads
      .slice(0, 3)
      .map(({ path, leadsTo, by }) => `"${path}" is ${leadsToText(leadsTo)}${by === undefined ? '' : ` by ${by}`}`),
  );

function leadsToText(leadsTo: KnownRead['leadsTo']): string {
  if (typeof leadsTo === 'string') return leadsTo === 'there' ? 'always there' : 'never there';
  const values = leadsTo.slice(0, 5).map((value) => shortened(JSON.stringify(value)));
  if (values.length < 2) return `always ${values.join('')}`;
  return `${values.join(' or ')}${leadsTo.length > values.length ? ' or the like' : ''}`;
}

/** What kinds of values paths lead to: `"$.count" is always a number of 0 or more by the Parameters of "Count"`. */
export const kindsText = (known: readonly KnownKinds[]): string => listed(known.slice(0, 3).map(kindText));

function kindText({ path, types, isCount, mayBeMissing, tested, from }: KnownKinds): string {
  const shown = listed(tested.slice(0, 3).map(({ text, holds }) => `${shortened(text)} is ${String(holds)}`));
  // What may be of any type is only known by what was tested.
  if (types.length === valueTypes.length)
    return shown ? `a Choice before has shown of "${path}" that ${shown}` : `"${path}" always has a value`;
  const words = types.map((type) => (type === 'number' && isCount ? 'a whole number of 0 or more' : withArticle(type)));
  const kinds = !types.length
    ? 'never there'
    : `${mayBeMissing ? '' : 'always '}${words.join(' or ')}${mayBeMissing ? ' where it is there' : ''}`;
  const by = from === undefined ? '' : ` by ${from}`;
  return `"${path}" is ${kinds}${by}${shown && `, of which a Choice before has shown that ${shown}`}`;
}

/** Whether a name stands for a Fail state: it is there for what nobody expects, however sure it is. */
export const isFailure = ({ parent }: ChoiceState, target: unknown): boolean =>
  typeof target === 'string' && parent.state(target) instanceof FailState;

/** Whether the rule is there to fail where a value is not of its kind, which is good practice though it always is. */
export const isTypeGuard = ({ choice, rule, because }: ClosedByKinds): boolean =>
  isFailure(choice, rule?.field('Next')?.json) && because.every(({ tested }) => !tested.length);

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
