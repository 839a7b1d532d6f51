import { mock } from '../../src';
import { lambda, queue, run, shapeOf } from '../support';

const pass = { Type: 'Pass', End: true };
const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });

describe('Parallel', () => {
  test('gives the outputs in the order of the branches; its end follows the event that came last', async () => {
    const execution = await run(
      {
        P: {
          Type: 'Parallel',
          Branches: [branch('W', { Type: 'Wait', Seconds: 1, End: true }), branch('B', { ...pass, Result: 'b' })],
          End: true,
        },
      },
      'a',
    );
    expect(execution.output).toEqual(['a', 'b']);
    expect(shapeOf(execution.history)).toEqual([
      'ParallelStateEntered:2<0',
      'ParallelStateStarted:3<2',
      'WaitStateEntered:4<3',
      'PassStateEntered:5<3',
      'PassStateExited:6<5',
      'WaitStateExited:7<4',
      'ParallelStateSucceeded:8<7',
      'ParallelStateExited:9<7',
      'ExecutionSucceeded:10<9',
    ]);
  });

  test('a failing branch stops the others, and is the failure of the state', async () => {
    const execution = await run(
      {
        P: {
          Type: 'Parallel',
          Branches: [
            branch('T', { Type: 'Task', Resource: queue, End: true }),
            branch('W', { Type: 'Wait', Seconds: 9, End: true }),
          ],
          Catch: [{ ErrorEquals: ['E'], Next: 'C' }],
          End: true,
        },
        C: { Type: 'Pass', End: true },
      },
      {},
      { tasks: { T: mock.fails('E', 'why').after(2) } },
    );
    expect([execution.output, execution.duration]).toEqual([{ Error: 'E', Cause: 'why' }, 2]);
    expect(shapeOf(execution.history).slice(5, 11)).toEqual([
      'TaskStarted:7<5',
      'TaskFailed:8<7',
      'TaskStateAborted:9<8',
      'WaitStateAborted:10<8',
      'ParallelStateFailed:11<8',
      'ParallelStateExited:12<11',
    ]);
  });

  test('a retry runs all branches again, and ParallelStateFailed comes only once', async () => {
    const execution = await run({
      P: {
        Type: 'Parallel',
        Branches: [branch('F', { Type: 'Fail', Error: 'E' })],
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
        End: true,
      },
    });
    expect(shapeOf(execution.history)).toEqual([
      'ParallelStateEntered:2<0',
      'ParallelStateStarted:3<2',
      'FailStateEntered:4<3',
      'ParallelStateStarted:5<4',
      'FailStateEntered:6<5',
      'ParallelStateFailed:7<6',
      'ExecutionFailed:8<7',
    ]);
  });

  test('States.Runtime inside ends the execution at once, caught or not', async () => {
    const execution = await run({
      P: {
        Type: 'Parallel',
        Branches: [branch('B', { ...pass, InputPath: '$.gone' })],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
        End: true,
      },
      C: pass,
    });
    expect(execution.error).toBe('States.Runtime');
    expect(shapeOf(execution.history).slice(-2)).toEqual(['PassStateEntered:4<3', 'ExecutionFailed:5<4']);
  });

  test('branches read the variables around them; their own are gone afterwards', async () => {
    const execution = await run({
      A: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
      P: {
        Type: 'Parallel',
        Branches: [branch('B', { Type: 'Pass', Assign: { inner: 2 }, Parameters: { 'seen.$': '$outer' }, End: true })],
        Next: 'Z',
      },
      Z: {
        Type: 'Pass',
        QueryLanguage: 'JSONata',
        Output: '{% [$exists($outer), $exists($inner), $states.input[0].seen] %}',
        End: true,
      },
    });
    expect(execution.output).toEqual([true, false, 1]);
  });
});

describe('inline Map', () => {
  const map = (processor: object, more: object = {}) => ({
    M: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: branch('I', processor), ...more, End: true },
  });

  test('one at a time: an iteration follows what came before the success of the last one', async () => {
    const execution = await run(map(pass), ['a', 'b']);
    expect(execution.output).toEqual(['a', 'b']);
    expect(shapeOf(execution.history)).toEqual([
      'MapStateEntered:2<0',
      'MapStateStarted:3<2',
      'MapIterationStarted:4<3',
      'PassStateEntered:5<4',
      'PassStateExited:6<5',
      'MapIterationSucceeded:7<6',
      'MapIterationStarted:8<6',
      'PassStateEntered:9<8',
      'PassStateExited:10<9',
      'MapIterationSucceeded:11<10',
      'MapStateSucceeded:12<11',
      'MapStateExited:13<11',
      'ExecutionSucceeded:14<13',
    ]);
  });

  test('over nothing', async () => {
    const execution = await run(map(pass), []);
    expect(shapeOf(execution.history).slice(1, 4)).toEqual([
      'MapStateStarted:3<2',
      'MapStateSucceeded:4<3',
      'MapStateExited:5<3',
    ]);
  });

  test.each([
    [1, 6],
    [2, 4],
    [0, 2],
    [100, 2],
  ])('MaxConcurrency %d: three waits of two seconds take %d s', async (limit, seconds) => {
    const execution = await run(map({ Type: 'Wait', Seconds: 2, End: true }, { MaxConcurrency: limit }), [1, 2, 3]);
    expect(execution.duration).toBe(seconds);
  });

  test('never more than 40 at once', async () => {
    const items = Array.from({ length: 41 }, (_, index) => index);
    const execution = await run(map({ Type: 'Wait', Seconds: 2, End: true }, { MaxConcurrency: 0 }), items);
    expect(execution.duration).toBe(4);
  });

  test('all timeouts of one moment happen; everything that is given up hangs on the first', async () => {
    const states = map({ Type: 'Task', Resource: lambda, TimeoutSeconds: 5, End: true }, { MaxConcurrency: 0 });
    const execution = await run(states, [1, 2], { tasks: { I: mock.never() } });
    expect(shapeOf(execution.history)).toEqual([
      'MapStateEntered:2<0',
      'MapStateStarted:3<2',
      'MapIterationStarted:4<3',
      'MapIterationStarted:5<3',
      'TaskStateEntered:6<4',
      'LambdaFunctionScheduled:7<6',
      'TaskStateEntered:8<5',
      'LambdaFunctionScheduled:9<8',
      'LambdaFunctionStarted:10<7',
      'LambdaFunctionStarted:11<9',
      'LambdaFunctionTimedOut:12<10',
      'LambdaFunctionTimedOut:13<11',
      'MapIterationFailed:14<12',
      'TaskStateAborted:15<12',
      'MapIterationAborted:16<12',
      'TaskStateAborted:17<12',
      'MapStateFailed:18<12',
      'ExecutionFailed:19<18',
    ]);
  });

  test('a failure that is caught', async () => {
    const execution = await run(
      { ...map({ Type: 'Fail', Error: 'E' }, { Catch: [{ ErrorEquals: ['E'], Next: 'C' }] }), C: pass },
      [1],
    );
    expect(shapeOf(execution.history).slice(3, 8)).toEqual([
      'FailStateEntered:5<4',
      'MapIterationFailed:6<5',
      'MapStateFailed:7<5',
      'MapStateExited:8<7',
      'PassStateEntered:9<8',
    ]);
  });

  test('ItemSelector reads the item, its index and the input of the Map', async () => {
    const execution = await run(
      map(pass, {
        ItemsPath: '$.items',
        ItemSelector: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'all.$': '$.name' },
      }),
      { items: ['x', 'y'], name: 'n' },
    );
    expect(execution.output).toEqual([
      { i: 0, v: 'x', all: 'n' },
      { i: 1, v: 'y', all: 'n' },
    ]);
  });

  test.each([
    [
      'JSONPath',
      {},
      'States.Runtime',
      'Reference path "$" must point to array.',
      ['MapStateEntered:2<0', 'ExecutionFailed:3<2'],
    ],
    [
      'JSONata',
      { QueryLanguage: 'JSONata' },
      'States.QueryEvaluationError',
      'Map state input must be an array but was: 5',
      ['MapStateEntered:2<0', 'EvaluationFailed:3<0', 'MapStateFailed:4<3', 'ExecutionFailed:5<4'],
    ],
  ])('%s: items that are no array', async (_, more, error, cause, shape) => {
    const execution = await run(map(pass, more), 5);
    expect([execution.error, execution.cause]).toEqual([
      error,
      `An error occurred while executing the state 'M' (entered at the event id #2). ${cause}`,
    ]);
    expect(shapeOf(execution.history)).toEqual(shape);
  });

  test.each([
    ['x', 'The MaxConcurrencyPath field refers to value "x" which is not a valid integer: $.n'],
    [{}, 'The MaxConcurrencyPath field refers to value "{}" which is not a valid integer: $.n'],
    [-1, 'MaxConcurrency cannot be negative.'],
  ])('MaxConcurrencyPath to %j', async (n, cause) => {
    const execution = await run(
      map(pass, { MaxConcurrency: undefined, MaxConcurrencyPath: '$.n', ItemsPath: '$.items' }),
      { n, items: [1] },
    );
    expect(execution.cause).toContain(cause);
    expect(shapeOf(execution.history)).toEqual(['MapStateEntered:2<0', 'MapStateStarted:3<2', 'ExecutionFailed:4<3']);
  });
});
