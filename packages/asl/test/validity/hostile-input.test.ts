import fc from 'fast-check';
import { parseStateMachine, parseText, stateClasses, validityChecks, type ValidityCheck } from '../../src';

/** Runs every check on the definition, and holds what they find to the least that can be asked of it. */
function countProblems(text: string): number {
  const machine = parseStateMachine(parseText(text, 'json').root!);
  let count = 0;
  for (const check of Object.values<ValidityCheck>(validityChecks)) {
    for (const { message, range } of check(machine, { workflowType: 'EXPRESS' })) {
      if (message === '' || range[0] > range[1]) throw new Error(`A problem without words or place: ${message}`);
      count += 1;
    }
  }
  return count;
}

const many = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join(',');
const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + '{}' + close.repeat(depth);
const machine = (states: string): string => `{"StartAt":"S0","States":{${states}}}`;

/** Wide or as deep as the parser lets pass. At these sizes what takes time in the square of them would take minutes. */
const hostile: Record<string, string> = {
  'fields that no state has': machine(`"S0":{"Type":"Pass","End":true,${many(30_000, (i) => `"f${i}":${i}`)}}`),
  'the same field again and again': machine(`"S0":{"Type":"Pass",${many(30_000, () => `"Next":"S0"`)}}`),
  'a chain of states': machine(many(10_000, (i) => `"S${i}":{"Type":"Pass","Next":"S${i + 1}"}`)),
  'states of no type': machine(many(20_000, (i) => `"S${i}":{}`)),
  'states that are no objects': machine(many(30_000, (i) => `"S${i}":0`)),
  rules: machine(`"S0":{"Type":"Choice","Choices":[${many(20_000, () => '{"IsNull":1}')}]}`),
  'rules without anything': machine(`"S0":{"Type":"Choice","Choices":[${many(40_000, () => '{}')}]}`),
  'Catchers for everything': machine(
    `"S0":{"Type":"Task","Catch":[${many(20_000, () => '{"ErrorEquals":["States.ALL"]}')}]}`,
  ),
  'error names': machine(`"S0":{"Type":"Task","Retry":[{"ErrorEquals":[${many(30_000, () => '"States.ALL"')}]}]}`),
  branches: machine(`"S0":{"Type":"Parallel","Branches":[${many(10_000, () => '{"StartAt":"A","States":{"A":{}}}')}]}`),
  'one long name': machine(`"S0":{"${'Type'.repeat(200_000)}":1}`),
  'rules in rules': machine(`"S0":{"Type":"Choice","Choices":[${nested(480, '{"Not":', '}')}]}`),
  'Maps in Maps': machine(
    `"S0":{"Type":"Map","ItemProcessor":${nested(150, '{"States":{"S0":{"Type":"Map","ItemProcessor":', '}}}')}}`,
  ),
  'data in data': machine(`"S0":{"Type":"Pass","Parameters":${nested(480, '{"a.$":', '}')}}`),
};

test.each(Object.entries(hostile))('%s: every check comes to an end', (_title, text) => {
  expect(countProblems(text)).toBeGreaterThan(0);
});

test('no check stumbles over values of the wrong shape', () => {
  const fields = [...new Set(Object.values(stateClasses).flatMap(({ table }) => Object.keys(table)))];
  const key = fc.constantFrom(
    ...fields,
    'StartAt',
    'States',
    'ErrorEquals',
    'ProcessorConfig',
    '__proto__',
    'constructor',
    'x.$',
  );
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(
      ...Object.keys(stateClasses),
      'JSONata',
      '$',
      '$.a',
      '{% $x %}',
      '{%',
      '${p}',
      'States.ALL',
      'DISTRIBUTED',
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium', maxDepth: 6 },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      tie('object'),
    ),
    object: fc.array(fc.tuple(key, tie('value')), { maxLength: 6 }).map((entries) => new Map(entries)),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom('JSONPath', 'JSONata', 5), (states, language) => {
      const text = `{"QueryLanguage":${write(language)},"StartAt":"A","States":{"A":${write(states)},"B":{"Type":"Map","Catch":${write(states)},"ItemReader":${write(states)}}}}`;
      countProblems(text);
    }),
    { numRuns: 150 },
  );
});

/** JSON.stringify would lose `__proto__` on its way through an object. */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value instanceof Map)
    return `{${[...value].map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`).join(',')}}`;
  return JSON.stringify(value);
}
