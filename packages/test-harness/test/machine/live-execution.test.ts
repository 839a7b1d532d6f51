import { mock, traceOf } from '../../src';
import { activity, lambda, machineOf, queue } from '../support';

const approval = machineOf({
  Approve: {
    Type: 'Task',
    Resource: `${queue}.waitForTaskToken`,
    HeartbeatSeconds: 3600,
    TimeoutSeconds: 604_800,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Remind' }],
    Next: 'Done',
  },
  Remind: { Type: 'Wait', Seconds: 60, Next: 'Done' },
  Done: { Type: 'Succeed' },
});

function started() {
  let token = '';
  const live = approval.start({}, { tasks: { Approve: mock.callback((issued) => (token = issued)) } });
  return { live, token: () => token };
}

test('a callback ends the task', async () => {
  const { live, token } = started();
  await live.until('Approve');
  expect(live.status).toBe('RUNNING');
  live.sendTaskSuccess(token(), { ok: true });
  const execution = await live.finished;
  expect([execution.output, execution.duration]).toEqual([{ ok: true }, 0]);
});

test('heartbeats keep it alive, and their absence ends it', async () => {
  const { live, token } = started();
  for (let hour = 0; hour < 5; hour++) {
    await live.clock.advance('50 minutes');
    live.sendTaskHeartbeat(token());
  }
  await live.clock.advance('59 minutes');
  expect(live.path).toEqual(['Approve']);
  await live.clock.advance('1 minute');
  expect(live.path).toEqual(['Approve', 'Remind']);
  expect((await live.finished).duration).toBe(5 * 3000 + 3600 + 60);
});

test('a failure that is sent is a failure of the task', async () => {
  const { live, token } = started();
  await live.settle();
  live.sendTaskFailure(token(), 'Rejected', 'too dear');
  expect(await live.finished).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'too dear' });
});

test('a token that is unknown, or used up', async () => {
  const { live, token } = started();
  await live.settle();
  expect(() => {
    live.sendTaskSuccess('nonsense', 1);
  }).toThrow(/^The task token "nonsense" is not known; use the "taskToken" of a call/);
  live.sendTaskSuccess(token(), 1);
  expect(() => {
    live.sendTaskSuccess(token(), 2);
  }).toThrow(/has ended already/);
  expect(() => {
    live.sendTaskHeartbeat(token());
  }).toThrow(/has ended already; answer before its timeout, and only once/);
});

test('a token may come back before the call that hands it out has returned', async () => {
  const machine = machineOf({ T: { Type: 'Task', Resource: activity, End: true } });
  const live = machine.start(
    {},
    {
      tasks: {
        T: mock.callback((token) => {
          live.sendTaskSuccess(token, 'quick');
        }),
      },
    },
  );
  expect((await live.finished).output).toBe('quick');
});

test('stop aborts the execution', async () => {
  const { live } = started();
  await live.clock.advance(10);
  live.stop({ error: 'Enough', cause: 'test' });
  const execution = await live.finished;
  expect(execution).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'test', duration: 10 });
  expect(execution.history.at(-1)).toMatchObject({ type: 'ExecutionAborted', previousEventId: 0 });
});

test('until a state that is never entered', async () => {
  const { live } = started();
  await expect(live.until('Nowhere')).rejects.toThrow(
    'The execution ended as SUCCEEDED without entering the state "Nowhere"; it went through "Approve", "Remind", "Done"',
  );
});

test('time does not run backwards', async () => {
  const { live } = started();
  expect(() => live.clock.advance(-1)).toThrow(/Time does not run backwards/);
  await live.clock.advance('1 day');
  expect(live.clock.now).toEqual(new Date('2025-01-02T00:00:00Z'));
});

test('the clock stands still while a handler is at work', async () => {
  const machine = machineOf({ T: { Type: 'Task', Resource: lambda, TimeoutSeconds: 1, End: true } });
  const slow = () => new Promise((resolve) => setTimeout(resolve, 30, 'late'));
  const execution = await machine.execute({}, { tasks: { T: slow } });
  expect([execution.output, execution.duration]).toEqual(['late', 0]);
});

describe('openStates', () => {
  const wait = { Type: 'Wait', Seconds: 60, End: true };
  const work = { Type: 'Task', Resource: queue, End: true };
  const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });

  test('are those that were entered and not left', async () => {
    const { live, token } = started();
    expect(live.openStates).toEqual([]);
    await live.until('Approve');
    expect(live.openStates).toEqual(['Approve']);
    expect(traceOf(live)).toBe('0s  Approve    under way\n\nRUNNING for 0s\n');
    live.sendTaskSuccess(token(), {});
    const { openStates } = await live.finished;
    expect(openStates).toEqual([]);
  });

  test('inside a Map, one for each iteration', async () => {
    const each = machineOf({ Each: { Type: 'Map', ItemProcessor: branch('Hold', wait), End: true } });
    const live = each.start([1, 2]);
    await live.until('Hold');
    expect(live.openStates).toEqual(['Each', 'Hold', 'Hold']);
  });

  test('what a failed branch has stopped is not open, while the Parallel waits for its next attempt', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10 }];
    const both = machineOf({
      Both: { Type: 'Parallel', Branches: [branch('Hold', wait), branch('Work', work)], Retry, End: true },
    });
    const live = both.start({}, { tasks: { Work: mock.fails('Broken').after(1).then(mock.returns(1)) } });
    await live.until('Work');
    expect(live.openStates).toEqual(['Both', 'Hold', 'Work']);
    await live.clock.advance(2);
    expect(live.openStates).toEqual(['Both']);
    await live.until('Work');
    await live.settle();
    expect(live.openStates).toEqual(['Both', 'Hold']);
  });

  test('a redriven execution is where it was', async () => {
    const execution = await machineOf({ Work: work }).execute({}, { tasks: { Work: mock.fails('Broken') } });
    expect(execution.openStates).toEqual([]);
    let during: readonly string[] = [];
    await execution.redrive({ tasks: { Work: () => (during = execution.openStates) } });
    expect(during).toEqual(['Work']);
  });
});
