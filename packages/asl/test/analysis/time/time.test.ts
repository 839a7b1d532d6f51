import {
  earliestEntry,
  executionScopeOf,
  retrySchedule,
  retryScheduleOf,
  scopeTimes,
  timeLimitOf,
  visitTime,
  worstCaseOf,
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
    expect(schedule.seconds()).toBe(all);
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

describe('retrySchedule', () => {
  test('takes a Retrier as it is written', () => {
    const schedule = retrySchedule({ IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 30 });
    expect(schedule).toMatchObject({ attempts: 4, hasJitter: false });
    expect(schedule.delays()).toEqual([2, 6, 18, 30]);
    expect(schedule.delays(2)).toEqual([2, 6]);
    expect(schedule.seconds()).toBe(56);
    expect(retrySchedule({ ErrorEquals: ['States.ALL'] } as object).delays()).toEqual([1, 2, 4]);
    expect(retrySchedule({ IntervalSeconds: 0, BackoffRate: 1e300, MaxAttempts: 5 }).delays()).toEqual([0, 0, 0, 0, 0]);
  });

  test.each([
    [{ BackoffRate: 0.5 }, '"BackoffRate" is 0.5; give a number, 1 or greater'],
    [{ MaxAttempts: -1 }, '"MaxAttempts" is -1; give a number, 0 or greater'],
    [{ IntervalSeconds: '2' }, '"IntervalSeconds" is "2"; give a number, 0 or greater'],
  ])('%j is refused', (policy, message) => {
    expect(() => retrySchedule(policy as object)).toThrow(new RangeError(message));
  });
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
  ['a Wait that JSONata gives', { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: '{% -(2 - 62) * 10 %}' }, 600, 600],
  ['a division by nothing', { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: '{% 1 / 0 %}' }, 0, Infinity],
  ['a filtered number', { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: '{% 60[0 = 1] %}' }, 0, Infinity],
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

describe('worstCaseOf', () => {
  const bank = call('sqs:sendMessage', { TimeoutSeconds: 9, Retry: [{ IntervalSeconds: 10, MaxAttempts: 2 }] });
  const scope = (A: object) => ({ StartAt: 'A', States: { A } });
  const figures = (definition: object) => {
    const { seconds, waiting, calls } = worstCaseOf(machineOf({ A: definition }), 'STANDARD');
    return [seconds, waiting, calls];
  };

  test.each([
    ['Wait', wait(7), [7, 7, 0]],
    ['Wait until', { Type: 'Wait', TimestampPath: '$.t', End: true }, [Infinity, Infinity, 0]],
    ['Task', call('sqs:sendMessage'), [Infinity, 0, 1]],
    ['Task with retries', bank, [3 * 9 + 30, 30, 3]],
    ['retries that are filled in', call('sqs:sendMessage', { Retry: '${Retry}' }), [Infinity, Infinity, Infinity]],
    [
      'Parallel',
      { Type: 'Parallel', Branches: [scope(wait(3)), scope(bank), scope(bank)], End: true },
      [3 * 9 + 30, 30, 6],
    ],
    [
      'Parallel with retries',
      { Type: 'Parallel', Branches: [scope(wait(3)), scope(bank)], Retry: [{ MaxAttempts: 1 }], End: true },
      [2 * 57 + 1, 61, 6],
    ],
    ['Map', { Type: 'Map', ItemProcessor: scope(bank), End: true }, [Infinity, 30, Infinity]],
    ['Map without calls', { Type: 'Map', ItemProcessor: scope(wait(3)), End: true }, [Infinity, 3, 0]],
  ])('%s', (_, definition, expected) => {
    expect(figures(definition)).toEqual(expected);
  });

  test('of ways and loops', () => {
    const machine = machineOf({
      Ask: { ...choice('Short'), Default: 'Long' },
      Short: wait(5),
      Long: call('sqs:sendMessage', { Catch: [{ Next: 'Late' }], Next: 'Short' }),
      Late: wait(20),
    });
    expect(worstCaseOf(machine, 'STANDARD')).toEqual({
      seconds: Infinity,
      waiting: 20,
      calls: 1,
      limit: undefined,
      states: [
        { state: 'Ask', seconds: 0, waiting: 0, calls: 0 },
        { state: 'Short', seconds: 5, waiting: 5, calls: 0 },
        { state: 'Long', seconds: Infinity, waiting: 0, calls: 1 },
        { state: 'Late', seconds: 20, waiting: 20, calls: 0 },
      ],
    });
    const loop = machineOf({ A: wait(1, 'B'), B: { ...choice('A'), Default: 'C' }, C: bank });
    expect(worstCaseOf(loop, 'EXPRESS')).toMatchObject({ seconds: Infinity, waiting: Infinity, calls: 3, limit: 300 });
  });
});
