import { leastPayloadBytes, parseStateMachine, parseText } from '@stepproof/asl';
import fc from 'fast-check';
import { StateMachine } from '../../src';
import { scope, value } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 500);

const text = fc.constantFrom("''", "'abc'", "'é\"'", "'x\\ny'");
const number = fc.constantFrom('0', '7', '10.5', '1e21');
const read = fc.constantFrom('$states.input', '$states.input.a', '$states.input.b', '$states.input.missing', '$x');
const range = fc
  .tuple(fc.integer({ min: -3, max: 12 }), fc.integer({ min: -3, max: 12 }))
  .map((ends) => ends.join('..'));
const width = fc.integer({ min: -12, max: 12 });

/** What makes data, of literals, reads and what the analysis follows, one inside the other. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const one = tie('expression');
  const two = fc.tuple(one, one);
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.oneof(text, number, read, fc.constantFrom('true', 'null')),
      two.map(([left, right]) => `${left} & ${right}`),
      two.map(([left, right]) => `(${left} & ${right})`),
      two.map(([then, otherwise]) => `($states.input.a = 1 ? ${then} : ${otherwise})`),
      one.map((then) => `($exists($states.input.b) ? ${then})`),
      two.map((items) => `[${items.join(', ')}]`),
      fc.tuple(range, one).map((items) => `[${items.join(', ')}]`),
      two.map(([a, b]) => `{'a': ${a}, 'b': ${b}}`),
      two.map(([a, b]) => `{'a': ${a}, $string(${b}): 1}`),
      fc.tuple(range, one).map(([items, made]) => `[${items}].{'id': ${made}}`),
      fc.tuple(range, one).map(([items, made]) => `$map([${items}], function($i) { ${made} })`),
      fc.tuple(one, width).map(([padded, to]) => `$pad($string(${padded}), ${to})`),
      two.map((lists) => `$append(${lists.join(', ')})`),
      one.map((last) => `$merge([$states.input, {'a': ${last}}])`),
      two.map(([bound, result]) => `($x := ${bound}; ${result})`),
      one.map((list) => `${list}[0]`),
    ),
  };
});

const pass = (fields: object) => ({ StartAt: 'Make', States: { Make: { Type: 'Pass', End: true, ...fields } } });
const output = fc.oneof(
  expression.map((own) => `{% ${own} %}`),
  fc.dictionary(
    fc.constantFrom('a', 'b'),
    fc.oneof(
      expression.map((own) => `{% ${own} %}`),
      value,
    ),
    { maxKeys: 2 },
  ),
);
const jsonata = output.map((Output) => pass({ QueryLanguage: 'JSONata', Output }));
/** The templates that random machines are given. */
const jsonPath = scope
  .map((states) => states.find((state) => state.Type === 'Pass' && ('Parameters' in state || 'Result' in state)))
  .filter((state) => state !== undefined)
  .map(({ Parameters, Result }) => pass(Parameters === undefined ? { Result } : { Parameters }));

test('what a template makes is as large as the analysis says, or larger', async () => {
  let known = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof({ arbitrary: jsonata, weight: 4 }, jsonPath), value, async (definition, input) => {
      const [state] = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!).states;
      const field = (['Output', 'Parameters', 'Result'] as const).flatMap((name) => state!.field(name) ?? [])[0]!;
      const execution = await new StateMachine(definition).execute(input);
      if (execution.status !== 'SUCCEEDED') return;
      const least = leastPayloadBytes(field);
      expect(Buffer.byteLength(JSON.stringify(execution.output))).toBeGreaterThanOrEqual(least);
      if (least > 10) known++;
    }),
    { numRuns: runs },
  );
  expect(known).toBeGreaterThan(0);
});
