import {
  ChoiceState,
  deadWaysOf,
  kindsKeepFromFailing,
  statesOf,
  waysClosedBefore,
  waysClosedByKinds,
  type StateMachine,
} from '@stepproof/asl';
import fc from 'fast-check';
import { choiceInput, choiceStates, kindInput, kindStates } from './choice-machines';
import { execute, flowOf, isValid } from './observed';
import { definitionOf, states, value } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 400);

type Ways = ReadonlySet<string>;

const wayOf = (choice: string, index: number | 'Default'): string => `${choice}, ${index}`;
const choiceOf = (way: string): string => way.split(',')[0]!;

/** The ways that executions have taken out of Choices. */
async function waysTaken(definition: object, input: unknown, results: readonly unknown[]): Promise<readonly string[]> {
  const { events } = await execute(definition, input, results);
  return events.flatMap(({ note }) => {
    if (note?.kind === 'rule') return wayOf(note.state, note.index);
    return note?.kind === 'default' ? wayOf(note.state, 'Default') : [];
  });
}

const deadWays = (machine: StateMachine): Ways =>
  new Set(
    deadWaysOf(machine).map(({ choice, rule }) => wayOf(choice.name, rule ? choice.choices.indexOf(rule) : 'Default')),
  );

const waysWithoutKind = (machine: StateMachine): Ways =>
  new Set(
    waysClosedByKinds(machine).map(({ choice, rule }) =>
      wayOf(choice.name, rule ? choice.choices.indexOf(rule) : 'Default'),
    ),
  );

const closedWays = (machine: StateMachine): Ways =>
  new Set(
    [...statesOf(machine)]
      .filter((state) => state instanceof ChoiceState)
      .flatMap((choice) =>
        waysClosedBefore(choice).map(({ rule }) => wayOf(choice.name, rule ? choice.choices.indexOf(rule) : 'Default')),
      ),
  );

/** Gives back how often a Choice was left of which one of the ways is called impossible. */
async function check(
  definition: object,
  impossible: Ways,
  input: unknown,
  results: readonly unknown[],
): Promise<number> {
  if (!impossible.size) return 0;
  const ways = await waysTaken(definition, input, results);
  const wrong = ways.find((way) => impossible.has(way));
  if (wrong !== undefined) throw new Error(`${wrong} was taken: ${JSON.stringify(definition)}`);
  const choices = new Set([...impossible].map(choiceOf));
  return ways.filter((way) => choices.has(choiceOf(way))).length;
}

const inputsEach = { minLength: 6, maxLength: 6 };

test.each([
  { analysis: 'deadWaysOf', drawn: choiceStates, input: choiceInput, impossibleWays: deadWays, least: runs },
  {
    analysis: 'waysClosedBefore',
    drawn: choiceStates,
    input: choiceInput,
    impossibleWays: closedWays,
    least: runs / 10,
  },
  {
    analysis: 'waysClosedByKinds',
    drawn: kindStates,
    input: kindInput,
    impossibleWays: waysWithoutKind,
    least: runs / 4,
  },
])('no execution takes a way that is impossible: $analysis', async ({ drawn, input, impossibleWays, least }) => {
  let checked = 0;
  let machines = 0;
  await fc.assert(
    fc.asyncProperty(drawn, fc.array(input as fc.Arbitrary<unknown>, inputsEach), async (random, inputs) => {
      const definition = definitionOf(random);
      if (!isValid(definition)) return;
      const impossible = impossibleWays(flowOf(definition).machine);
      if (impossible.size) machines++;
      for (const input of inputs) checked += await check(definition, impossible, input, [0]);
    }),
    { numRuns: runs },
  );
  expect(machines).toBeGreaterThan(runs / 10);
  expect(checked).toBeGreaterThan(least);
});

test('no execution of a machine of all kinds of states takes a dead way', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(states, value, fc.array(value, { minLength: 1, maxLength: 4 }), async (random, input, results) => {
      const definition = definitionOf(random);
      if (isValid(definition)) checked += await check(definition, deadWays(flowOf(definition).machine), input, results);
    }),
    { numRuns: runs },
  );
  expect(checked).toBeGreaterThan(0);
});

/** Whether a Choice does nothing that may fail but test. */
const onlyTests = (choice: ChoiceState): boolean =>
  [choice, ...choice.choices].every((node) =>
    ['InputPath', 'OutputPath', 'Output', 'Assign'].every((name) => !node.has(name)),
  );

test('no execution fails in a Choice that the kinds of values keep from it', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(kindStates, fc.array(kindInput, inputsEach), async (random, inputs) => {
      const definition = definitionOf(random);
      if (!isValid(definition)) return;
      const safe = [...statesOf(flowOf(definition).machine)].flatMap((state) =>
        state instanceof ChoiceState && onlyTests(state) && kindsKeepFromFailing(state) ? [state.name] : [],
      );
      for (const input of safe.length ? inputs : []) {
        const { entered, left, events } = await execute(definition, input, [0]);
        const last = entered.at(-1)?.name;
        if (entered.length > left.length && last !== undefined && events.at(-1)?.type === 'ExecutionFailed')
          expect(safe).not.toContain(last);
        checked += entered.filter(({ name }) => safe.includes(name)).length;
      }
    }),
    { numRuns: runs },
  );
  expect(checked).toBeGreaterThan(runs);
});
