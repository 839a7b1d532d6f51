import { mock } from '../../src';
import { lambda, queue, run, shapeOf } from '../support';

const failing = (more: object) => ({
  T: { Type: 'Task', Resource: lambda, ...more, End: true },
  ...('Catch' in more && { Caught: { Type: 'Pass', End: true } }),
});

describe('Retry', () => {
  test.each([
    ['defaults', {}, [0, 1, 3, 7]],
    ['interval and rate', { IntervalSeconds: 3, BackoffRate: 3, MaxAttempts: 2 }, [0, 3, 12]],
    ['a cap', { IntervalSeconds: 3, MaxDelaySeconds: 8, MaxAttempts: 4 }, [0, 3, 9, 17, 25]],
    ['no attempts', { MaxAttempts: 0 }, [0]],
  ])('%s', async (_, policy, times) => {
    const states = failing({ Retry: [{ ErrorEquals: ['States.ALL'], ...policy }] });
    const execution = await run(states, {}, { tasks: { T: mock.fails('E') } });
    expect(execution.states('T').attempts.map(({ at }) => at)).toEqual(times);
  });

  test('jitter is between nothing and the delay, and comes from the seed', async () => {
    const states = failing({
      Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 100, JitterStrategy: 'FULL', MaxAttempts: 5, BackoffRate: 1 }],
    });
    const times = async (seed: number) => {
      const execution = await run(states, {}, { seed, tasks: { T: mock.fails('E') } });
      return execution.states('T').attempts.map(({ at }) => at);
    };
    const [first, again, other] = [await times(1), await times(1), await times(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    first.slice(1).forEach((at, index) => {
      const delay = at - first[index]!;
      expect(delay >= 0 && delay <= 100).toBe(true);
    });
  });

  test('each Retrier counts for itself, and the one that is used up hands over to Catch', async () => {
    const execution = await run(
      failing({
        Retry: [
          { ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 1 },
          { ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 1 },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      }),
      {},
      { tasks: { T: mock.fails('A').then(mock.fails('B')).then(mock.fails('A')) } },
    );
    expect(execution.states('T').attempts.map(({ at, error }) => [at, error])).toEqual([
      [0, 'A'],
      [1, 'B'],
      [11, 'A'],
    ]);
    expect(execution.path).toEqual(['T', 'Caught']);
  });

  test('the context object counts the retries, and the events chain', async () => {
    const execution = await run(
      failing({ Parameters: { 'count.$': '$$.State.RetryCount' }, Retry: [{ ErrorEquals: ['States.TaskFailed'] }] }),
      {},
      { tasks: { T: mock.fails('E').times(2).then(mock.returns('ok')) } },
    );
    expect(execution.calls('T').map(({ parameters, attempt }) => [parameters, attempt])).toEqual([
      [{ count: 0 }, 0],
      [{ count: 1 }, 1],
      [{ count: 2 }, 2],
    ]);
    expect(shapeOf(execution.history).slice(0, 6)).toEqual([
      'TaskStateEntered:2<0',
      'LambdaFunctionScheduled:3<2',
      'LambdaFunctionStarted:4<3',
      'LambdaFunctionFailed:5<4',
      'LambdaFunctionScheduled:6<5',
      'LambdaFunctionStarted:7<6',
    ]);
  });
});

describe('which names match', () => {
  test.each([
    ['States.ALL', mock.fails('E'), true],
    ['E', mock.fails('E'), true],
    ['e', mock.fails('E'), false],
    ['States.TaskFailed', mock.fails('E'), true],
    ['States.TaskFailed', mock.never(), false],
    ['States.Timeout', mock.never(), true],
    ['States.HeartbeatTimeout', mock.never(), false],
    ['States.Runtime', mock.fails('States.Runtime'), false],
    ['States.ALL', mock.fails('States.Runtime'), false],
  ])('%s, %#', async (name, answer, isCaught) => {
    const states = failing({ TimeoutSeconds: 5, Catch: [{ ErrorEquals: [name], Next: 'Caught' }] });
    const execution = await run(states, {}, { tasks: { T: answer } });
    expect(execution.path.includes('Caught')).toBe(isCaught);
  });

  test('a missed heartbeat goes by both names', async () => {
    for (const name of ['States.Timeout', 'States.HeartbeatTimeout']) {
      const states = {
        T: {
          Type: 'Task',
          Resource: `${queue}.waitForTaskToken`,
          HeartbeatSeconds: 5,
          Catch: [{ ErrorEquals: [name], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      };
      const execution = await run(states, {}, { tasks: { T: mock.never() } });
      expect(execution.output).toEqual({ Error: 'States.Timeout', Cause: '' });
    }
  });
});

describe('Catch', () => {
  test.each([
    ['by default, the Error Output replaces everything', {}, { Error: 'E', Cause: 'why' }],
    ['ResultPath puts it into the raw input', { ResultPath: '$.error' }, { a: 1, error: { Error: 'E', Cause: 'why' } }],
    ['ResultPath null drops it', { ResultPath: null }, { a: 1 }],
  ])('%s', async (_, fields, output) => {
    const execution = await run(
      failing({
        InputPath: '$.a',
        OutputPath: '$.nowhere',
        Catch: [{ ErrorEquals: ['E'], ...fields, Next: 'Caught' }],
      }),
      { a: 1 },
      { tasks: { T: mock.fails('E', 'why') } },
    );
    expect(execution.output).toEqual(output);
    expect(shapeOf(execution.history).slice(3, 6)).toEqual([
      'LambdaFunctionFailed:5<4',
      'TaskStateExited:6<5',
      'PassStateEntered:7<6',
    ]);
  });

  test('JSONata: Output and Assign of the Catcher', async () => {
    const execution = await run(
      {
        ...failing({
          QueryLanguage: 'JSONata',
          Catch: [
            {
              ErrorEquals: ['E'],
              Output: { from: '{% $states.input.a %}', name: '{% $states.errorOutput.Error %}' },
              Assign: { cause: '{% $states.errorOutput.Cause %}' },
              Next: 'Caught',
            },
          ],
        }),
        Caught: { Type: 'Pass', Parameters: { 'in.$': '$', 'cause.$': '$cause' }, End: true },
      },
      { a: 1 },
      { tasks: { T: mock.fails('E', 'why') } },
    );
    expect(execution.output).toEqual({ in: { from: 1, name: 'E' }, cause: 'why' });
  });

  test('a failure without a name has a nameless Error Output', async () => {
    const states = failing({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] });
    const execution = await run(states, {}, { tasks: () => ({ error: undefined }) });
    expect(execution.output).toEqual({ Error: null, Cause: null });
  });

  test('an evaluation error of the state itself can be caught', async () => {
    const states = failing({
      QueryLanguage: 'JSONata',
      Output: '{% $nothing %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
    });
    const execution = await run(states, {}, { tasks: { T: mock.returns(1) } });
    expect(execution.path).toEqual(['T', 'Caught']);
  });
});
