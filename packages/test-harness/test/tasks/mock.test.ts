import { mock, type TaskCall } from '../../src';
import { lambda, queue, run } from '../support';

const loop = {
  T: { Type: 'Task', Resource: lambda, ResultPath: '$.got', Next: 'C' },
  C: { Type: 'Choice', Choices: [{ Variable: '$.got', NumericEquals: 0, Next: 'S' }], Default: 'T' },
  S: { Type: 'Succeed' },
};

test('a sequence answers call after call', async () => {
  const answers = mock.returns(3).then(mock.returns(2).times(2)).then(mock.returns(0));
  const execution = await run(loop, {}, { tasks: { T: answers } });
  expect(execution.states('T').attempts.map(({ output }) => output)).toEqual([3, 2, 2, 0]);
});

test('a mock holds no state: every execution begins it anew', async () => {
  const tasks = { T: mock.returns(1).then(mock.returns(0)) };
  const executions = [await run(loop, {}, { tasks }), await run(loop, {}, { tasks })];
  expect(executions.map((execution) => execution.states('T').entered)).toEqual([2, 2]);
});

test('a sequence that runs out says so', async () => {
  await expect(run(loop, {}, { tasks: { T: mock.returns(1).times(2) } })).rejects.toThrow(
    'The mock for the state "T" answers 2 calls, and this is call 3; add ".then(...)" with what comes next',
  );
});

test.each([
  ['by its state', { T: mock.returns('x') }],
  ['by its Resource', { [queue]: mock.returns('x') }],
  ['by its integration', { 'sqs:sendMessage': mock.returns('x') }],
  ['with a pattern', { 'sqs:sendMessage.waitForTaskToken': mock.returns('x') }],
])('a task is found %s', async (_, tasks) => {
  const resource = `${queue}${'sqs:sendMessage.waitForTaskToken' in tasks ? '.waitForTaskToken' : ''}`;
  const execution = await run({ T: { Type: 'Task', Resource: resource, End: true } }, {}, { tasks });
  expect(execution.output).toBe('x');
});

test('the name of a state comes before the Resource', async () => {
  const tasks = { [queue]: mock.returns('resource'), T: mock.returns('state') };
  expect((await run({ T: { Type: 'Task', Resource: queue, End: true } }, {}, { tasks })).output).toBe('state');
});

test('what a function gives back is the result, what it throws the failure', async () => {
  const states = { T: { Type: 'Task', Resource: queue, End: true } };
  const double = (call: TaskCall) => (call.parameters as number) * 2;
  expect((await run(states, 21, { tasks: { T: double } })).output).toBe(42);
  const fail = () => Promise.reject(new RangeError('too far'));
  expect(await run(states, 21, { tasks: { T: fail } })).toMatchObject({ error: 'RangeError', cause: 'too far' });
});

test('an outcome may take virtual time', async () => {
  const states = { T: { Type: 'Task', Resource: queue, End: true } };
  expect((await run(states, {}, { tasks: { T: mock.returns(1).after('2 hours') } })).duration).toBe(7200);
});

test('a call that nobody answers fails the test by name', async () => {
  const states = { T: { Type: 'Task', Resource: queue, Parameters: { a: 1 }, End: true } };
  await expect(run(states, {}, { tasks: {} })).rejects.toMatchObject({
    name: 'UnansweredCallError',
    message:
      `Nothing answers the call of "${queue}" in the state "T" with the parameters {"a":1}; ` +
      'add a mock to "tasks", such as { "T": mock.returns({ ... }) }',
  });
});

test.each([
  ['a state that is not there', { Tsk: mock.returns(1) }, /the machine has no state of that name; use one of "T"/],
  ['what is no mock', { T: 5 as never }, /"T" in "tasks" is neither a mock nor a function; use mock\.returns/],
])('%s is refused', async (_, tasks, message) => {
  await expect(run({ T: { Type: 'Task', Resource: queue, End: true } }, {}, { tasks })).rejects.toThrow(message);
});

const cycle: unknown[] = [];
cycle.push(cycle);
test.each([
  ['undefined', undefined, /it is undefined/],
  ['a function', { a: [() => 1] }, /"a\[0\]" is a function/],
  ['NaN', NaN, /it is NaN, which JSON does not have/],
  ['a BigInt', { n: 1n }, /"n" is a bigint/],
  ['a cycle', cycle, /"\[0\]" is a cycle/],
])('a result that is %s is refused', async (_, result, message) => {
  const states = { T: { Type: 'Task', Resource: queue, End: true } };
  await expect(run(states, {}, { tasks: { T: () => result } })).rejects.toThrow(message);
});

test.each([
  ['nothing at all', {}, /has none of "result", "error" and "never"; give exactly one/],
  ['two at once', { result: 1, error: 'E' }, /has more than one of/],
  ['a time in the past', { result: 1, after: -1 }, /comes "after" -1; give seconds of 0 or more/],
  ['a cause that is no text', { error: 'E', cause: 5 }, /has a value of type "number" as "cause"; use a string/],
])('an outcome with %s is refused', async (_, outcome, message) => {
  const states = { T: { Type: 'Task', Resource: queue, End: true } };
  await expect(run(states, {}, { tasks: () => outcome as never })).rejects.toThrow(message);
});

test.each([0, -1, 1.5])('times(%d) is refused', (count) => {
  expect(() => mock.returns(1).times(count)).toThrow(/a whole number of 1 or more/);
});

test('calls are found by every name that a mock may have', async () => {
  const execution = await run(
    { Ask: { Type: 'Task', Resource: lambda, Next: 'Tell' }, Tell: { Type: 'Task', Resource: queue, End: true } },
    {},
    { tasks: () => ({ result: {} }) },
  );
  const found = (name?: string): string[] => execution.calls(name).map(({ state }) => state);
  expect(found()).toEqual(['Ask', 'Tell']);
  expect([found('Ask'), found('lambda:work'), found(lambda)]).toEqual([['Ask'], ['Ask'], ['Ask']]);
  expect([found('sqs:sendMessage'), found(queue), found('sns:publish')]).toEqual([['Tell'], ['Tell'], []]);
});
