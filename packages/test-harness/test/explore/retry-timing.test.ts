import fc from 'fast-check';
import { parseStateMachine, parseText, retryScheduleOf, type TaskState } from '@stepproof/asl';
import { mock, StateMachine, type Execution } from '../../src';
import { lambda, run } from '../support';

/** A Retrier as it is written; what is left out has a default. */
interface Policy {
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

const policies: fc.Arbitrary<Policy> = fc.record(
  {
    IntervalSeconds: fc.integer({ min: 1, max: 60 }),
    BackoffRate: fc.constantFrom(1, 1.5, 2, 3, 10),
    MaxAttempts: fc.nat(6),
    // It must be greater than IntervalSeconds.
    MaxDelaySeconds: fc.integer({ min: 61, max: 500 }),
    JitterStrategy: fc.constantFrom('FULL' as const, 'NONE' as const),
  },
  { requiredKeys: [] },
);

const errors = ['A', 'B', 'C'] as const;

/** Retriers for different errors, and a Catcher for what they give up. */
const definitionOf = (retriers: readonly Policy[]) => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: lambda,
      Retry: retriers.map((policy, index) => ({ ErrorEquals: [errors[index]], ...policy })),
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'GivenUp' }],
      End: true,
    },
    GivenUp: { Type: 'Pass', End: true },
  },
});

function retriersOf(definition: object) {
  const machine = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
  return (machine.states[0] as TaskState).retry;
}

const attemptsOf = ({ MaxAttempts = 3 }: Policy): number => MaxAttempts;

/** The wait before attempt number `used + 1` of a Retrier, as the States Language has it. */
const waitOf = ({ IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity }: Policy, used: number): number =>
  Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);

const execute = (retriers: readonly Policy[], failures: readonly string[], seed = 1): Promise<Execution> => {
  let calls = 0;
  return new StateMachine(definitionOf(retriers)).execute(
    {},
    {
      seed,
      tasks: () => {
        const error = failures[calls++];
        return error === undefined ? { result: 'done' } : { error };
      },
    },
  );
};

/** What the Retriers are to do about these failures: which one waits each time, and whether one gives up. */
function expectedRetries(retriers: readonly Policy[], failures: readonly string[]) {
  const used = retriers.map(() => 0);
  const retries: { readonly retrier: number; readonly longest: number }[] = [];
  for (const error of failures) {
    const retrier = errors.findIndex((name) => name === error);
    const policy = retriers[retrier];
    if (!policy || used[retrier] === attemptsOf(policy)) return { retries, givenUp: error };
    retries.push({ retrier, longest: waitOf(policy, used[retrier]!++) });
  }
  return { retries, givenUp: undefined };
}

test('every wait is the one of its Retrier, each counts for itself, and the one that is used up hands over to Catch', async () => {
  const failures = fc.array(fc.constantFrom(...errors), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(policies, { minLength: 1, maxLength: 3 }),
      failures,
      fc.nat(),
      async (retriers, failed, seed) => {
        const { retries, givenUp } = expectedRetries(retriers, failed);
        const execution = await execute(retriers, failed, seed);
        const { retries: observed, caught, attempts } = execution.states('Work');
        expect(observed.map(({ retrier }) => retrier)).toEqual(retries.map(({ retrier }) => retrier));
        for (const [index, { delay, retrier, at }] of observed.entries()) {
          const { longest } = retries[index]!;
          if (retriers[retrier]!.JitterStrategy === 'FULL') {
            expect(delay).toBeGreaterThanOrEqual(0);
            expect(delay).toBeLessThanOrEqual(longest);
          } else expect(delay).toBeCloseTo(longest, 9);
          // Answers come at once, so that all time that passes is waiting. The clock has milliseconds.
          expect(Math.abs(at - attempts[index]!.at - delay)).toBeLessThanOrEqual(0.001);
        }
        expect(attempts).toHaveLength(retries.length + 1);
        expect(caught.map(({ error, next }) => [error, next])).toEqual(
          givenUp === undefined ? [] : [[givenUp, 'GivenUp']],
        );
        expect(execution.path).toEqual(givenUp === undefined ? ['Work'] : ['Work', 'GivenUp']);
        expect(execution.status).toBe('SUCCEEDED');
      },
    ),
    { numRuns: 300 },
  );
});

test('a Retrier that is used up has waited as long as its schedule says, and with jitter no longer', async () => {
  await fc.assert(
    fc.asyncProperty(policies, fc.nat(), async (policy, seed) => {
      const schedule = retryScheduleOf(retriersOf(definitionOf([policy]))[0]!)!;
      const execution = await execute(
        [policy],
        Array.from({ length: 20 }, () => 'A'),
        seed,
      );
      const { retries } = execution.states('Work');
      expect(retries).toHaveLength(schedule.attempts);
      let waited = 0;
      for (const [index, { delay }] of retries.entries()) {
        waited += delay;
        if (schedule.hasJitter) expect(waited).toBeLessThanOrEqual(schedule.seconds(index + 1) + 1e-6);
        else expect(waited).toBeCloseTo(schedule.seconds(index + 1), 6);
      }
    }),
    { numRuns: 200 },
  );
});

test('full jitter is spread over all of the delay', async () => {
  const policy: Policy = { IntervalSeconds: 100, BackoffRate: 1, MaxAttempts: 400, JitterStrategy: 'FULL' };
  const execution = await execute(
    [policy],
    Array.from({ length: 401 }, () => 'A'),
  );
  const quarters = [0, 0, 0, 0];
  for (const { delay } of execution.states('Work').retries) quarters[Math.min(3, Math.floor(delay / 25))]!++;
  // 100 in each if it were exact; 70 is more than three standard deviations away.
  for (const count of quarters) expect(count).toBeGreaterThan(70);
});

test('a Retrier begins anew when its state is entered again', async () => {
  const { Work } = definitionOf([{ MaxAttempts: 2, IntervalSeconds: 5, BackoffRate: 2 }]).States;
  const GivenUp = { Type: 'Wait', Seconds: 1, Next: 'Work' };
  const execution = await run(
    { Work, GivenUp },
    {},
    { tasks: { Work: mock.fails('A').times(5).then(mock.returns(1)) } },
  );
  expect(execution.states('Work').retries.map(({ delay }) => delay)).toEqual([5, 10, 5, 10]);
  expect(execution.path).toEqual(['Work', 'GivenUp', 'Work']);
});
