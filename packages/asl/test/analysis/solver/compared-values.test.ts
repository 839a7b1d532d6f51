import {
  choiceInput,
  contradictionsIn,
  exhaustivenessOf,
  leftToDefault,
  shadowedRules,
} from '../../../src/analysis/solver';
import { choiceOf } from './choices';

const a = (test: object) => ({ Variable: '$.a', ...test });
const files = (test: object) => ({ Variable: '$.listed.fileCount', ...test });
const jsonata = (...conditions: string[]) =>
  choiceOf(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata' },
  );

describe('leftToDefault', () => {
  test.each<[string, readonly object[]]>([
    ['both booleans', [a({ BooleanEquals: true }), a({ BooleanEquals: false })]],
    ['all numbers', [a({ NumericLessThan: 5 }), a({ NumericGreaterThanEquals: 5 })]],
    [
      'all timestamps',
      [a({ TimestampLessThan: '2024-01-01T00:00:00Z' }), a({ TimestampGreaterThanEquals: '2024-01-01T00:00:00Z' })],
    ],
    ['numbers of two places', [a({ NumericLessThanPath: '$.b' }), a({ NumericGreaterThanEqualsPath: '$.b' })]],
    ['null and both booleans', [a({ IsNull: true }), a({ BooleanEquals: true }), a({ BooleanEquals: false })]],
    ['a value or none', [a({ IsPresent: true }), a({ IsPresent: false })]],
    ['no file or more', [files({ NumericEquals: 0 }), files({ NumericGreaterThanEquals: 1 })]],
    [
      'no file, one or more',
      [files({ NumericGreaterThan: 1 }), files({ NumericEquals: 1 }), files({ NumericLessThan: 1 })],
    ],
  ])('finds nothing behind rules for %s', (_, rules) => {
    expect(leftToDefault(choiceOf(rules))).toBeUndefined();
  });

  test.each<[string, readonly object[], unknown]>([
    ['one boolean', [a({ BooleanEquals: true })], { a: false }],
    ['numbers with a gap', [a({ NumericLessThan: 5 }), a({ NumericGreaterThan: 5 })], { a: 5 }],
    ['some texts', [a({ StringEquals: 'x' })], { a: 'a' }],
    ['presence only', [a({ IsPresent: true })], {}],
    ['no null', [a({ IsNull: true })], { a: 'a' }],
    [
      'a missing value, which no rule says anything of',
      [a({ IsPresent: false }), a({ BooleanEquals: true })],
      { a: false },
    ],
    ['a type only', [a({ IsString: true })], expect.anything()],
    ['an amount, which may be below zero', [a({ NumericEquals: 0 }), a({ NumericGreaterThan: 0 })], { a: -1 }],
    ['a count', [files({ NumericEquals: 0 }), files({ NumericGreaterThan: 1 })], { listed: { fileCount: 1 } }],
    ['counts from a large one on', [files({ NumericLessThanEquals: 5000 })], { listed: { fileCount: 5001 } }],
  ])('finds what rules for %s leave', (_, rules, expected) => {
    expect(leftToDefault(choiceOf(rules))?.get(choiceInput)).toEqual(expected);
  });

  test('reads JSONata conditions', () => {
    const left = (...conditions: string[]) => leftToDefault(jsonata(...conditions))?.get(choiceInput);
    expect(left('$states.input.a = true', '$states.input.a = false')).toBeUndefined();
    expect(left('$states.input.a < 5', '$states.input.a >= 5')).toBeUndefined();
    expect(left("$states.input.a = 'x'", "$states.input.a != 'x'")).toBeUndefined();
    expect(left("$states.input.a != 'x'")).toEqual({ a: 'x' });
    expect(left("$states.input.a = 'x'", "$states.input.a = 'y'")).toEqual({ a: 'a' });
  });
});

describe('contradictionsIn', () => {
  test('a variable may have the name of a function', () => {
    const { choices } = jsonata('$round < 120', '$round($states.input.a) < 120');
    expect(choices.flatMap(contradictionsIn)).toEqual([]);
    expect(contradictionsIn(jsonata('$round < 120 and $round > 130').choices[0]!)).toHaveLength(1);
  });

  const never = { And: [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })] };

  test('finds the rule, or the And inside it', () => {
    const { choices } = choiceOf([
      never,
      { Or: [never, a({ StringEquals: 'z' })] },
      { Not: never },
      a({ IsNull: true }),
    ]);
    expect(choices.map((rule) => contradictionsIn(rule).map(({ test }) => test.segment))).toEqual([
      ['Choices[0]'],
      ['Or[0]'],
      ['Not'],
      [],
    ]);
  });

  test('names an And around another one only', () => {
    const { choices } = choiceOf([{ Or: [{ And: [never, a({ IsNull: true })] }, a({ IsNull: true })] }]);
    expect(contradictionsIn(choices[0]!).map(({ test }) => test.segment)).toEqual(['Or[0]']);
  });
});

test('nothing is said of more rules than can be searched in time', () => {
  const choice = choiceOf(Array.from({ length: 500 }, () => a({ StringEquals: 'x' })));
  expect(leftToDefault(choice)).toBeUndefined();
  expect(shadowedRules(choice)).toEqual([]);
  expect(exhaustivenessOf(choice).kind).toBe('open');
});
