import fc from 'fast-check';
import { evaluateJsonata, parseJsonata, type Json, type Jsonata } from '../../../src';
import { ruleFormula, solve, type Outcome } from '../../../src/analysis/solver';
import { choiceOf, input, inputs, roots } from './choices';

const environment = { now: () => 0, uuid: () => '', random: () => 0 };

function outcomeOf(jsonata: Jsonata, data: Json): Outcome {
  const result = evaluateJsonata(jsonata, { states: { input: data } }, environment);
  return result.kind === 'value' && typeof result.value === 'boolean' ? (String(result.value) as Outcome) : 'fails';
}

const solved = (code: string, outcome: Outcome) => {
  const choice = choiceOf([{ Condition: `{% ${code} %}` }], { QueryLanguage: 'JSONata' });
  return solve(ruleFormula(choice.choices[0]!, roots), outcome);
};

const path = fc.constantFrom('a', 'b', 'a.c', 'l[0]', 'l[1]', 'l[0].c', 'l').map((name) => `$states.input.${name}`);
const scalar = fc.constantFrom('"a"', '"ab"', '""', '0', '1', '1.5', '-1', 'true', 'false', 'null');
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const text = (parts: readonly string[]) => parts.join(' ');

const condition = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    { weight: 5, arbitrary: fc.tuple(path, operator, scalar).map(text) },
    { weight: 1, arbitrary: fc.tuple(scalar, operator, path).map(text) },
    { weight: 1, arbitrary: fc.tuple(path, operator, path).map(text) },
    { weight: 1, arbitrary: path },
    { weight: 1, arbitrary: path.map((name) => `$exists(${name})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(path, fc.array(scalar, { maxLength: 3 })).map(([name, all]) => `${name} in [${all.join()}]`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(path, operator, fc.constantFrom(0, 1, 2))
        .map(([name, sign, count]) => `$count(${name}) ${sign} ${count}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(path, fc.constantFrom('=', '!='), fc.constantFrom('string', 'number', 'array', 'object', 'null'))
        .map(([name, sign, type]) => `$type(${name}) ${sign} "${type}"`),
    },
    { weight: 2, arbitrary: tie('condition').map((inner) => `$not(${inner})`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([left, word, right]) => `(${left} ${word} ${right})`),
    },
  ),
})).condition;

describe('JSONata conditions, generated', () => {
  const samples = fc.sample(inputs, { numRuns: 200, seed: 7 });

  test.each(['true', 'false', 'fails'] as const)(
    'a witness comes to the outcome "%s", and what is impossible never happens',
    (outcome) => {
      const kinds = { witness: 0, impossible: 0, unknown: 0 };
      fc.assert(
        fc.property(condition, (code) => {
          const solution = solved(code, outcome);
          const jsonata = parseJsonata(`{% ${code} %}`).value!;
          kinds[solution.kind]++;
          if (solution.kind === 'witness') {
            expect(outcomeOf(jsonata, solution.values.has(input) ? solution.values.get(input)! : {})).toBe(outcome);
          } else if (solution.kind === 'impossible') {
            expect(samples.find((data) => outcomeOf(jsonata, data) === outcome)).toBeUndefined();
          }
        }),
        { numRuns: 250 },
      );
      expect(kinds.unknown).toBeLessThan(kinds.witness);
    },
  );
});

test.each([
  '$f($states.input.a)',
  '$states.input.a & "x" = "yx"',
  '$states.input.items[n > 1].n = 2',
  '$states.input ~> $count > 1',
])('says that it does not know: %s', (code) => {
  expect(solved(code, 'true').kind).toBe('unknown');
});
