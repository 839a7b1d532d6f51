import fc from 'fast-check';
import { evaluateJsonata, parseJsonata, type Json, type Jsonata } from '../../../src';
import { ruleFormula, solve, type Outcome } from '../../../src/analysis/solver';
import { choiceOf, input, inputs, roots } from './choices';

const runs = Number(process.env.FC_RUNS ?? 250);
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
const number = fc.constantFrom('0', '1', '2', '-1', '1.5', '1e308');
const quoted = fc.constantFrom('"a"', '"b"', '"ab"', '""', '"x"');
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const text = (parts: readonly string[]) => parts.join(' ');
const call =
  (...names: readonly string[]) =>
  (argument: string) =>
    fc.constantFrom(...names).map((name) => `$${name}(${argument})`);

/** Values that are computed: those that can be solved for, and those that are found by trying. */
const term = fc.letrec<{ term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'term' },
    { weight: 6, arbitrary: path },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('term'), fc.constantFrom('+', '-', '*', '/', '%'), number)
        .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(number, fc.constantFrom('+', '-', '*', '/'), tie('term'))
        .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    },
    { weight: 1, arbitrary: fc.tuple(path, fc.constantFrom('+', '-'), path).map((all) => `(${text(all)})`) },
    { weight: 2, arbitrary: tie('term').chain(call('count', 'length', 'abs', 'floor', 'ceil', 'number', 'string')) },
    { weight: 2, arbitrary: tie('term').chain(call('sum', 'max', 'lowercase', 'uppercase', 'trim', 'type', 'keys')) },
    { weight: 1, arbitrary: tie('term').map((inner) => `$split(${inner}, "b")`) },
    { weight: 1, arbitrary: tie('term').map((inner) => `$match(${inner}, /a/)`) },
    { weight: 1, arbitrary: tie('term').map((inner) => `-${inner}`) },
    { weight: 1, arbitrary: fc.tuple(tie('term'), quoted).map((all) => `(${all.join(' & ')})`) },
    { weight: 1, arbitrary: fc.tuple(quoted, tie('term')).map((all) => `(${all.join(' & ')})`) },
    { weight: 1, arbitrary: tie('term').map((inner) => `$substring(${inner}, 0, 1)`) },
    { weight: 1, arbitrary: quoted.map((value) => `$states.input.l[c = ${value}]`) },
    { weight: 1, arbitrary: fc.tuple(path, path).map((all) => `$append(${all.join(', ')})`) },
    { weight: 1, arbitrary: fc.tuple(path, scalar).map(([name, value]) => `$merge([${name}, {"c": ${value}}]).c`) },
    { weight: 1, arbitrary: fc.tuple(path, path).map(([one, other]) => `{"c": ${one}, "d": ${other}}.c`) },
    { weight: 1, arbitrary: fc.tuple(path, scalar).map((all) => `[${all.join(', ')}][0]`) },
    { weight: 1, arbitrary: path.map((name) => `[${name}]`) },
    { weight: 1, arbitrary: fc.tuple(path, tie('term'), scalar).map(([a, b, c]) => `(${a} ? ${b} : ${c})`) },
    { weight: 1, arbitrary: tie('term').map((inner) => `($x := ${inner}; $x)`) },
    { weight: 1, arbitrary: tie('term').map((inner) => `(${inner} ~> $count)`) },
    { weight: 1, arbitrary: path.map((name) => `$filter(${name}, function($v) { $v.c = "a" })`) },
  ),
})).term;

const condition = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    { weight: 5, arbitrary: fc.tuple(path, operator, scalar).map(text) },
    { weight: 4, arbitrary: fc.tuple(term, operator, scalar).map(text) },
    { weight: 1, arbitrary: fc.tuple(scalar, operator, term).map(text) },
    { weight: 1, arbitrary: fc.tuple(path, operator, path).map(text) },
    { weight: 1, arbitrary: fc.tuple(term, operator, term).map(text) },
    { weight: 1, arbitrary: term },
    { weight: 1, arbitrary: term.map((name) => `$exists(${name})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(term, fc.array(scalar, { maxLength: 3 })).map(([name, all]) => `${name} in [${all.join()}]`),
    },
    { weight: 1, arbitrary: fc.tuple(scalar, path).map(([value, name]) => `${value} in ${name}`) },
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
    { weight: 1, arbitrary: fc.tuple(term, quoted).map((all) => `$contains(${all.join(', ')})`) },
    { weight: 1, arbitrary: path.map((name) => `$contains(${name}, /^a+b?$/)`) },
    { weight: 2, arbitrary: tie('condition').map((inner) => `$not(${inner})`) },
    { weight: 1, arbitrary: tie('condition').map((inner) => `($x := $states.input.a; ${inner})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map(([test, then, otherwise]) => `(${test} ? ${then} : ${otherwise})`),
    },
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
        { numRuns: runs },
      );
      expect(kinds.unknown).toBeLessThan(kinds.witness);
    },
  );
});

test.each([
  '$f($states.input.a) = 1',
  '$states.input.a = $uuid()',
  '$millis() > $states.input.a',
  '$string($states.input.a) = "x" and $lowercase($states.input.a) = "y"',
])('says that it does not know: %s', (code) => {
  expect(solved(code, 'true').kind).toBe('unknown');
});
