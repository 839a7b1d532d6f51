import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseStateMachine } from '../../src/syntax';
import { parseText } from '../../src/text';
import { checkStateMachine, validityChecks } from '../../src/validity';

/** Words that mean something in a definition, so that random JSON comes to the checks. */
const keys = [
  ...['StartAt', 'States', 'Type', 'Next', 'End', 'Default', 'Choices', 'Catch', 'Retry', 'ErrorEquals', 'Branches'],
  ...[
    'ItemProcessor',
    'ProcessorConfig',
    'Mode',
    'Resource',
    'Parameters',
    'a.$',
    'a',
    'Assign',
    'Output',
    'ErrorPath',
  ],
  ...['InputPath', 'ResultPath', 'Timestamp', 'QueryLanguage', 'Variable', 'And', 'Not', 'StringEquals', 'Condition'],
  ...['__proto__', 'constructor', 'toString', '${Key}', ''],
];
const texts = [
  ...[
    'Task',
    'Pass',
    'Choice',
    'Parallel',
    'Map',
    'Wait',
    'Fail',
    'Succeed',
    'Taks',
    'JSONata',
    'JSONPath',
    'DISTRIBUTED',
  ],
  ...[
    '$',
    '$.a[*]',
    '$$.Task',
    '$.[',
    "States.Format('{}')",
    'States.Nothing(',
    '{% $states.result.a %}',
    '{% ( %}',
    '%}',
  ],
  ...['arn:aws:states:::sqs:sendMessage.sync', 'arn:aws:states:::s3:getObject', '${Token}', '2024-01-01', 'States.ALL'],
];
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(...texts, ...keys),
    fc.constantFrom(null, true, false, 0, -1, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('value')), { maxLength: 6 })
      .map((members) => Object.fromEntries(members)),
  ),
}));
const definition = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', ...texts.slice(0, 9)), value), { minLength: 1, maxLength: 5 })
  .map((states) => ({ StartAt: 'a', States: Object.fromEntries(states) }));

test('whatever a definition holds, the checks answer with problems at places in the text, in order', () => {
  fc.assert(
    fc.property(fc.oneof(value, definition), fc.constantFrom('STANDARD', 'EXPRESS'), (json, workflowType) => {
      const text = JSON.stringify(json);
      const problems = checkStateMachine(parseStateMachine(parseText(text, 'json').root!), { workflowType });
      let last = 0;
      for (const { message, range, aws } of problems) {
        const [start, finish] = range;
        expect(message).toMatch(/\S/);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(finish).toBeGreaterThanOrEqual(start);
        expect(finish).toBeLessThanOrEqual(text.length);
        if (aws?.location !== undefined) expect(aws.location).toMatch(/^\//);
        last = start;
      }
    }),
    { numRuns: 500 },
  );
});

test('Maps inside Maps, as deep as can be read', () => {
  let scope: object = { StartAt: 'Deepest', States: { Deepest: { Type: 'Pass', Next: 'Nowhere' } } };
  for (let depth = 0; depth < 120; depth++) {
    const name = `Map${depth}`;
    scope = {
      StartAt: name,
      States: { [name]: { Type: 'Map', ItemProcessor: scope, Assign: { [name]: 1 }, End: true } },
    };
  }
  const { root } = parseText(JSON.stringify(scope), 'json');
  const problems = checkStateMachine(parseStateMachine(root!), { workflowType: 'STANDARD' });
  expect(problems.map(({ aws }) => aws?.code)).toEqual(['MISSING_END_STATE', 'MISSING_TRANSITION_TARGET']);
});

test('every check of the folder is run, under the name of its file', () => {
  const folder = join(__dirname, '../../src/validity');
  const checks = readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes(': ValidityCheck = '),
  );
  expect(Object.keys(validityChecks).sort()).toEqual(checks.map((file) => file.replace('.ts', '')).sort());
});
