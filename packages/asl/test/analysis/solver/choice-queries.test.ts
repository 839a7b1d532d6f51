import { contradictionIn, exhaustivenessOf, shadowedRules, type Reason } from '../../../src/analysis/solver';
import { choiceOf } from './choices';

const a = (test: object) => ({ Variable: '$.a', ...test });
const jsonata = (...conditions: string[]) =>
  choiceOf(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata' },
  );
const texts = (because: readonly Reason[] | undefined) => because?.map(({ text, outcome }) => `${text} ${outcome}`);
const shadows = (choice: ReturnType<typeof choiceOf>) =>
  shadowedRules(choice).map(({ rule, by }) => [
    choice.choices.indexOf(rule),
    by.map((other) => choice.choices.indexOf(other)),
  ]);

describe('contradictionIn', () => {
  test('names the tests of a rule that can match nothing', () => {
    const { choices } = choiceOf([
      { And: [a({ NumericGreaterThan: 5 }), a({ NumericLessThan: 5 })] },
      a({ NumericEquals: 5 }),
    ]);
    expect(texts(contradictionIn(choices[0]!))).toEqual([
      '$.a NumericGreaterThan 5 true',
      '$.a NumericLessThan 5 true',
    ]);
    expect(contradictionIn(choices[1]!)).toBeUndefined();
  });

  test('reads JSONata conditions', () => {
    const { choices } = jsonata(
      "$states.input.a = 'x' and $states.input.a = 'y'",
      "$states.input.a.b = 'x' and $not($exists($states.input.a))",
      "$states.input.a.b = 'x' and $type($states.input.a) = 'array'",
      '$f($states.input.a) and false',
    );
    expect(choices.map((rule) => contradictionIn(rule) !== undefined)).toEqual([true, true, false, true]);
  });
});

describe('shadowedRules', () => {
  test.each<[string, readonly object[], unknown]>([
    ['the same test', [a({ StringEquals: 'x' }), a({ IsNull: true }), a({ StringEquals: 'x' })], [[2, [0]]]],
    ['a wider pattern', [a({ StringMatches: 'x*' }), a({ StringMatches: 'xy*z' })], [[1, [0]]]],
    [
      'two halves',
      [a({ NumericLessThan: 3 }), a({ NumericGreaterThanEquals: 2 }), a({ IsNumeric: true })],
      [[2, [0, 1]]],
    ],
    [
      'a rule that fails where its Variable is missing',
      [a({ StringEquals: 'x' }), a({ IsPresent: false })],
      [[1, [0]]],
    ],
    ['other values', [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })], []],
    ['a contradiction of its own', [a({ IsNull: true }), { And: [a({ IsNull: true }), a({ IsString: true })] }], []],
  ])('%s', (_, rules, expected) => {
    expect(shadows(choiceOf(rules))).toEqual(expected);
  });

  test('stays silent about variables that may be unassigned or anything', () => {
    expect(
      shadows(
        choiceOf([
          { Variable: '$v', IsPresent: false },
          { Variable: '$v', StringEquals: 'x' },
        ]),
      ),
    ).toEqual([]);
  });
});

describe('exhaustivenessOf', () => {
  test('is proven where nothing is left, and tells whether a rule may fail', () => {
    expect(exhaustivenessOf(choiceOf([a({ IsPresent: true }), a({ IsPresent: false })]))).toMatchObject({
      kind: 'proven',
      mayFail: false,
    });
    expect(exhaustivenessOf(choiceOf([a({ BooleanEquals: true }), { Not: a({ BooleanEquals: true }) }]))).toMatchObject(
      {
        kind: 'proven',
        mayFail: true,
      },
    );
    expect(exhaustivenessOf(jsonata('$states.input.n > 1', '$states.input.n <= 1'))).toMatchObject({
      kind: 'proven',
      mayFail: true,
    });
  });

  test('is refuted by an example', () => {
    const exhaustiveness = exhaustivenessOf(choiceOf([a({ NumericLessThan: 1 }), a({ NumericGreaterThan: 1 })]));
    expect(exhaustiveness.kind === 'refuted' && [...exhaustiveness.example.values()]).toEqual([{ a: 1 }]);
  });

  test('is open where a condition is not understood', () => {
    expect(exhaustivenessOf(jsonata('$states.input.n > 1', '$f($states.input)'))).toMatchObject({ kind: 'open' });
  });
});
