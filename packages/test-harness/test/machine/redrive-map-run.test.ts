import type { TaskCall, TaskOutcome } from '../../src';
import { lambda, run, shapeOf } from '../support';

const task = (more: object = {}) => ({ Type: 'Task', Resource: lambda, ...more });
const twoSteps: object = { A: task({ Next: 'B' }), B: task({ End: true }) };
const map = (more: object = {}, { states = twoSteps, type = 'STANDARD' } = {}) => ({
  M: {
    Type: 'Map',
    Label: 'L',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
      StartAt: Object.keys(states)[0],
      States: states,
    },
    ...more,
    End: true,
  },
});
const reader = {
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    Parameters: { Bucket: 'b', Key: 'k' },
    ReaderConfig: { InputType: 'JSON' },
  },
};
const writer = { ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out' } } };

/** Answers every Task with its input, except for what `failing` says; remembers the calls. */
function answers(failing: (call: TaskCall) => TaskOutcome | false) {
  const called: string[] = [];
  return {
    called,
    tasks: (call: TaskCall) => {
      called.push(`${call.state}${call.resource === lambda ? JSON.stringify(call.parameters) : ''}`);
      return failing(call) || { result: call.parameters };
    },
  };
}
const healthy = () => answers(() => false);
const failingAt = (state: string, item: number) =>
  answers((call) => call.state === state && call.parameters === item && { error: 'E' });

test('children that have failed go on where they stopped, those that have succeeded are not run again', async () => {
  const execution = await run(map({ MaxConcurrency: 1 }), [1, 2, 3], failingAt('B', 2));
  expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
  const before = execution.history.length;
  const { called, tasks } = healthy();
  await execution.redrive({ tasks });
  expect([execution.status, execution.output]).toEqual(['SUCCEEDED', [1, 2, 3]]);
  // The second goes on at B, the third had not begun.
  expect(called).toEqual(['B2', 'A3', 'B3']);
  expect(shapeOf(execution.history).slice(before - 1)).toEqual([
    'ExecutionRedriven:8<7',
    'MapRunRedriven:9<8',
    'MapRunSucceeded:10<9',
    'MapStateSucceeded:11<10',
    'MapStateExited:12<10',
    'ExecutionSucceeded:13<12',
  ]);
  expect(execution.history[8]!.mapRunRedrivenEventDetails).toEqual({
    mapRunArn: execution.history[3]!.mapRunStartedEventDetails!.mapRunArn,
    redriveCount: 1,
  });
});

test('children that were aborted go on, too, and know that they are redriven', async () => {
  const child = { A: task({ Parameters: { 'n.$': '$', 'count.$': '$$.Execution.RedriveCount' }, End: true }) };
  const execution = await run(map({}, { states: child }), [1, 2], {
    tasks: ({ parameters }) => ((parameters as { n: number }).n === 1 ? { error: 'E' } : { never: true }),
  });
  expect(execution.status).toBe('FAILED');
  await execution.redrive(healthy());
  expect(execution.output).toEqual([
    { n: 1, count: 1 },
    { n: 2, count: 1 },
  ]);
});

test('Express children start anew, with the same ARN', async () => {
  const execution = await run(map({}, { type: 'EXPRESS' }), [1], failingAt('B', 1));
  const { called, tasks } = healthy();
  await execution.redrive({ tasks });
  expect([execution.output, called]).toEqual([[1], ['A1', 'B1']]);
  const arns = new Set(execution.calls().map(({ executionArn }) => executionArn));
  expect(arns.size).toBe(1);
});

test('a Map Run may be redriven again and again', async () => {
  const execution = await run(map(), [1], failingAt('A', 1));
  await execution.redrive(failingAt('B', 1));
  const { called, tasks } = healthy();
  await execution.redrive({ tasks });
  expect([execution.output, called]).toEqual([[1], ['B1']]);
  expect(execution.history.flatMap((event) => event.mapRunRedrivenEventDetails?.redriveCount ?? [])).toEqual([1, 2]);
});

test('a thousand redrives are the limit', async () => {
  const states = { F: { Type: 'Fail', Error: 'E' } };
  const execution = await run(map({}, { states }), [1]);
  for (let count = 0; count < 1000; count++) await execution.redrive();
  expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
  await execution.redrive();
  expect(execution.error).toBe('States.Runtime');
  expect(execution.cause).toContain('The Map Run has been redriven 1000 times');
});

test('tolerated failures are counted anew', async () => {
  const failing = answers(({ parameters }) => (parameters as number) < 3 && { error: 'E' });
  const execution = await run(map({ ToleratedFailureCount: 1 }), [1, 2, 3], failing);
  expect(execution.status).toBe('FAILED');
  await execution.redrive(failingAt('A', 1));
  expect([execution.status, execution.output]).toEqual(['SUCCEEDED', [2, 3]]);
});

test('a child that ended more than 14 days before stays failed', async () => {
  const slow = answers(({ parameters }) => (parameters === 2 ? { error: 'E', after: 10 * 86_400 } : { error: 'E' }));
  const execution = await run(map({ ToleratedFailureCount: 1 }), [1, 2], slow);
  const { called, tasks } = healthy();
  await execution.redrive({ after: '5 days', tasks });
  expect([execution.status, execution.output, called]).toEqual(['SUCCEEDED', [2], ['A2', 'B2']]);
});

test('what has been read is not read again once children have begun', async () => {
  const read = (call: TaskCall) => call.state === 'M' && { result: { Body: '[1]' } };
  const execution = await run(
    map(reader),
    {},
    answers((call) => read(call) || { error: 'E' }),
  );
  const { called, tasks } = answers(read);
  await execution.redrive({ tasks });
  expect([execution.output, called]).toEqual([[1], ['A1', 'B1']]);
});

test('a Map Run whose items could not be read is redriven and reads them', async () => {
  const execution = await run(
    map(reader),
    {},
    answers(() => ({ error: 'S3.NoSuchKey' })),
  );
  expect(execution.error).toBe('States.ItemReaderFailed');
  await execution.redrive(answers((call) => call.state === 'M' && { result: { Body: '[1]' } }));
  expect(execution.output).toEqual([1]);
  expect(execution.history.filter(({ type }) => type === 'MapRunStarted')).toHaveLength(1);
});

test('results that could not be written are written, and no child is run again', async () => {
  const execution = await run(
    map(writer),
    [1],
    answers((call) => call.state === 'M' && { error: 'S3.AccessDenied' }),
  );
  expect(execution.error).toBe('States.ResultWriterFailed');
  const { called, tasks } = answers((call) => call.state === 'M' && { result: {} });
  await execution.redrive({ tasks });
  expect([execution.status, called]).toEqual(['SUCCEEDED', ['M', 'M']]);
});

test('the records of a redriven child say so', async () => {
  const config = { ResultWriter: { WriterConfig: { Transformation: 'NONE', OutputType: 'JSON' } } };
  const execution = await run(map(config), [1], failingAt('B', 1));
  await execution.redrive(healthy());
  expect(execution.output).toMatchObject([{ RedriveCount: 1, Status: 'SUCCEEDED' }]);
});

test.each([
  ['the result was too large', {}, 'x'.repeat(200_000), 'States.DataLimitExceeded'],
  ['a path led nowhere', { OutputPath: '$.nothing' }, 'x', 'States.Runtime'],
])('a new Map Run begins where %s', async (_, more, output, error) => {
  const execution = await run(
    map(more),
    [1, 2],
    answers(() => ({ result: output })),
  );
  expect(execution.error).toBe(error);
  const { called, tasks } = healthy();
  await execution.redrive({ tasks });
  expect(execution.history.filter(({ type }) => type === 'MapRunStarted')).toHaveLength(2);
  expect(called).toHaveLength(4);
});

test('a distributed Map in a branch is redriven as well', async () => {
  const branches = [
    { StartAt: 'M', States: map({ MaxConcurrency: 1 }) },
    { StartAt: 'C', States: { C: task({ Parameters: {}, End: true }) } },
  ];
  const execution = await run(
    { P: { Type: 'Parallel', Branches: branches, End: true } },
    [1, 2],
    answers(({ state, parameters }) =>
      state === 'C' ? { error: 'E', after: 5 } : parameters === 2 && { never: true },
    ),
  );
  expect(execution.error).toBe('E');
  const { called, tasks } = healthy();
  await execution.redrive({ tasks });
  expect(execution.output).toEqual([[1, 2], {}]);
  expect(called.sort()).toEqual(['A2', 'B2', 'C{}']);
});
