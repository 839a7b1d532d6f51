import {
  earliestEntry,
  executionScopeOf,
  retryScheduleOf,
  scopeTimes,
  timeLimitOf,
  visitTime,
} from '../../../src/analysis';
import type { TaskState } from '../../../src/syntax';
import { call, choice, machineOf, namesOf, pass, scopeInside, succeed } from '../machines';

const wait = (Seconds: number, Next?: string) => ({ Type: 'Wait', Seconds, ...(Next ? { Next } : { End: true }) });
const lambda = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', End: true };
const retriers = (...Retry: object[]) => {
  const [state] = machineOf({ A: call('sqs:sendMessage', { Retry, End: true }) }).states;
  return (state as TaskState).retry;
};

describe('retryScheduleOf', () => {
  test.each([
    [{}, [1, 3, 7], 7],
    [{ IntervalSeconds: 3, BackoffRate: 2, MaxDelaySeconds: 8, MaxAttempts: 4 }, [3, 9, 17], 25],
    [{ IntervalSeconds: 5, BackoffRate: 1, MaxAttempts: 4 }, [5, 10, 15], 20],
    [{ IntervalSeconds: 0, MaxAttempts: 9 }, [0, 0, 0], 0],
    [{ IntervalSeconds: 9, MaxDelaySeconds: 2 }, [2, 4, 6], 6],
    [{ MaxAttempts: 0 }, [0, 0, 0], 0],
    [{ MaxAttempts: 99_999_999, MaxDelaySeconds: 4 }, [1, 3, 7], 7 + 4 * 99_999_996],
  ])('%j', (retrier, first, all) => {
    const schedule = retryScheduleOf(retriers(retrier)[0]!)!;
    expect([1, 2, 3].map((count) => schedule.seconds(count))).toEqual(first);
    expect(schedule.seconds(Infinity)).toBe(all);
    expect(schedule.hasJitter).toBe(false);
  });

  test('jitter', () => {
    expect(retryScheduleOf(retriers({ JitterStrategy: 'FULL' })[0]!)!.hasJitter).toBe(true);
  });

  test.each(['IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy'])(
    'nothing is said with %s filled in',
    (name) => {
      expect(retryScheduleOf(retriers({ [name]: '${Number}' })[0]!)).toBeUndefined();
    },
  );
});

const ask = { TimeoutSeconds: 5, End: true };

test.each([
  ['Pass', pass('A'), 0, 0],
  ['Wait', wait(7), 7, 7],
  ['Wait until', { Type: 'Wait', TimestampPath: '$.t', End: true }, 0, Infinity],
  ['Task', call('sqs:sendMessage'), 0, Infinity],
  ['Task with a timeout', call('sqs:sendMessage', ask), 0, 5],
  ['a function', lambda, 0, 900],
  ['lambda:invoke', call('lambda:invoke'), 0, 900],
  ['lambda:invoke with a token', call('lambda:invoke.waitForTaskToken'), 0, Infinity],
  ['http:invoke', call('http:invoke'), 0, 60],
  ['an activity', { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:a', ...ask }, 0, Infinity],
  [
    'a heartbeat bounds nothing',
    call('sqs:sendMessage.waitForTaskToken', { HeartbeatSeconds: 5, End: true }),
    0,
    Infinity,
  ],
  ['retries', call('sqs:sendMessage', { ...ask, Retry: [{ MaxAttempts: 2 }, { MaxAttempts: 1 }] }), 0, 4 * 5 + 3 + 1],
  ['retries that are filled in', call('sqs:sendMessage', { ...ask, Retry: '${Retry}' }), 0, Infinity],
  ['a Retrier that is filled in', call('sqs:sendMessage', { ...ask, Retry: ['${Retrier}'] }), 0, Infinity],
  [
    'Parallel',
    {
      Type: 'Parallel',
      Branches: [wait(3), call('sqs:sendMessage', ask)].map((A) => ({ StartAt: 'A', States: { A } })),
      End: true,
    },
    3,
    5,
  ],
  ['a branch that is filled in', { Type: 'Parallel', Branches: ['${Branch}'], End: true }, 0, Infinity],
  ['Map', { Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: wait(3) } }, End: true }, 0, Infinity],
  ['Map of no time', { Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: succeed } }, End: true }, 0, 0],
  ['unknown', { Type: '${Type}' }, 0, Infinity],
])('visitTime: %s', (_, definition, least, most) => {
  expect(visitTime(machineOf({ A: definition }).states[0]!)).toEqual({ least, most });
});

describe('scopeTimes', () => {
  const machine = machineOf({
    First: wait(10, 'Ask'),
    Ask: { ...choice('Long'), Default: 'Short' },
    Long: wait(20, 'Work'),
    Short: wait(5, 'Work'),
    Work: call('sqs:sendMessage', { TimeoutSeconds: 3, Catch: [{ Next: 'Late' }], Next: 'Done' }),
    Done: succeed,
    Late: wait(100),
    Lost: wait(1000),
  });

  test('of ways', () => {
    const { earliest, fastestWay, leastSuccess, most } = scopeTimes(machine);
    expect([leastSuccess, most]).toEqual([15, 133]);
    expect(namesOf(fastestWay)).toEqual(['First', 'Ask', 'Short', 'Work', 'Done']);
    expect(Object.fromEntries([...earliest].map(([{ name }, at]) => [name, at]))).toEqual({
      First: 0,
      Ask: 10,
      Long: 10,
      Short: 10,
      Work: 15,
      Late: 15,
      Done: 15,
    });
  });

  test('a loop has no longest way, unless no time passes in it', () => {
    const loop = (state: object) => machineOf({ A: state, B: { ...choice('A'), Default: 'C' }, C: wait(4) });
    expect(scopeTimes(loop(wait(1, 'B'))).most).toBe(Infinity);
    expect(scopeTimes(loop(pass('B'))).most).toBe(4);
    expect(scopeTimes(loop(pass('B'))).leastSuccess).toBe(4);
  });

  test('no end with success', () => {
    expect(scopeTimes(machineOf({ A: { Type: 'Fail' } }))).toMatchObject({
      leastSuccess: Infinity,
      fastestWay: [],
      most: 0,
    });
  });

  test('nothing is known with ways that are filled in', () => {
    expect(scopeTimes(machineOf({ A: wait(3, '${Next}'), B: wait(2) }))).toMatchObject({
      leastSuccess: 0,
      most: Infinity,
    });
  });

  test('1,000 states in a ladder, whose ways are without number', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `S${index}`);
    const ladder = machineOf({
      ...Object.fromEntries(
        names.map((name, index) => {
          const [next, afterNext] = [names[index + 1] ?? 'End', names[index + 2] ?? 'End'];
          return [name, index % 3 ? { ...choice(next), Default: afterNext } : wait(1, next)];
        }),
      ),
      End: succeed,
    });
    const { leastSuccess, most } = scopeTimes(ladder);
    expect(most).toBe(334);
    expect(leastSuccess).toBeLessThan(most);
  });
});

describe('limits', () => {
  const child = { StartAt: 'B', States: { B: wait(3) } };
  const map = (ProcessorConfig: object) => ({ Type: 'Map', ItemProcessor: { ProcessorConfig, ...child }, End: true });
  const limited = (TimeoutSeconds: unknown, states: object = { A: wait(3) }) =>
    machineOf(JSON.stringify({ TimeoutSeconds, StartAt: 'A', States: states }));

  test.each([
    [60, 'STANDARD', 60],
    [undefined, 'STANDARD', undefined],
    ['${Limit}', 'STANDARD', undefined],
    [0, 'STANDARD', undefined],
    [60, 'EXPRESS', 60],
    [900, 'EXPRESS', 300],
    [undefined, 'EXPRESS', 300],
  ] as const)('TimeoutSeconds %s in %s', (seconds, type, limit) => {
    expect(timeLimitOf(limited(seconds), type)?.seconds).toBe(limit);
  });

  test('items of a distributed Map have executions of their own', () => {
    const machine = limited(60, { A: wait(5, 'Each'), Each: map({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }) });
    const processor = scopeInside(machine, 'Each');
    expect(executionScopeOf(processor)).toBe(processor);
    expect(timeLimitOf(processor, 'STANDARD')).toEqual({ seconds: 300, field: undefined });
    expect(earliestEntry(processor.states[0]!)).toBe(0);
  });

  test('items of an inline Map do not', () => {
    const machine = limited(60, { A: wait(5, 'Each'), Each: map({ Mode: 'INLINE' }) });
    const processor = scopeInside(machine, 'Each');
    expect(executionScopeOf(processor)).toBe(machine);
    expect(earliestEntry(processor.states[0]!)).toBe(5);
  });
});
