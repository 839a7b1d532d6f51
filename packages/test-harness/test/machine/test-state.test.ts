import { mock, testState, type TestStateRequest } from '../../src';
import { lambda, queue } from '../support';

const test1 = (definition: object, more: Partial<TestStateRequest> = {}) =>
  testState({ definition: JSON.stringify(definition), ...more });

test('a state that succeeds', async () => {
  expect(await test1({ Type: 'Pass', Result: 1, Next: 'Somewhere' }, { input: '{"a":2}' })).toEqual({
    status: 'SUCCEEDED',
    output: '1',
    nextState: 'Somewhere',
  });
});

test('DEBUG shows the data on its way', async () => {
  const response = await test1(
    {
      Type: 'Task',
      Resource: queue,
      InputPath: '$.in',
      Parameters: { 'b.$': '$.a' },
      ResultSelector: { 'd.$': '$.c' },
      ResultPath: '$.e',
      End: true,
    },
    { input: '{"in":{"a":1}}', inspectionLevel: 'DEBUG', mock: { result: '{"c":2}' } },
  );
  expect(response).toEqual({
    status: 'SUCCEEDED',
    output: '{"in":{"a":1},"e":{"d":2}}',
    inspectionData: {
      input: '{"in":{"a":1}}',
      afterInputPath: '{"a":1}',
      afterParameters: '{"b":1}',
      result: '{"c":2}',
      afterResultSelector: '{"d":2}',
      afterResultPath: '{"in":{"a":1},"e":{"d":2}}',
    },
  });
});

describe('a failure', () => {
  const failing = (more: object, request: Partial<TestStateRequest> = {}) =>
    test1(
      { Type: 'Task', Resource: lambda, ...more, End: true },
      { inspectionLevel: 'DEBUG', mock: { errorOutput: { error: 'E', cause: 'why' } }, ...request },
    );

  test('that nobody handles', async () => {
    expect(await failing({})).toMatchObject({ status: 'FAILED', error: 'E', cause: 'why' });
  });

  test.each([
    [0, 'RETRIABLE', { retryIndex: 0, retryBackoffIntervalSeconds: 2 }],
    [1, 'RETRIABLE', { retryIndex: 0, retryBackoffIntervalSeconds: 4 }],
    [3, 'CAUGHT_ERROR', { retryIndex: 0, catchIndex: 0 }],
  ])('after %d retries: %s', async (retrierRetryCount, status, errorDetails) => {
    const response = await failing(
      {
        Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 2, MaxAttempts: 3 }],
        Catch: [{ ErrorEquals: ['E'], Next: 'C' }],
      },
      { stateConfiguration: { retrierRetryCount } },
    );
    expect(response).toMatchObject({ status, error: 'E', inspectionData: { errorDetails } });
    expect(response.nextState).toBe(status === 'CAUGHT_ERROR' ? 'C' : undefined);
  });
});

test('a Task without a mock is answered by "tasks"', async () => {
  const request = {
    definition: { Type: 'Task', Resource: lambda, End: true },
    roleArn: 'arn:aws:iam::1:role/r',
    input: '5',
  };
  expect(await testState(request, { tasks: { 'lambda:work': (event: number) => event * 2 } })).toEqual({
    status: 'SUCCEEDED',
    output: '10',
  });
  expect(await testState(request, { tasks: { [lambda]: mock.fails('E') } })).toEqual({ status: 'FAILED', error: 'E' });
});

test('a state of a machine is found by its name, also in inner scopes', async () => {
  const machine = {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Result: 3, End: true } } },
        End: true,
      },
    },
  };
  expect(await test1(machine, { stateName: 'I' })).toMatchObject({ output: '3' });
});

describe('a Map', () => {
  const map = {
    Type: 'Map',
    ToleratedFailureCount: 1,
    ItemsPath: '$.items',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: { Type: 'Pass', End: true } },
    },
    End: true,
  };
  const request = { input: '{"items":[1,2]}', inspectionLevel: 'DEBUG', mock: { result: '["a","b"]' } } as const;

  test('is tried with the results of its iterations', async () => {
    expect(await test1(map, request)).toEqual({
      status: 'SUCCEEDED',
      output: '["a","b"]',
      inspectionData: {
        input: '{"items":[1,2]}',
        afterInputPath: '{"items":[1,2]}',
        afterItemsPath: '[1,2]',
        maxConcurrency: 0,
        toleratedFailureCount: 1,
        afterResultSelector: '["a","b"]',
        afterResultPath: '["a","b"]',
      },
    });
  });

  test('fails when more iterations fail than it tolerates', async () => {
    const response = await test1(map, { ...request, stateConfiguration: { mapIterationFailureCount: 2 } });
    expect(response).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  });
});

test.each<[string, object, Partial<TestStateRequest>, string, string]>([
  [
    'a mock for a state that calls nobody',
    { Type: 'Pass', End: true },
    { mock: { result: '1' } },
    'ValidationException',
    "State type 'Pass' is not supported when a mock is specified",
  ],
  [
    'two mocks in one',
    { Type: 'Task', Resource: lambda, End: true },
    { mock: { result: '1', errorOutput: {} } },
    'ValidationException',
    'A test mock should have only one of the following fields: [result, errorOutput].',
  ],
  [
    'a mock that is no JSON',
    { Type: 'Task', Resource: lambda, End: true },
    { mock: { result: '{' } },
    'ValidationException',
    'Mocked result must be valid JSON',
  ],
  [
    'a Task without a role',
    { Type: 'Task', Resource: lambda, End: true },
    {},
    'ValidationException',
    'RoleArn must be specified when testing a Task state',
  ],
  [
    'a state that is not there',
    { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
    { stateName: 'Q' },
    'ValidationException',
    'State not found in definition',
  ],
  [
    'a context that has what it may not',
    { Type: 'Task', Resource: lambda, End: true },
    { mock: { result: '1' }, context: '{"X":1}' },
    'ValidationException',
    "Invalid Context object provided: Field 'X' is not allowed",
  ],
  [
    'an invalid state',
    { Type: 'Wait', End: true },
    {},
    'InvalidDefinition',
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ",
  ],
  [
    'an input that is no JSON',
    { Type: 'Pass', End: true },
    { input: '{' },
    'InvalidExecutionInput',
    'Invalid State Machine Execution Input',
  ],
])('refuses %s', async (_, definition, request, name, message) => {
  await expect(test1(definition, request)).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message) as string,
  });
});
