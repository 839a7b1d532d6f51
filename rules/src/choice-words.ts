import type { ChoiceRule, ChoiceState, ChoiceTest, KnownRead, Range, Reason } from '@stepproof/asl';

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

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
