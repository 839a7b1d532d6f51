import fc from 'fast-check';
import { RunawayError, StateMachine, type HistoryEvent, type TaskOutcome } from '../../src';
import { inputs, machines, taskOutcomes } from '../solver/machines';
import { lambda } from '../support';

/** Definitions that AWS accepts: any states in a row, any of them with branches, iterations, retries and catchers. */
const { scope } = fc.letrec<{ scope: { StartAt: string; States: Record<string, object> }; state: object }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'state' },
    fc.record({ Type: fc.constant('Pass'), Result: fc.jsonValue({ maxDepth: 1 }) }),
    fc.record({ Type: fc.constant('Wait'), Seconds: fc.nat(1000) }),
    fc.record({
      Type: fc.constant('Task'),
      Resource: fc.constant(lambda),
      TimeoutSeconds: fc.integer({ min: 1, max: 9 }),
      Retry: fc.array(
        fc.record({
          ErrorEquals: fc.constant(['States.ALL']),
          MaxAttempts: fc.nat(3),
          JitterStrategy: fc.constantFrom('FULL', 'NONE'),
        }),
        { maxLength: 1 },
      ),
    }),
    fc.record({ Type: fc.constant('Parallel'), Branches: fc.array(tie('scope'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      Type: fc.constant('Map'),
      QueryLanguage: fc.constant('JSONata'),
      Items: fc.array(fc.nat(), { maxLength: 3 }),
      MaxConcurrency: fc.nat(3),
      ItemProcessor: tie('scope'),
    }),
  ),
  scope: fc.array(tie('state'), { minLength: 1, maxLength: 3 }).map((states) => ({
    StartAt: 'S0',
    States: Object.fromEntries(
      states.map((state, index) => [
        `S${index}`,
        { ...state, ...(index < states.length - 1 ? { Next: `S${index + 1}` } : { End: true }) },
      ]),
    ),
  })),
}));

/** State names are unique in a whole machine. */
function named(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item, index) => named(item, `${path}${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const { States, StartAt, ...others } = value as { States?: Record<string, object>; StartAt?: string };
  const rest = Object.fromEntries(
    Object.entries(others).map(([key, member]) => [key, key === 'Result' ? member : named(member, path + key)]),
  );
  if (!States) return rest;
  const name = (own: string): string => `${path.slice(-60)}${own}`;
  const states = Object.entries(States).map(([own, state]) => {
    const { Next, ...fields } = named(state, path + own) as { Next?: string };
    return [name(own), { ...fields, ...(Next !== undefined && { Next: name(Next) }) }];
  });
  return { ...rest, StartAt: name(StartAt!), States: Object.fromEntries(states) as unknown };
}

const outcomes = fc.array(
  fc.oneof(
    fc.jsonValue({ maxDepth: 1 }).map((result) => ({ result }) as TaskOutcome),
    fc.record({ error: fc.constantFrom('E', 'F'), after: fc.nat(20) }),
    fc.constant({ never: true } as const),
  ),
  { minLength: 1, maxLength: 5 },
);

/**
 * Whether the events that have led to the end of a state begin with its beginning. EvaluationFailed follows what the beginning
 * of its state follows (recorded).
 */
function wasEntered(exited: HistoryEvent, history: readonly HistoryEvent[]): boolean {
  const type = exited.type.replace('Exited', 'Entered');
  const name = exited.stateExitedEventDetails?.name;
  let event: HistoryEvent | undefined = exited;
  while (event && !(event.type === type && event.stateEnteredEventDetails?.name === name)) {
    const { id, previousEventId }: HistoryEvent = event;
    const isBeside = (other: HistoryEvent): boolean =>
      other.type === type && other.previousEventId === previousEventId && other.id < id;
    const beside: HistoryEvent | undefined = event.type === 'EvaluationFailed' ? history.find(isBeside) : undefined;
    event = beside ?? history[previousEventId - 1];
  }
  return event !== undefined;
}

function isWellFormed(history: readonly HistoryEvent[]): boolean {
  return (
    history.every(({ id, previousEventId }, index) => id === index + 1 && previousEventId < id) &&
    history.every(({ timestamp }, index) => index === 0 || timestamp >= history[index - 1]!.timestamp) &&
    history.every((event) => !event.type.endsWith('StateExited') || wasEntered(event, history)) &&
    history[0]!.type === 'ExecutionStarted' &&
    /^Execution(Succeeded|Failed|TimedOut)$/.test(history.at(-1)!.type)
  );
}

test('any machine ends, with a well-formed history, the same for the same seed, and leaves its input alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      scope,
      outcomes,
      fc.jsonValue({ maxDepth: 2 }),
      fc.nat(),
      async (definition, answers, input, seed) => {
        const machine = new StateMachine(named(definition) as object);
        const before = JSON.stringify(input);
        const execute = () => {
          let call = 0;
          return machine.execute(input, { seed, tasks: () => answers[call++ % answers.length]! });
        };
        const [first, second] = [await execute(), await execute()];
        expect(isWellFormed(first.history)).toBe(true);
        expect(second.history).toEqual(first.history);
        expect(JSON.stringify(input)).toBe(before);
      },
    ),
    { numRuns: 60 },
  );
});

test('a machine that goes backwards, too, ends or stops at its limit, the same for the same seed', async () => {
  const limit = 300;
  const ends = { ended: 0, stopped: 0 };
  await fc.assert(
    fc.asyncProperty(
      machines,
      fc.array(taskOutcomes, { minLength: 1, maxLength: 4 }),
      inputs,
      fc.nat(),
      async (definition, answers, input, seed) => {
        const machine = new StateMachine(definition);
        const before = JSON.stringify(input);
        const execute = async () => {
          let call = 0;
          const events: string[] = [];
          try {
            const { history, status, output, error } = await machine.execute(input, {
              seed,
              runawayLimit: limit,
              tasks: () => answers[call++ % answers.length]!,
              observers: [({ id, previousEventId, type }) => events.push(`${type}:${id}<${previousEventId}`)],
            });
            expect(isWellFormed(history)).toBe(true);
            return { events, status, output, error };
          } catch (error) {
            if (!(error instanceof RunawayError)) throw error;
            expect(events.length).toBeGreaterThanOrEqual(limit);
            expect(events.length).toBeLessThan(limit + 10);
            return { events, status: 'STOPPED' };
          }
        };
        const first = await execute();
        ends[first.status === 'STOPPED' ? 'stopped' : 'ended']++;
        expect(await execute()).toEqual(first);
        expect(JSON.stringify(input)).toBe(before);
      },
    ),
    { numRuns: 200 },
  );
  expect(ends.ended).toBeGreaterThan(ends.stopped);
  expect(ends.stopped).toBeGreaterThan(0);
});
