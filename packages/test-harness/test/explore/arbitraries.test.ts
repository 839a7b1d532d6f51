import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { loadMachine, type StateMachine } from '../../src';
import { choicePaths, executionInput, schemaArbitrary, taskOutcomes } from '../../src/explore';

const example = (path: string): StateMachine => loadMachine(join(__dirname, '../../../../examples', path));

test('plain fast-check: whatever the tasks do, money is not kept for a seat that nobody got', async () => {
  const saga = example('saga/saga.asl.json');
  await fc.assert(
    fc.asyncProperty(executionInput(saga), taskOutcomes(saga), async (input, tasks) => {
      const execution = await saga.execute(input, { tasks });
      const isCharged = execution.states('ChargeCard').attempts.some(({ error }) => error === undefined);
      if (execution.status === 'FAILED' && isCharged) expect(execution.path).toContain('RefundCard');
    }),
    { numRuns: 100 },
  );
});

test('the outcomes begin anew in every execution, and are shown in a counterexample', async () => {
  const saga = example('saga/saga.asl.json');
  await fc.assert(
    fc.asyncProperty(executionInput(saga), taskOutcomes(saga), async (input, tasks) => {
      const one = await saga.execute(input, { tasks });
      const other = await saga.execute(input, { tasks, name: 'other' });
      expect(other.path).toEqual(one.path);
      expect(fc.stringify(tasks)).toContain('ReserveSeat');
    }),
    { numRuns: 20 },
  );
});

describe('inputs are what the machine reads', () => {
  const inputsOf = (States: object, StartAt: string): fc.Arbitrary<unknown> => executionInput({ StartAt, States });

  test.each<[string, object, (value: Record<string, unknown>) => boolean]>([
    [
      'a wait in seconds is a count',
      { A: { Type: 'Wait', SecondsPath: '$.order.delay', End: true } },
      ({ order }) => Number.isInteger((order as { delay: number }).delay),
    ],
    [
      'a time to wait for is a timestamp',
      { A: { Type: 'Wait', TimestampPath: '$.at', End: true } },
      ({ at }) => !Number.isNaN(Date.parse(at as string)),
    ],
    [
      'items are a list of what the processor reads',
      {
        A: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: {
            StartAt: 'B',
            States: { B: { Type: 'Wait', SecondsPath: '$.n', End: true } },
          },
          End: true,
        },
      },
      ({ items }) => (items as { n: unknown }[]).every(({ n }) => Number.isInteger(n)),
    ],
    [
      'a text that is read as JSON is JSON',
      { A: { Type: 'Pass', Parameters: { 'a.$': 'States.StringToJson($.body)' }, End: true } },
      ({ body }) => (JSON.parse(body as string), true),
    ],
    [
      'what a JSONata filter compares',
      {
        A: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Output: '{% $states.input.lines[quantity > 0].sku %}',
          End: true,
        },
      },
      ({ lines }) => (lines as { quantity: unknown }[]).every(({ quantity }) => typeof quantity === 'number'),
    ],
    [
      'what a state puts there itself is none of the input',
      {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: {},
          ResultPath: '$.sent',
          Next: 'B',
        },
        B: { Type: 'Pass', InputPath: '$.sent.MessageId', ResultPath: '$.id', Next: 'C' },
        C: { Type: 'Pass', InputPath: '$.own', End: true },
      },
      (value) => Object.keys(value).join() === 'own',
    ],
  ])('%s', (_, states, isRight) => {
    fc.assert(
      fc.property(inputsOf(states, 'A'), (value) => isRight(value as Record<string, unknown>)),
      { numRuns: 50 },
    );
  });

  test('what is asked for may be missing', () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Variable: '$.code', IsPresent: true, Next: 'B' }], Default: 'B' },
      B: { Type: 'Succeed' },
    };
    const samples = fc.sample(inputsOf(states, 'A'), { numRuns: 50, seed: 1 });
    expect(new Set(samples.map((value) => 'code' in (value as object)))).toEqual(new Set([true, false]));
  });
});

describe('values of a JSON Schema', () => {
  test.each<[string, object]>([
    ['a number within bounds', { type: 'number', minimum: 1, exclusiveMaximum: 2 }],
    ['a multiple', { type: 'integer', multipleOf: 7, minimum: -20, maximum: 20 }],
    ['a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d+$' }],
    [
      'members, some of them required',
      { properties: { a: { const: 1 }, b: { enum: ['x', 'y'] } }, required: ['b', 'c'] },
    ],
    [
      'one of several',
      {
        oneOf: [
          { type: 'string', maxLength: 3 },
          { type: 'array', items: { type: 'null' }, minItems: 2 },
        ],
      },
    ],
    [
      'all of several',
      {
        allOf: [
          { properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: {} }, required: ['b'] },
        ],
      },
    ],
    ['what only the validator knows', { type: 'integer', not: { const: 0 } }],
    [
      'a reference to itself',
      {
        $ref: '#/definitions/tree',
        definitions: { tree: { type: 'object', properties: { next: { $ref: '#/definitions/tree' } } } },
      },
    ],
  ])('%s', (_, schema) => {
    const isValid = new Ajv({ strict: false }).compile(schema);
    fc.assert(
      fc.property(schemaArbitrary(schema as never), (value) => isValid(value)),
      { numRuns: 100 },
    );
  });

  test('a reference that leads nowhere is named', () => {
    expect(() => schemaArbitrary({ properties: { a: { $ref: 'other.json' } } })).toThrow(/other\.json/);
  });
});

describe('the paths through a machine', () => {
  const poller = example('poller/poller.asl.json');

  test.each(choicePaths(poller))('$name', async ({ input, tasks, path }) => {
    expect((await poller.execute(input, { tasks })).path).toEqual(path);
  });

  test('take every rule', () => {
    const visited = new Set(choicePaths(poller).flatMap(({ path }) => path));
    expect([...visited].sort()).toEqual([...poller.definition.states.map(({ name }) => name)].sort());
  });

  test('the compiler knows the names of their states', () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } } } as const;
    const [first] = choicePaths(machine);
    const path: readonly ('A' | 'B')[] = first!.path;
    expect({ name: first!.name, path }).toEqual({ name: '"A" -> "B"', path: ['A', 'B'] });
  });
});
