import {
  ContractViolationError,
  InvalidContractError,
  mock,
  run,
  StateMachine,
  type Contract,
  type ContractPart,
} from '../../src';

const charge = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
  OutputPath: '$.Payload',
};
const machine = (States: object): object => ({ StartAt: Object.keys(States)[0], States });
const order = machine({ Charge: { ...charge, End: true } });

const object = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const contracts: Contract = {
  input: object({ id: { type: 'string' }, total: { type: 'number', exclusiveMinimum: 0 } }),
  output: object({ receipt: { type: 'string' } }),
  tasks: {
    Charge: {
      parameters: object({ FunctionName: true, Payload: object({ id: true, total: true }) }),
      result: object({ Payload: object({ receipt: { type: 'string' } }) }),
      errors: ['Card.Declined'],
    },
  },
};
const input = { id: 'a', total: 1 };
const answered = { Charge: mock.returns({ Payload: { receipt: 'r' } }) };

async function violationOf(work: () => Promise<unknown>): Promise<ContractViolationError> {
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ContractViolationError) return error;
  throw new Error(`no violation: ${String(error)}`);
}

test('an execution that keeps to its contract is as it would be without one', async () => {
  const execution = await new StateMachine(order, { contracts }).execute(input, { tasks: answered });
  const without = await new StateMachine(order).execute(input, { tasks: answered });
  expect(execution.output).toEqual({ receipt: 'r' });
  expect(execution.history).toEqual(without.history);
});

test('an input that breaks it is refused before anything happens, with every place', async () => {
  const held = new StateMachine(order, { contracts });
  const seen: string[] = [];
  const observers = [({ type }: { type: string }) => seen.push(type)];
  const error = await violationOf(() => held.execute({ id: 7, totl: 1 }, { tasks: answered, observers }));
  expect(error.message).toBe(
    'The input of the execution breaks the contract: it is {"id":7,"totl":1}, and must have "total"; ' +
      '"/totl" is 1, and is not allowed (did you mean "total"?); "/id" is 7, and must be string; ' +
      'start the execution with what the machine is given, or change the contract',
  );
  expect(error.part).toBe('input');
  expect(error.faults.map(({ pointer }) => pointer)).toEqual(['', '/totl', '/id']);
  expect(seen).toEqual([]);
  expect(() => held.start({ id: 7 }, { tasks: answered })).toThrow(ContractViolationError);
});

test.each<[ContractPart, object, object, string]>([
  [
    'parameters',
    machine({ Charge: { ...charge, Parameters: { FunctionName: 'f', Payload: { id: 1 } }, End: true } }),
    answered,
    'The call of "arn:aws:states:::lambda:invoke" in the state "Charge" breaks the contract: "/Payload" is {"id":1}, and must have "total"; mend what the state hands on, or change the contract',
  ],
  [
    'result',
    order,
    { Charge: mock.returns({ Payload: { receipt: 5 } }) },
    'The result of "arn:aws:states:::lambda:invoke" in the state "Charge" breaks the contract: "/Payload/receipt" is 5, and must be string; let the mock answer as the integration does, or change the contract',
  ],
  [
    'error',
    order,
    { Charge: mock.fails('Card.Declned') },
    'The error "Card.Declned" of "arn:aws:states:::lambda:invoke" in the state "Charge", for which the contract lists "Card.Declined", breaks the contract; let the mock fail as the integration does, or change the contract',
  ],
  [
    'output',
    machine({ Charge: { ...charge, OutputPath: '$', End: true } }),
    answered,
    'The output of the execution breaks the contract: it is {"Payload":{"receipt":"r"}}, and must have "receipt"; "/Payload" is {"receipt":"r"}, and is not allowed; mend what the machine makes, or change the contract',
  ],
])('%s that break it fail the test by name', async (part, definition, tasks, message) => {
  const held = new StateMachine(definition, { contracts });
  const error = await violationOf(() => held.execute(input, { tasks: tasks as typeof answered }));
  expect(error.message).toBe(message);
  expect(error.part).toBe(part);
  const { finished } = held.start(input, { tasks: tasks as typeof answered });
  await expect(finished).rejects.toThrow(message);
});

test('a Catch does not hide a violation', async () => {
  const caught = machine({
    Charge: { ...charge, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }], Next: 'Done' },
    Done: { Type: 'Succeed' },
  });
  const held = new StateMachine(caught, { contracts });
  const error = await violationOf(() => held.execute(input, { tasks: { Charge: mock.fails('Oops') } }));
  expect(error.state).toBe('Charge');
});

test.each([
  'Card.Declined',
  'States.TaskFailed',
  'States.Timeout',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
])('%s is listed, or may always come', async (error) => {
  const held = new StateMachine(order, { contracts });
  const execution = await held.execute(input, { tasks: { Charge: mock.fails(error) } });
  expect(execution.error).toBe(error);
});

test('what overloads a service may always come, what a call does wrong may not', async () => {
  const put = machine({
    Put: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: 't', Item: {} },
      End: true,
    },
  });
  const held = new StateMachine(put, { contracts: { tasks: { Put: { errors: [] } } } });
  const fails = (error: string) => held.execute({}, { tasks: { Put: mock.fails(error) } });
  expect((await fails('DynamoDB.ThrottlingException')).status).toBe('FAILED');
  expect((await violationOf(() => fails('DynamoDB.ConditionalCheckFailedException'))).part).toBe('error');
  expect((await violationOf(() => fails('DynamoDb.ThrottlingException'))).part).toBe('error');
});

test('silence breaks no contract, and a token brings a result that may', async () => {
  const wait = machine({
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
      TimeoutSeconds: 60,
      End: true,
    },
  });
  const held = new StateMachine(wait, { contracts: { tasks: { Charge: { result: { type: 'number' }, errors: [] } } } });
  expect((await held.execute({}, { tasks: { Charge: mock.never() } })).error).toBe('States.Timeout');
  let token = '';
  const execution = held.start({}, { tasks: { Charge: mock.callback((given) => (token = given)) } });
  await execution.until('Charge');
  execution.sendTaskSuccess(token, 'seven');
  await expect(execution.finished).rejects.toThrow('it is "seven", and must be number');
});

test('a machine that another one starts is held to its own contract', async () => {
  const parent = new StateMachine(
    machine({
      Start: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:order', 'Input.$': '$' },
        End: true,
      },
    }),
  );
  const child = new StateMachine(order, { contracts });
  const tasks = { Start: mock.executes(child, { tasks: answered }) };
  expect((await parent.execute(input, { tasks })).status).toBe('SUCCEEDED');
  expect((await violationOf(() => parent.execute({ id: 'a' }, { tasks }))).part).toBe('input');
  expect((await parent.execute({ id: 'a' }, { tasks, contracts: false })).status).toBe('SUCCEEDED');
});

test('an execution may do without its contract, and a machine, too', async () => {
  const tasks = { Charge: mock.returns({ Payload: 5 }) };
  expect((await new StateMachine(order, { contracts }).execute(5, { tasks, contracts: false })).output).toBe(5);
  expect((await new StateMachine(order, { contracts: false }).execute(5, { tasks })).output).toBe(5);
  expect(new StateMachine(order, { contracts: false }).contract).toBeUndefined();
  await expect(run(order, 5, { tasks, contracts: {} as false })).rejects.toThrow(
    '"contracts" of an execution can only be false',
  );
  expect(() => new StateMachine(order, { contracts: 'ignore' as unknown as false })).toThrow('"contracts" is "ignore"');
});

test('a contract that does not fit the machine is refused', () => {
  const make = () =>
    new StateMachine(order, { contracts: { tasks: { Chrage: { result: {} } }, inptu: {} } as Contract });
  expect(make).toThrow(InvalidContractError);
  expect(make).toThrow(
    'The contract cannot be used:\n' +
      '  contract  "/inptu" is not known here; did you mean "input"?\n' +
      '  contract  "/tasks/Chrage" is no state of the machine; did you mean "Charge"?',
  );
});

test.each([
  ['draft 07', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'array', items: [{ type: 'number' }] }],
  ['draft 2020-12', { type: 'array', prefixItems: [{ type: 'number' }] }],
])('schemas may be written in %s', async (_draft, schema) => {
  const held = new StateMachine(machine({ Done: { Type: 'Succeed' } }), { contracts: { input: schema } });
  expect((await held.execute([1])).status).toBe('SUCCEEDED');
  expect((await violationOf(() => held.execute(['a']))).message).toContain('"/0" is "a", and must be number');
});

test('formats are checked', async () => {
  const held = new StateMachine(machine({ Done: { Type: 'Succeed' } }), {
    contracts: { input: { type: 'string', format: 'date-time' } },
  });
  expect((await held.execute('2025-01-01T00:00:00Z')).status).toBe('SUCCEEDED');
  expect((await violationOf(() => held.execute('yesterday'))).message).toContain('must match format "date-time"');
});

test('of an anyOf only what is needed is told', async () => {
  const held = new StateMachine(machine({ Done: { Type: 'Succeed' } }), {
    contracts: { input: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
  });
  expect((await violationOf(() => held.execute(null))).message).toContain(
    'it is null, and must match a schema in anyOf; start',
  );
});
