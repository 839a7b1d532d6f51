import { earliestEntry, parseStateMachine, parseText, scopeTimes, statesOf, worstCaseOf } from '@stepproof/asl';
import fc from 'fast-check';
import { StateMachine } from '../../src';
import { lambda } from '../support';

type Draft = (name: string, onwards: readonly string[]) => object;
type ScopeDraft = (prefix: string) => { StartAt: string; States: Record<string, object> };

/** A Catch needs a state to go to, so the last state of a scope has none. */
const caughtBy = (hasCatch: boolean, onwards: readonly string[]) =>
  hasCatch && onwards.length
    ? { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: onwards.at(-1)! }] }
    : {};
const onward = (onwards: readonly string[]) => (onwards.length ? { Next: onwards[0]! } : { End: true });

const retry = fc.array(
  fc.record({
    ErrorEquals: fc.constantFrom(['States.ALL'], ['E']),
    IntervalSeconds: fc.integer({ min: 0, max: 5 }),
    MaxAttempts: fc.nat(4),
    BackoffRate: fc.constantFrom(1, 1.5, 2, 3),
    JitterStrategy: fc.constantFrom('FULL', 'NONE'),
  }),
  { maxLength: 1 },
);

/** States that only go forward, in scopes inside scopes; where a Choice goes depends on the input. */
const { scope } = fc.letrec<{ scope: ScopeDraft; state: Draft }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'time' },
    fc.constant<Draft>((_, onwards) => ({ Type: 'Pass', ...onward(onwards) })),
    fc.nat(50).map<Draft>((Seconds) => (_, onwards) => ({ Type: 'Wait', Seconds, ...onward(onwards) })),
    fc.constant<Draft>(() => ({ Type: 'Succeed' })),
    fc.constant<Draft>(() => ({ Type: 'Fail', Error: 'E' })),
    fc.nat(3).map<Draft>(
      (index) => (_, onwards) =>
        onwards.length
          ? {
              Type: 'Choice',
              Choices: [{ Variable: `$.flags[${index}]`, BooleanEquals: true, Next: onwards.at(-1)! }],
              Default: onwards[0]!,
            }
          : { Type: 'Succeed' },
    ),
    fc
      .record({ TimeoutSeconds: fc.integer({ min: 1, max: 9 }), Retry: retry, hasCatch: fc.boolean() })
      .map<Draft>(({ hasCatch, ...fields }) => (_, onwards) => ({
        Type: 'Task',
        Resource: lambda,
        ResultPath: null,
        ...fields,
        ...caughtBy(hasCatch, onwards),
        ...onward(onwards),
      })),
    fc
      .record({
        branches: fc.array(tie('scope'), { minLength: 1, maxLength: 2 }),
        Retry: retry,
        hasCatch: fc.boolean(),
      })
      .map<Draft>(({ branches, Retry, hasCatch }) => (name, onwards) => ({
        Type: 'Parallel',
        Branches: branches.map((branch, index) => branch(`${name}.${index}`)),
        ResultPath: null,
        Retry,
        ...caughtBy(hasCatch, onwards),
        ...onward(onwards),
      })),
    tie('scope').map<Draft>((item) => (name, onwards) => ({
      Type: 'Map',
      ItemsPath: '$.flags',
      ItemSelector: { 'flags.$': '$.flags' },
      ItemProcessor: item(`${name}.`),
      ResultPath: null,
      ...onward(onwards),
    })),
  ),
  scope: fc.array(tie('state'), { minLength: 1, maxLength: 4 }).map<ScopeDraft>((drafts) => (prefix) => {
    const names = drafts.map((_, index) => `${prefix}S${index}`);
    return {
      StartAt: names[0]!,
      States: Object.fromEntries(
        drafts.map((draft, index) => [names[index]!, draft(names[index]!, names.slice(index + 1))]),
      ),
    };
  }),
}));

const outcomes = fc.array(
  fc.oneof(
    fc.nat(12).map((after) => ({ result: {}, after })),
    fc.record({ error: fc.constantFrom('E', 'F'), after: fc.nat(12) }),
    fc.constant({ never: true } as const),
  ),
  { minLength: 1, maxLength: 6 },
);

test('what an execution takes lies within the bounds of the analysis', async () => {
  await fc.assert(
    fc.asyncProperty(
      scope,
      outcomes,
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
      async (draft, answers, flags) => {
        const definition = draft('');
        const machine = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
        const times = scopeTimes(machine);
        let call = 0;
        // AWS refuses states that nothing leads to; what is drawn may have some.
        const execution = await new StateMachine(pruned(definition)).execute(
          { flags },
          { tasks: () => answers[call++ % answers.length]! },
        );
        const worst = worstCaseOf(machine, 'STANDARD');
        expect(execution.duration).toBeLessThanOrEqual(times.most + 0.001);
        expect(execution.duration).toBeLessThanOrEqual(worst.seconds + 0.001);
        expect(execution.calls().length).toBeLessThanOrEqual(worst.calls);
        if (execution.status === 'SUCCEEDED') {
          expect(execution.duration).toBeGreaterThanOrEqual(times.leastSuccess);
        }
        const states = new Map([...statesOf(machine)].map((state) => [state.name, state]));
        for (const { timestamp, stateEnteredEventDetails } of execution.history) {
          const entered = stateEnteredEventDetails && states.get(stateEnteredEventDetails.name);
          if (!entered) continue;
          const seconds = (timestamp.getTime() - execution.startDate.getTime()) / 1000;
          expect(seconds).toBeGreaterThanOrEqual(earliestEntry(entered)!);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('an execution whose calls are answered at once waits no longer than the analysis says', async () => {
  const atOnce = fc.array(fc.constantFrom({ result: {} }, { error: 'E' }, { error: 'F' }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(scope, atOnce, async (draft, answers) => {
      const definition = pruned(draft(''));
      let call = 0;
      const execution = await new StateMachine(definition).execute(
        { flags: [true] },
        { tasks: () => answers[call++ % answers.length]! },
      );
      const { waiting } = worstCaseOf(
        parseStateMachine(parseText(JSON.stringify(definition), 'json').root!),
        'STANDARD',
      );
      expect(execution.duration).toBeLessThanOrEqual(waiting + 0.001);
    }),
    { numRuns: 150 },
  );
});

/** Without the states that nothing leads to. */
function pruned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(pruned) as T;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pruned(member) as unknown]));
  const { StartAt, States } = members as { StartAt?: string; States?: Record<string, object> };
  if (!States) return members as T;
  const reached = new Set([StartAt!]);
  for (const name of reached) {
    for (const [, next = ''] of JSON.stringify(States[name]).matchAll(/"(?:Next|Default)":"([^"]*)"/g)) {
      if (next in States) reached.add(next);
    }
  }
  return { ...members, States: Object.fromEntries(Object.entries(States).filter(([name]) => reached.has(name))) } as T;
}
