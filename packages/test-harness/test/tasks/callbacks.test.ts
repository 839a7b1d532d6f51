import fc from 'fast-check';
import { StateMachine, TaskTokenError, type Execution, type TaskResolver } from '../../src';

const callback = (timeouts: object, Next: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
  ...timeouts,
  Retry: [{ ErrorEquals: ['States.Timeout', 'Again'], IntervalSeconds: 2, MaxAttempts: 2 }],
  Catch: [{ ErrorEquals: ['States.ALL'], Next }],
  End: true,
});

/** Names are unique in a machine. */
const branch = (number: string, timeouts: object) => ({
  StartAt: `Ask${number}`,
  States: {
    [`Ask${number}`]: callback(timeouts, `Missed${number}`),
    [`Missed${number}`]: { Type: 'Pass', End: true },
  },
});

const machine = new StateMachine({
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [branch('1', { TimeoutSeconds: 10 }), branch('2', { TimeoutSeconds: 20, HeartbeatSeconds: 6 })],
      End: true,
    },
  },
});

/** Somebody sends back a token, maybe one that has been handed out long ago, maybe one that was sent back before. */
interface Send {
  readonly after: number;
  readonly kind: 'success' | 'failure' | 'heartbeat';
  readonly token: number;
}

const sends = fc.array(
  fc.record<Send>({
    after: fc.nat(8),
    kind: fc.constantFrom('success', 'failure', 'heartbeat'),
    token: fc.nat(5),
  }),
  { maxLength: 12 },
);

/** Runs with those sends that are wanted, and says which ones were taken. */
async function runWith(
  all: readonly Send[],
  isWanted: (index: number) => boolean,
): Promise<{ execution: Execution; taken: readonly { readonly index: number; readonly token: string }[] }> {
  const tokens: string[] = [];
  const receive: TaskResolver = ({ taskToken }) => {
    tokens.push(taskToken!);
    return { never: true };
  };
  const live = machine.start({}, { tasks: receive });
  const taken: { readonly index: number; readonly token: string }[] = [];
  for (const [index, { after, kind, token: number }] of all.entries()) {
    await live.clock.advance(after);
    const token = tokens[number];
    if (token === undefined || !isWanted(index)) continue;
    try {
      if (kind === 'success') live.sendTaskSuccess(token, { index });
      else if (kind === 'failure') live.sendTaskFailure(token, 'Again');
      else live.sendTaskHeartbeat(token);
      taken.push({ index, token });
    } catch (error) {
      expect(error).toBeInstanceOf(TaskTokenError);
    }
    await live.settle();
  }
  return { execution: await live.finished, taken };
}

test('callbacks that are late, or come twice, are refused and change nothing', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(sends, async (all) => {
      const { execution, taken } = await runWith(all, () => true);
      const accepted = new Set(taken.map(({ index }) => index));
      refused += all.length - accepted.size;
      // A token ends its task once.
      const ends = taken.filter(({ index }) => all[index]!.kind !== 'heartbeat').map(({ token }) => token);
      expect(new Set(ends).size).toBe(ends.length);
      const withoutRefused = await runWith(all, (index) => accepted.has(index));
      expect(withoutRefused.execution.history).toEqual(execution.history);
      expect(execution.status).toBe('SUCCEEDED');
    }),
    { numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(0);
});

test('a callback that is lost is a timeout', async () => {
  const { execution } = await runWith([], () => true);
  expect(execution.states('Ask1').attempts.map(({ error }) => error)).toEqual(Array(3).fill('States.Timeout'));
  // Three heartbeats of 6 seconds, and 2 and 4 seconds between them; the other branch takes 3 * 10 + 6.
  expect(execution.states('Ask2').retries.map(({ at }) => at)).toEqual([8, 18]);
  expect(execution.duration).toBe(36);
});
