import fc from 'fast-check';
import type { Json } from '../../../src';
import { ruleFormula, solve, takenFormula, type Outcome } from '../../../src/analysis/solver';
import { choiceOf, evaluated, input, inputs, roots, rules, type Rule } from './choices';

const formulaOf = (rule: Rule) => ruleFormula(choiceOf([rule]).choices[0]!, roots);
const solved = (rule: Rule, outcome: Outcome = 'true') => solve(formulaOf(rule), outcome);

function outcomeOf(rule: Rule, data: Json): Outcome {
  const result = evaluated(rule, data);
  return result === undefined ? 'fails' : result ? 'true' : 'false';
}

/** The data that the solver finds for the rule; `{}` where any would do. */
function dataFor(rule: Rule, outcome?: Outcome): Json | undefined {
  const solution = solved(rule, outcome);
  if (solution.kind !== 'witness') return undefined;
  return solution.values.has(input) ? solution.values.get(input) : {};
}

describe('solve, on generated Choice rules', () => {
  const samples = fc.sample(inputs, { numRuns: 1000, seed: 7 });

  test.each(['true', 'false', 'fails'] as const)(
    'a witness comes to the outcome "%s", and what is impossible never happens',
    (outcome) => {
      let unknown = 0;
      fc.assert(
        fc.property(rules, (rule) => {
          const solution = solved(rule, outcome);
          if (solution.kind === 'unknown') unknown++;
          const data = dataFor(rule, outcome);
          if (data !== undefined) expect(outcomeOf(rule, data)).toBe(outcome);
          if (solution.kind !== 'impossible') return;
          expect(samples.find((sample) => outcomeOf(rule, sample) === outcome)).toBeUndefined();
        }),
        { numRuns: 400 },
      );
      // What stays open are texts that must be timestamps and fit a pattern or lie above a text.
      expect(unknown).toBeLessThan(12);
    },
  );

  test('whole Choice states: the data for each rule and for Default is taken there', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), (all) => {
        const choice = choiceOf(all);
        for (let index = 0; index <= all.length; index++) {
          const solution = solve(takenFormula(choice, index, roots));
          const taken = (data: Json) => {
            const outcomes = all.map((rule) => outcomeOf(rule, data));
            return (
              outcomes.slice(0, index).every((outcome) => outcome === 'false') && (outcomes[index] ?? 'true') === 'true'
            );
          };
          if (solution.kind === 'witness') {
            expect(taken(solution.values.has(input) ? solution.values.get(input)! : {})).toBe(true);
          } else if (solution.kind === 'impossible') {
            expect(samples.slice(0, 300).find(taken)).toBeUndefined();
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('solve', () => {
  test.each<[string, Rule, Outcome, Json]>([
    ['a text', { Variable: '$.a', StringEquals: 'x' }, 'true', { a: 'x' }],
    ['another text', { Variable: '$.a', StringEquals: 'x' }, 'false', { a: 'a' }],
    ['nothing', { Variable: '$.a', StringEquals: 'x' }, 'fails', {}],
    ['a number near the literal', { Variable: '$.a.b', NumericGreaterThan: 99 }, 'true', { a: { b: 100 } }],
    [
      'a fraction where there is no whole number',
      {
        And: [
          { Variable: '$.a', NumericGreaterThan: 0 },
          { Variable: '$.a', NumericLessThan: 1 },
        ],
      },
      'true',
      { a: 0.5 },
    ],
    ['an element of an array', { Variable: '$.l[1]', BooleanEquals: true }, 'true', { l: [{}, true] }],
    ['a text for a pattern', { Variable: '$.a', StringMatches: 'log-*.txt' }, 'true', { a: 'log-.txt' }],
    [
      'a whole second',
      { Variable: '$.a', TimestampLessThan: '2024-01-01T00:00:00Z' },
      'true',
      { a: '2023-12-31T23:59:59Z' },
    ],
    [
      'the first of the ways',
      {
        Or: [
          { Variable: '$.a', IsNull: true },
          { Variable: '$.b', IsNull: true },
        ],
      },
      'true',
      { a: null },
    ],
    [
      'no needless members',
      {
        And: [
          { Variable: '$.a', IsPresent: true },
          { Variable: '$.a', StringEquals: 'x' },
        ],
      },
      'false',
      {},
    ],
    [
      'two places',
      {
        And: [
          { Variable: '$.a', NumericLessThanPath: '$.b' },
          { Variable: '$.b', NumericEquals: 5 },
        ],
      },
      'true',
      { a: 1, b: 5 },
    ],
  ])('finds small and natural data: %s', (_, rule, outcome, data) => {
    expect(dataFor(rule, outcome)).toEqual(data);
  });

  test.each<[string, Rule, readonly string[]]>([
    [
      'two texts at once',
      {
        And: [
          { Variable: '$.a', StringEquals: 'x' },
          { Variable: '$.b', IsNull: true },
          { Variable: '$.a', StringEquals: 'y' },
        ],
      },
      ['$.a StringEquals "x" true', '$.a StringEquals "y" true'],
    ],
    [
      'a member of a text',
      {
        And: [
          { Variable: '$.a.b', IsPresent: true },
          { Variable: '$.a', IsString: true },
        ],
      },
      ['$.a.b IsPresent true true', '$.a IsString true true'],
    ],
    [
      'a pattern that no text between two others fits',
      {
        And: [
          { Variable: '$.a', StringGreaterThan: 'b' },
          { Variable: '$.a', StringLessThan: 'c' },
          { Variable: '$.a', StringMatches: 'a*' },
        ],
      },
      ['$.a StringGreaterThan "b" true', '$.a StringMatches "a*" true'],
    ],
    [
      'what would have to be less than itself',
      { Variable: '$.a', NumericLessThanPath: '$.a' },
      ['$.a NumericLessThanPath "$.a" true'],
    ],
  ])('names what is in conflict: %s', (_, rule, because) => {
    const solution = solved(rule);
    expect(solution.kind === 'impossible' && solution.because.map(({ text, outcome }) => `${text} ${outcome}`)).toEqual(
      because,
    );
  });

  test('gives up on more alternatives than can be tried, and says so', () => {
    // Pigeons in holes: hard for every search of this kind.
    const pigeons = Array.from({ length: 9 }, (_, pigeon) => pigeon);
    const holes = pigeons.slice(1);
    const sits = (pigeon: number, hole: number): Rule => ({ Variable: `$.p${pigeon}h${hole}`, BooleanEquals: true });
    const solution = solved({
      And: [
        ...pigeons.map((pigeon) => ({ Or: holes.map((hole) => sits(pigeon, hole)) })),
        ...holes.flatMap((hole) =>
          pigeons.flatMap((one) =>
            pigeons.slice(one + 1).map((two) => ({ Not: { And: [sits(one, hole), sits(two, hole)] } })),
          ),
        ),
      ],
    });
    expect(solution).toMatchObject({ kind: 'unknown', because: [{ reason: 'there are too many alternatives' }] });
  });

  test('a hundred rules with patterns are no work', () => {
    const all = Array.from({ length: 100 }, (_, index): Rule => ({
      Variable: '$.name',
      StringMatches: `*-${index}-*`,
    }));
    const solution = solve(takenFormula(choiceOf(all), 99, roots));
    expect(solution.kind === 'witness' && solution.values.get(input)).toEqual({ name: '-99-' });
  });
});
