import { mock } from '../../src';
import { lambda, machineOf, queue, run } from '../support';

const child = machineOf(
  { W: { Type: 'Wait', Seconds: 60, Next: 'T' }, T: { Type: 'Task', Resource: lambda, End: true } },
  { name: 'child' },
);
const parent = (pattern: string, more: object = {}) => ({
  S: {
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${pattern}`,
    Parameters: { StateMachineArn: child.arn, Name: 'n', 'Input.$': '$' },
    ...more,
    End: true,
  },
});
const tasks = { S: mock.executes(child, { tasks: { T: mock.returns({ done: true }) } }) };

test('.sync:2 waits for the child, in the same clock, and gives its data as JSON', async () => {
  const execution = await run(parent('.sync:2'), { a: 1 }, { tasks });
  expect(execution.duration).toBe(60);
  expect(execution.output).toMatchObject({
    ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:child:n',
    Input: { a: 1 },
    Output: { done: true },
    Status: 'SUCCEEDED',
  });
  expect(execution.history.map(({ type }) => type)).toContain('TaskSubmitted');
});

test('.sync gives them as text', async () => {
  const execution = await run(parent('.sync'), { a: 1 }, { tasks });
  expect(execution.output).toMatchObject({ Input: '{"a":1}', Output: '{"done":true}' });
});

test('without a pattern, the child goes its own way', async () => {
  const execution = await run(parent(''), {}, { tasks });
  expect([execution.duration, execution.status]).toEqual([0, 'SUCCEEDED']);
  expect(execution.output).toMatchObject({ ExecutionArn: expect.stringContaining(':child:n') as string });
});

test('a child that fails fails its Task with States.TaskFailed', async () => {
  const failing = { S: mock.executes(child, { tasks: { T: mock.fails('E', 'why') } }) };
  const execution = await run(parent('.sync:2'), {}, { tasks: failing });
  expect(execution.error).toBe('States.TaskFailed');
  expect(JSON.parse(execution.cause!)).toMatchObject({ Error: 'E', Cause: 'why', Status: 'FAILED' });
});

test('a Task that is given up stops the child', async () => {
  const execution = await run(parent('.sync', { TimeoutSeconds: 30 }), {}, { tasks });
  expect([execution.error, execution.duration]).toEqual(['States.Timeout', 30]);
});

test('machines that start each other without end are given up', async () => {
  const machine = machineOf(parent('.sync'));
  const again: Record<string, ReturnType<typeof mock.executes>> = {};
  again.S = mock.executes(machine, { tasks: again });
  await expect(machine.execute({}, { tasks: again, runawayLimit: 50 })).rejects.toThrow(
    '51 nested executions have been started; let the machines stop starting each other, or raise "runawayLimit"',
  );
});

test('a call of the child that nobody answers fails the test', async () => {
  await expect(run(parent('.sync'), {}, { tasks: { S: mock.executes(child) } })).rejects.toThrow(/in the state "T"/);
});

test('a child may send the token of its parent back', async () => {
  const answering = machineOf({
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
      Parameters: { 'TaskToken.$': '$.token', Output: { approved: true } },
      End: true,
    },
  });
  const execution = await run(
    parent('.waitForTaskToken', { Parameters: { StateMachineArn: 'x', Input: { 'token.$': '$$.Task.Token' } } }),
    {},
    { tasks: { S: mock.executes(answering) } },
  );
  expect(execution.output).toEqual({ approved: true });
});

test('a token that is not known fails the Task that sends it', async () => {
  const states = {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat',
      Parameters: { TaskToken: 'no' },
      End: true,
    },
  };
  expect((await run(states)).error).toBe('Sfn.InvalidTokenException');
  expect(
    (await run({ ...states, Send: { ...states.Send, Resource: queue } }, {}, { tasks: { Send: mock.returns(1) } }))
      .output,
  ).toBe(1);
});
