import { mock, type TaskCall } from '../../src';
import { lambda, run, shapeOf } from '../support';

const task = (more: object = {}) => ({ Type: 'Task', Resource: lambda, ...more });

test('goes on at the state that failed, in the same history', async () => {
  const states = { A: task({ Next: 'B' }), B: task({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }], End: true }) };
  const execution = await run(states, {}, { tasks: { A: mock.returns({ a: 1 }), B: mock.fails('E') } });
  expect(execution.status).toBe('FAILED');
  const before = execution.history.length;
  const again = await execution.redrive({ after: '1 hour', tasks: { B: mock.fails('E').then(mock.returns('ok')) } });
  expect(again).toMatchObject({ status: 'SUCCEEDED', output: 'ok', error: undefined, path: ['A', 'B'] });
  expect(shapeOf(again.history).slice(before - 1)).toEqual([
    'ExecutionRedriven:15<14',
    'LambdaFunctionScheduled:16<15',
    'LambdaFunctionStarted:17<16',
    'LambdaFunctionFailed:18<17',
    'LambdaFunctionScheduled:19<18',
    'LambdaFunctionStarted:20<19',
    'LambdaFunctionSucceeded:21<20',
    'TaskStateExited:22<21',
    'ExecutionSucceeded:23<22',
  ]);
  expect(again.calls('A')).toHaveLength(1);
  expect(again.duration).toBe(1 + 3600 + 1);
});

test('a Map does again only what has not succeeded', async () => {
  const states = {
    M: {
      Type: 'Map',
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: 'T', States: { T: task({ End: true }) } },
      End: true,
    },
  };
  const calls: unknown[] = [];
  const answer = (isHealthy: boolean) => (call: TaskCall) => {
    calls.push(call.parameters);
    return isHealthy || call.parameters !== 3 ? { result: call.parameters } : { error: 'E' };
  };
  const execution = await run(states, [1, 2, 3, 4, 5], { tasks: answer(false) });
  expect([execution.status, calls]).toEqual(['FAILED', [1, 2, 3, 4]]);
  calls.length = 0;
  await execution.redrive({ tasks: answer(true) });
  expect([execution.status, execution.output]).toEqual(['SUCCEEDED', [1, 2, 3, 4, 5]]);
  expect(calls).not.toContain(1);
  expect(calls).toContain(3);
});

test('a Parallel does again only the branches that have not succeeded', async () => {
  const branch = (name: string) => ({ StartAt: name, States: { [name]: task({ End: true }) } });
  const states = { P: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } };
  const execution = await run(states, {}, { tasks: { A: mock.returns('a'), B: mock.fails('E').after(1) } });
  await execution.redrive({ tasks: { A: mock.fails('never called'), B: mock.returns('b') } });
  expect(execution.output).toEqual(['a', 'b']);
});

test('the context object says how often and when', async () => {
  const states = { T: task({ Parameters: { 'count.$': '$$.Execution.RedriveCount' }, End: true }) };
  const execution = await run(states, {}, { tasks: { T: mock.fails('E') } });
  await execution.redrive({ tasks: { T: mock.fails('E') } });
  await execution.redrive({ tasks: { T: mock.returns(1) } });
  expect(execution.calls('T').map(({ parameters }) => parameters)).toEqual([{ count: 0 }, { count: 1 }, { count: 2 }]);
});

test.each([
  ['has succeeded', { T: mock.returns(1) }, {}, 0, /is SUCCEEDED and cannot be redriven/],
  ['is too old', { T: mock.fails('E') }, {}, '15 days', /ended more than 14 days before/],
  ['is Express', { T: mock.fails('E') }, { type: 'EXPRESS' as const }, 0, /is of the type EXPRESS/],
])('an execution that %s is refused', async (_, tasks, options, after, message) => {
  const execution = await run({ T: task({ End: true }) }, {}, { tasks, ...options });
  await expect(execution.redrive({ after })).rejects.toMatchObject({
    name: 'ExecutionNotRedrivable',
    message: expect.stringMatching(message) as string,
  });
});
