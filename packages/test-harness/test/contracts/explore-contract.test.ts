import { mock, run, StateMachine, type Contract } from '../../src';
import {
  choicePaths,
  executionInput,
  explore,
  invariants,
  survey,
  taskOutcomes,
  WorkflowBrokenError,
} from '../../src/explore';
import fc from 'fast-check';

const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge' };
const order = {
  StartAt: 'Route',
  States: {
    Route: {
      Type: 'Choice',
      Choices: [{ Variable: '$.kind', StringEquals: 'card', Next: 'Charge' }],
      Default: 'Invoice',
    },
    Charge: { ...task, ResultPath: '$.charge', Next: 'Done' },
    Invoice: { Type: 'Pass', Parameters: { 'to.$': '$.address' }, End: true },
    Done: { Type: 'Pass', Parameters: { 'id.$': '$.charge.id' }, End: true },
  },
};
const contracts: Contract = {
  input: {
    oneOf: [
      { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] },
      {
        type: 'object',
        properties: { kind: { const: 'invoice' }, address: { $ref: '#/$defs/Address' } },
        required: ['kind', 'address'],
      },
    ],
  },
  tasks: {
    Charge: { result: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }, errors: [] },
  },
  $defs: { Address: { type: 'string', format: 'ipv4' } },
};

test('what the contract rules out breaks nothing', async () => {
  const report = await explore(new StateMachine(order, { contracts }), { runs: 200 });
  expect(report.states).toEqual({ reached: 4, total: 4 });
});

test('an error that comes by itself, whatever the contract lists, has a path', () => {
  const Catch = [{ ErrorEquals: ['Lambda.ServiceException'], ResultPath: '$.error', Next: 'Later' }];
  const { Charge } = order.States;
  const States = { ...order.States, Charge: { ...Charge, Catch }, Later: { Type: 'Succeed' } };
  const paths = choicePaths(new StateMachine({ ...order, States }, { contracts }));
  expect(paths.map(({ path }) => path)).toContainEqual(['Route', 'Charge', 'Later']);
});

test('what it allows and the machine cannot take does', async () => {
  const input = {
    type: 'object',
    properties: { kind: { type: 'string' }, address: { type: 'string' } },
    required: ['kind'],
  };
  const machine = new StateMachine(order, { contracts: { ...contracts, input } });
  const broken = explore(machine, { runs: 200 });
  await expect(broken).rejects.toThrow(WorkflowBrokenError);
  await expect(broken).rejects.toThrow('"StateMachine" breaks in one way');
});

test('what a call of explore says wins over the contract', async () => {
  const machine = new StateMachine(order, { contracts });
  const { breaks } = await survey(machine, {
    runs: 200,
    input: { type: 'object', properties: { kind: { const: 'other' } } },
  });
  expect(breaks.map(({ title }) => title).sort()).toEqual(['States.Runtime in "Invoice"', 'States.Runtime in "Route"']);
  const invariant = [invariants.handlesFailures];
  const tasks = { Charge: { errors: ['Card.Declined'] } };
  expect((await survey(machine, { runs: 200, invariants: invariant })).breaks).toEqual([]);
  const failing = await survey(machine, { runs: 200, invariants: invariant, tasks });
  expect(failing.breaks.map(({ title }) => title)).toEqual([expect.stringContaining('Card.Declined')]);
});

test('a machine that breaks its own contract is found out, with the smallest input', async () => {
  const machine = new StateMachine(order, {
    contracts: {
      ...contracts,
      output: { type: 'object', properties: { id: { type: 'integer', exclusiveMinimum: 0 } }, required: ['id'] },
    },
  });
  const { breaks } = await survey(machine, { runs: 200 });
  expect(breaks.map(({ invariant, title }) => [invariant, title]).sort()).toEqual([
    ['keepsContract', 'The output of the execution breaks the contract at "/", which must have "id"'],
    ['keepsContract', 'The output of the execution breaks the contract at "/id", which must be > 0'],
  ]);
  expect(breaks.find(({ title }) => title.includes('"/"'))).toMatchObject({
    scenario: { input: { kind: 'invoice' } },
    detail: expect.stringContaining('mend what the machine makes') as string,
  });
});

test('the paths through the machine keep to the contract', async () => {
  const machine = new StateMachine(order, { contracts });
  const paths = choicePaths(machine);
  expect(paths.map(({ path }) => path)).toEqual([
    ['Route', 'Charge', 'Done'],
    ['Route', 'Invoice'],
  ]);
  for (const { input, tasks, path } of paths) {
    expect((await machine.execute(input, { tasks })).path).toEqual(path);
  }
  const onlyCards = new StateMachine(order, {
    contracts: { input: { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] } },
  });
  expect(choicePaths(onlyCards).map(({ path }) => path)).toEqual([['Route', 'Charge', 'Done']]);
});

test("so do the inputs and outcomes for tests of one's own", async () => {
  const machine = new StateMachine(order, { contracts });
  await fc.assert(
    fc.asyncProperty(executionInput(machine), taskOutcomes(machine), async (input, tasks) => {
      expect((await run(machine, input, { tasks })).status).toBe('SUCCEEDED');
    }),
    { numRuns: 50 },
  );
});

test('a mock that breaks the contract is no finding', async () => {
  const machine = new StateMachine(order, { contracts });
  await expect(survey(machine, { runs: 50, mocks: { Charge: mock.returns({ id: 'x' }) } })).rejects.toThrow(
    'The result of "arn:aws:lambda:us-east-1:123456789012:function:charge" in the state "Charge" breaks the contract',
  );
});

const $defs = {
  Base: { type: 'object', properties: { a: { const: 1 }, b: { const: 2 } }, required: ['a'] },
};

test.each<[schema: object]>([
  [{ type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 2 }],
  [{ type: 'array', prefixItems: [{ const: 1 }], items: { const: 2 }, minItems: 3 }],
  [{ $ref: '#/$defs/Base', required: ['b'] }],
  ...[
    'date',
    'time',
    'duration',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'uri-template',
    'regex',
    'json-pointer',
    'relative-json-pointer',
  ].map((format): [schema: object] => [{ type: 'string', format }]),
])('inputs are made for %j', async (schema) => {
  const machine = new StateMachine(
    { StartAt: 'A', States: { A: { Type: 'Succeed' } } },
    { contracts: { input: schema, $defs } },
  );
  await fc.assert(
    fc.asyncProperty(executionInput(machine), async (input) => {
      expect((await machine.execute(input)).status).toBe('SUCCEEDED');
    }),
    { numRuns: 20 },
  );
});
