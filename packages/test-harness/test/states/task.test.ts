import { mock, type TaskCall, type TaskOutcome } from '../../src';
import { activity, job, lambda, queue, run, shapeOf } from '../support';

const task = (resource: string, more: object = {}) => ({ T: { Type: 'Task', Resource: resource, ...more, End: true } });

describe('the events of a task', () => {
  test.each([
    ['a Lambda function', lambda, ['LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded']],
    ['an activity', activity, ['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded']],
    ['an integration', queue, ['TaskScheduled', 'TaskStarted', 'TaskSucceeded']],
    ['a job', job, ['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']],
    ['a callback', `${queue}.waitForTaskToken`, ['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']],
  ])('%s', async (_, resource, types) => {
    const execution = await run(task(resource), { a: 1 }, { tasks: { T: mock.returns({ ok: true }) } });
    expect(execution.output).toEqual({ ok: true });
    const all = ['TaskStateEntered', ...types, 'TaskStateExited', 'ExecutionSucceeded'];
    expect(shapeOf(execution.history)).toEqual(
      all.map((type, index) => `${type}:${index + 2}<${index === 0 ? 0 : index + 1}`),
    );
  });

  test('say what was called, with what, and what came back', async () => {
    const execution = await run(
      task(`${queue}.waitForTaskToken`, {
        Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
        TimeoutSeconds: 60,
        HeartbeatSeconds: 10,
        Credentials: { RoleArn: 'arn:aws:iam::1:role/r' },
      }),
      {},
      { tasks: () => ({ submitted: { MessageId: 'm' }, result: 'done' }) },
    );
    const token = execution.calls('T')[0]!.taskToken!;
    const names = { resourceType: 'sqs', resource: 'sendMessage.waitForTaskToken' };
    expect(execution.history[2]!.taskScheduledEventDetails).toEqual({
      ...names,
      region: 'us-east-1',
      parameters: JSON.stringify({ QueueUrl: 'q', MessageBody: { token } }),
      timeoutInSeconds: 60,
      heartbeatInSeconds: 10,
      taskCredentials: { roleArn: 'arn:aws:iam::1:role/r' },
    });
    expect(execution.history[4]!.taskSubmittedEventDetails).toEqual({
      ...names,
      output: '{"MessageId":"m"}',
      outputDetails: { truncated: false },
    });
    expect(execution.history[5]!.taskSucceededEventDetails).toMatchObject({ ...names, output: '"done"' });
  });
});

test('a failure that nobody catches ends the execution without TaskStateExited', async () => {
  const execution = await run(task(queue), {}, { tasks: { T: mock.fails('Broken', 'why') } });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'why' });
  expect(shapeOf(execution.history)).toEqual([
    'TaskStateEntered:2<0',
    'TaskScheduled:3<2',
    'TaskStarted:4<3',
    'TaskFailed:5<4',
    'ExecutionFailed:6<5',
  ]);
});

describe('timeouts', () => {
  const outcomes: readonly (readonly [string, object, TaskOutcome, string, number])[] = [
    ['nobody answers', { TimeoutSeconds: 5 }, { never: true }, 'FAILED', 5],
    ['the answer is late', { TimeoutSeconds: 5 }, { result: 1, after: 6 }, 'FAILED', 5],
    ['the answer is in time', { TimeoutSeconds: 5 }, { result: 1, after: 5 }, 'SUCCEEDED', 5],
    ['no heartbeat', { HeartbeatSeconds: 3 }, { never: true }, 'FAILED', 3],
    ['the time comes from the input', { TimeoutSecondsPath: '$.n' }, { never: true }, 'FAILED', 7],
    [
      'the time comes from JSONata',
      { QueryLanguage: 'JSONata', TimeoutSeconds: '{% $states.input.n + 1 %}' },
      { never: true },
      'FAILED',
      8,
    ],
  ];
  test.each(outcomes)('%s', async (_, fields, outcome, status, duration) => {
    const execution = await run(task(`${queue}.waitForTaskToken`, fields), { n: 7 }, { tasks: () => outcome });
    expect([execution.status, execution.duration]).toEqual([status, duration]);
    if (status === 'FAILED') {
      expect([execution.error, execution.cause]).toEqual(['States.Timeout', undefined]);
      expect(execution.history.at(-2)!.type).toBe('TaskTimedOut');
    }
  });

  test('without a timeout, the execution itself times out after a year', async () => {
    const execution = await run(task(lambda), {}, { tasks: { T: mock.never() } });
    expect([execution.status, execution.duration]).toEqual(['TIMED_OUT', 31_536_000]);
  });

  test('an Express execution times out after five minutes', async () => {
    const execution = await run(task(lambda), {}, { type: 'EXPRESS', tasks: { T: mock.never() } });
    expect([execution.status, execution.duration]).toEqual(['TIMED_OUT', 300]);
  });
});

test('a result of more than 256 KiB fails the task, and can be caught', async () => {
  const execution = await run(
    {
      T: {
        Type: 'Task',
        Resource: queue,
        Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'C' }],
        End: true,
      },
      C: { Type: 'Succeed' },
    },
    {},
    { tasks: { T: mock.returns('x'.repeat(262_145)) } },
  );
  expect(execution.output).toEqual({
    Error: 'States.DataLimitExceeded',
    Cause: "The state/task 'sqs' returned a result with a size exceeding the maximum number of bytes service limit.",
  });
});

test('a header of API Gateway that is no list is refused before the call', async () => {
  const parameters = { ApiEndpoint: 'x', Method: 'GET', Headers: { accept: 'text/html' } };
  const execution = await run(task('arn:aws:states:::apigateway:invoke', { Parameters: parameters }), {});
  expect(execution.error).toBe('States.Runtime');
  expect(execution.cause).toContain(
    `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]`,
  );
});

test('a call says where it comes from', async () => {
  const calls: TaskCall[] = [];
  await run(
    {
      Outer: {
        Type: 'Map',
        ItemsPath: '$.rows',
        MaxConcurrency: 1,
        ItemProcessor: {
          StartAt: 'Inner',
          States: {
            Inner: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: { StartAt: 'T', States: task(lambda) }, End: true },
          },
        },
        End: true,
      },
    },
    { rows: [['a'], ['b', 'c']] },
    {
      tasks: (call) => {
        calls.push(call);
        return { result: null };
      },
    },
  );
  expect(calls.map(({ parameters, iterations }) => [parameters, iterations])).toEqual([
    ['a', [0, 0]],
    ['b', [0, 1]],
    ['c', [1, 1]],
  ]);
});

test('data goes through Parameters, ResultSelector, ResultPath and OutputPath', async () => {
  const execution = await run(
    task(queue, {
      InputPath: '$.order',
      Parameters: { 'id.$': '$.id' },
      ResultSelector: { 'got.$': '$.value' },
      ResultPath: '$.answer',
      OutputPath: '$.answer',
      Assign: { 'raw.$': '$.value' },
    }),
    { order: { id: 7 } },
    { tasks: { T: (call: TaskCall) => ({ value: (call.parameters as { id: number }).id * 2 }) } },
  );
  expect(execution.output).toEqual({ got: 14 });
  expect(execution.history.at(-2)!.stateExitedEventDetails).toMatchObject({ assignedVariables: { raw: '14' } });
});
