import { ChoiceState, deadWaysOf, statesOf, waysClosedBefore, type StateMachine } from '@stepproof/asl';
import fc from 'fast-check';
import { choiceInput, choiceStates } from './choice-machines';
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

test.each([
  { analysis: 'deadWaysOf', impossibleWays: deadWays, least: runs },
  { analysis: 'waysClosedBefore', impossibleWays: closedWays, least: runs / 10 },
])('no execution takes a way that is impossible: $analysis', async ({ impossibleWays, least }) => {
  let checked = 0;
  let machines = 0;
  await fc.assert(
    fc.asyncProperty(choiceStates, fc.array(choiceInput, { minLength: 6, maxLength: 6 }), async (random, inputs) => {
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
