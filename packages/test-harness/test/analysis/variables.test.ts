import { assignednessOf, parseStateMachine, parseText, variableReadsOf } from '@stepproof/asl';
import fc from 'fast-check';
import { StateMachine } from '../../src';

type Draft = (name: string, onwards: readonly string[]) => object;
type ScopeDraft = (prefix: string, isInner: boolean) => { StartAt: string; States: Record<string, object> };

const onward = (onwards: readonly string[]) => (onwards.length ? { Next: onwards[0]! } : { End: true });
const name = fc.constantFrom('a', 'b');
const maybe = fc.option(name, { nil: undefined });

/** What a scope assigns has its own names: AWS refuses those of a scope around it. */
const pass = fc
  .record({ reads: maybe, assigns: maybe })
  .map<(isInner: boolean) => Draft>(({ reads, assigns }) => (isInner) => (_, onwards) => ({
    Type: 'Pass',
    Assign: {
      copy: 0,
      ...(reads && { [isInner ? 'innerCopy' : 'copy']: `{% $${reads} %}` }),
      ...(assigns && { [isInner ? `inner_${assigns}` : assigns]: 1 }),
      ...(isInner && { copy: undefined }),
    },
    ...onward(onwards),
  }));
const choice = fc
  .record({ index: fc.nat(3), byRule: maybe, byDefault: maybe })
  .map<(isInner: boolean) => Draft>(({ index, byRule, byDefault }) => (isInner) => (_, onwards) => {
    const assign = (assigned?: string) => (assigned && !isInner ? { Assign: { [assigned]: 2 } } : {});
    if (!onwards.length) return { Type: 'Succeed' };
    const Condition = `{% $states.input.flags[${index}] %}`;
    return {
      Type: 'Choice',
      Choices: [{ Condition, ...assign(byRule), Next: onwards.at(-1)! }],
      ...assign(byDefault),
      Default: onwards[0]!,
    };
  });
const scopeOf = (state: fc.Arbitrary<(isInner: boolean) => Draft>): fc.Arbitrary<ScopeDraft> =>
  fc.array(state, { minLength: 1, maxLength: 6 }).map<ScopeDraft>((drafts) => (prefix, isInner) => {
    const names = drafts.map((_, index) => `${prefix}S${index}`);
    const states = drafts.map((draft, index) => draft(isInner)(names[index]!, names.slice(index + 1)));
    return { StartAt: names[0]!, States: Object.fromEntries(states.map((state, index) => [names[index]!, state])) };
  });
const parallel = scopeOf(fc.oneof(pass, choice)).map<(isInner: boolean) => Draft>((branch) => () => (at, onwards) => ({
  Type: 'Parallel',
  Branches: [branch(`${at}.`, true)],
  Output: '{% $states.input %}',
  ...onward(onwards),
}));

test('variables have a value where the analysis says so, and none where it says that', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      scopeOf(fc.oneof(pass, pass, choice, parallel)),
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
      async (draft, flags) => {
        const text = JSON.stringify({ QueryLanguage: 'JSONata', ...draft('', false) });
        const machine = parseStateMachine(parseText(text, 'json').root!);
        const execution = await new StateMachine(pruned(JSON.parse(text))).execute({ flags });
        const namesIn = (key: 'stateEnteredEventDetails' | 'stateExitedEventDetails') =>
          new Set(execution.history.flatMap((event) => event[key]?.name ?? []));
        const [entered, exited] = [namesIn('stateEnteredEventDetails'), namesIn('stateExitedEventDetails')];
        for (const read of variableReadsOf(machine)) {
          if (!entered.has(read.state.name)) continue;
          const { kind } = assignednessOf(read);
          seen.add(kind);
          if (kind === 'assigned') expect(exited).toContain(read.state.name);
          else if (kind !== 'possibly') expect(exited).not.toContain(read.state.name);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual(expect.arrayContaining(['assigned', 'later', 'never', 'possibly']));
});

/** Without the states that nothing leads to, which AWS refuses. */
function pruned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(pruned) as T;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pruned(member) as unknown]));
  const { StartAt, States } = members as { StartAt?: string; States?: Record<string, object> };
  if (!States) return members as T;
  const reached = new Set([StartAt!]);
  for (const at of reached) {
    for (const [, next = ''] of JSON.stringify(States[at]).matchAll(/"(?:Next|Default)":"([^"]*)"/g)) {
      if (next in States) reached.add(next);
    }
  }
  return { ...members, States: Object.fromEntries(Object.entries(States).filter(([at]) => reached.has(at))) } as T;
}
