import fc from 'fast-check';
import {
  compareChoice,
  evaluatePath,
  parseJsonPath,
  parseStateMachine,
  parseText,
  type ChoiceState,
  type Json,
  type PathRoots,
} from '../../../src';
import { missing, reference, type FreeSymbol, type SymbolicRoots } from '../../../src/analysis/solver';

export const input: FreeSymbol = { id: 'input' };
export const roots: SymbolicRoots = {
  input: reference(input),
  context: reference({ id: 'context' }),
  variable: () => missing,
};

/** A Choice state with these rules. */
export function choiceOf(rules: readonly object[], more: object = {}): ChoiceState {
  const choices = rules.map((rule) => ({ ...rule, Next: 'End' }));
  const definition = {
    StartAt: 'Route',
    States: { Route: { Type: 'Choice', Choices: choices, ...more }, End: { Type: 'Succeed' } },
  };
  return parseStateMachine(parseText(JSON.stringify(definition), 'json').root!).state('Route') as ChoiceState;
}

export type Rule = Readonly<Record<string, unknown>>;

/** What a rule does with an input, straight from the specification; undefined where the execution fails. */
export function evaluated(rule: Rule, data: Json): boolean | undefined {
  if (rule.And) return series(rule.And as Rule[], data, true);
  if (rule.Or) return series(rule.Or as Rule[], data, false);
  if (rule.Not) {
    const inner = evaluated(rule.Not as Rule, data);
    return inner === undefined ? undefined : !inner;
  }
  const operator = Object.keys(rule).find((key) => key !== 'Variable' && key !== 'Next')!;
  const value = valueAt(rule.Variable as string, data);
  const operand = operator.endsWith('Path') ? valueAt(rule[operator] as string, data) : (rule[operator] as Json);
  if (operand === undefined || (value === undefined && operator !== 'IsPresent')) return undefined;
  return compareChoice(operator, value, operand);
}

function series(rules: readonly Rule[], data: Json, through: boolean): boolean | undefined {
  for (const rule of rules) {
    const result = evaluated(rule, data);
    if (result !== through) return result;
  }
  return through;
}

function valueAt(text: string, data: Json): Json | undefined {
  const pathRoots: PathRoots = { input: data, context: {}, variable: () => undefined };
  const result = evaluatePath(parseJsonPath(text).value!, pathRoots);
  return result.found ? result.value : undefined;
}

const paths = ['$.a', '$.b', '$.a.c', '$.l[0]', '$.l[1]', '$'];
const texts = [
  '',
  'a',
  'ab',
  'b',
  'x*',
  '2024-01-01T00:00:00Z',
  '2024-01-01T01:00:00+01:00',
  '2024-06-01T00:00:00.5Z',
  '\u{1f600}',
];
const patterns = ['*', 'a*', '*b', 'a*b', '*a*', 'ab', 'x\\*', '', '2024-*', '*Z'];
const numbers = [0, 1, 2, -1, 1.5, 1e300, 5e-324];
const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const stamps = texts.filter((text) => text.startsWith('2024'));
const operand = { String: texts, Numeric: numbers, Timestamp: stamps } as const;

const path = fc.constantFrom(...paths);
const typed = fc
  .constantFrom('String' as const, 'Numeric' as const, 'Timestamp' as const)
  .chain((type) =>
    fc.tuple(path, fc.constantFrom(...orders.map((order) => type + order)), fc.constantFrom<Json>(...operand[type])),
  );
const other = fc.oneof(
  fc.tuple(path, fc.constant('StringMatches'), fc.constantFrom<Json>(...patterns)),
  fc.tuple(path, fc.constant('BooleanEquals'), fc.boolean()),
  fc.tuple(
    path,
    fc.constantFrom('IsPresent', 'IsNull', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'),
    fc.boolean(),
  ),
);
const byPath = fc.tuple(
  path,
  fc.constantFrom(
    ...['String', 'Numeric', 'Timestamp'].flatMap((type) => orders.map((order) => `${type}${order}Path`)),
    'BooleanEqualsPath',
  ),
  path,
);

const comparison = fc
  .oneof({ weight: 4, arbitrary: typed }, { weight: 3, arbitrary: other }, { weight: 1, arbitrary: byPath })
  .map(([variable, operator, value]): Rule => ({ Variable: variable, [operator]: value }));

/** Rules with And, Or and Not over a few places and literals, so that they often contradict each other. */
export const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    { weight: 3, arbitrary: comparison },
    { weight: 2, arbitrary: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((And): Rule => ({ And })) },
    { weight: 1, arbitrary: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((Or): Rule => ({ Or })) },
    { weight: 1, arbitrary: tie('rule').map((Not): Rule => ({ Not })) },
  ),
})).rule;

const scalar = fc.constantFrom<Json>(...texts, 'aXb', 'c', 'x', ...numbers, 3, true, false, null);
const place = fc.oneof(scalar, scalar, fc.record({ c: scalar }), fc.constantFrom<Json>({}, []));

/** Inputs near the literals of the rules. */
export const inputs: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      { a: place, b: place, l: fc.oneof(fc.array(place, { maxLength: 2 }), place) },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: place },
);
