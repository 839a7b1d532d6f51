import { mock, type TaskCall } from '../../src';
import { lambda, run } from '../support';

const map = (states: Readonly<Record<string, object>>, more: object = {}, type = 'STANDARD') => ({
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
const work = { Type: 'Task', Resource: lambda, End: true };

test('the children of a distributed Map can be looked at like every execution', async () => {
  const states = map({ Before: { Type: 'Pass', Next: 'Work' }, Work: work }, { ToleratedFailureCount: 1 });
  const execution = await run(states, ['a', 'b'], {
    tasks: {
      Work: (call: TaskCall) => {
        if (call.parameters === 'b') throw new RangeError('b');
        return 'done';
      },
    },
  });
  const [first, second] = execution.children;
  expect(first).toMatchObject({ status: 'SUCCEEDED', input: 'a', output: 'done', path: ['Before', 'Work'] });
  expect(second).toMatchObject({
    status: 'FAILED',
    input: 'b',
    error: 'RangeError',
    cause: expect.any(String) as string,
  });
  expect(first!.arn).toContain(':execution:StateMachine/L:');
  expect(first!.history.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'PassStateEntered',
    'PassStateExited',
    'TaskStateEntered',
    'LambdaFunctionScheduled',
    'LambdaFunctionStarted',
    'LambdaFunctionSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  expect(second!.states('Work').attempts).toMatchObject([{ error: 'RangeError' }]);
  expect(second!.calls()).toMatchObject([{ state: 'Work', parameters: 'b' }]);
  expect(execution.calls()).toHaveLength(2);
});

test('the Map Run says to which Map they belong', async () => {
  const { M } = map({ I: { Type: 'Pass', End: true } });
  const states = {
    P: { Type: 'Pass', Next: 'M' },
    M: { ...M, End: undefined, Next: 'C' },
    C: { Type: 'Choice', Choices: [{ Variable: '$[0]', NumericEquals: 1, Next: 'Other' }], Default: 'End' },
    Other: { Type: 'Pass', Result: [2, 3], Next: 'M' },
    End: { Type: 'Succeed' },
  };
  const execution = await run(JSON.parse(JSON.stringify(states)) as typeof states, [1]);
  const arns = execution.history.flatMap((event) => event.mapRunStartedEventDetails?.mapRunArn ?? []);
  expect(execution.children.map(({ mapRunArn }) => mapRunArn)).toEqual([arns[0], arns[1], arns[1]]);
  expect(execution.mapRunArn).toBeUndefined();
});

test('children have children, and their calls are theirs as well', async () => {
  const states = map({ N: map({ Work: work }, { Label: 'K' }).M });
  const execution = await run(states, [['a', 'b'], ['c']], { tasks: { Work: mock.returns(1) } });
  const [first] = execution.children;
  expect(first!.children.map(({ input }) => input)).toEqual(['a', 'b']);
  expect(first!.calls()).toHaveLength(2);
});

test('what a failed Map Run has not begun is no child', async () => {
  const execution = await run(map({ F: { Type: 'Fail' } }, { MaxConcurrency: 1 }), [1, 2]);
  expect(execution.children.map(({ status }) => status)).toEqual(['FAILED']);
});

test.each(['STANDARD', 'EXPRESS'])('%s: after a redrive they are what they have become', async (type) => {
  const execution = await run(map({ Work: work }, {}, type), [1], { tasks: { Work: mock.fails('E') } });
  expect(execution.children).toMatchObject([{ status: 'FAILED' }]);
  await execution.redrive({ tasks: { Work: mock.returns(1) } });
  expect(execution.children).toMatchObject([{ status: 'SUCCEEDED', output: 1 }]);
});

test('a child is redriven with its Map Run, not alone', async () => {
  const execution = await run(map({ F: { Type: 'Fail' } }), [1]);
  await expect(execution.children[0]!.redrive()).rejects.toThrow(
    /is a child of a Map Run and cannot be redriven; redrive the execution of the Map/,
  );
});
