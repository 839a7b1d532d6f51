import { idleCountersOf, type IdleCounter, type Json } from '@stepproof/asl';
import fc from 'fast-check';
import { countedInput, countedStates } from './counted-machines';
import { execute, flowOf, isValid } from './observed';
import { definitionOf } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 1200);

/** What a Choice is entered with: the data, and the variables. */
interface Found {
  readonly data: Json;
  readonly variables: ReadonlyMap<string, Json>;
}

function numberAt(place: string | number, { data, variables }: Found): number {
  if (typeof place === 'number') return place;
  const names = place.slice(1).split('.');
  const root = names[0] ? variables.get(names[0]) : data;
  return names
    .slice(1)
    .reduce<Json | undefined>((holder, name) => (holder as Record<string, Json> | undefined)?.[name], root) as number;
}

function isReached({ kind, bound: { place, bound, isUpper, isIncluded } }: IdleCounter, found: Found): boolean {
  const [value, limit] = [numberAt(place, found), numberAt(bound, found)];
  if (kind === 'skipped') return value === limit;
  return value === limit ? !isIncluded : value > limit === isUpper;
}

/**
 * Runs the definition: once a loop has been gone on with though its idle counter was looked at, the bound must not be
 * reached before the loop is left. Gives back how often a counter was looked at again.
 */
async function check(definition: object, input: unknown): Promise<number> {
  const idle = idleCountersOf(flowOf(definition).machine);
  if (!idle.length) return 0;
  const { events } = await execute(definition, input, [0, null]);
  const variables = new Map<string, Json>();
  const going = new Set<IdleCounter>();
  let again = 0;
  for (const { type, details } of events) {
    const {
      name,
      input: data,
      assignedVariables,
    } = (details ?? {}) as {
      name: string;
      input: Json;
      assignedVariables?: ReadonlyMap<string, Json>;
    };
    for (const [variable, value] of assignedVariables ?? []) variables.set(variable, value);
    if (!type.endsWith('StateEntered')) continue;
    for (const one of idle) {
      if (!one.states.some((state) => state.name === name)) going.delete(one);
      if (one.choice.name !== name) continue;
      const isEnded = isReached(one, { data, variables });
      if (isEnded && going.has(one)) {
        throw new Error(
          `${one.kind} "${one.bound.place}" came to ${one.bound.bound} in "${name}": ${JSON.stringify(definition)}`,
        );
      }
      if (going.has(one)) again++;
      if (!isEnded) going.add(one);
    }
  }
  return again;
}

test('what is called an idle counter never comes to its bound while the loop is gone round', async () => {
  const kinds = { unchanged: 0, backwards: 0, reset: 0, skipped: 0 };
  await fc.assert(
    fc.asyncProperty(countedStates, fc.array(countedInput, { minLength: 3, maxLength: 3 }), async (random, inputs) => {
      const definition = definitionOf(random);
      if (!isValid(definition)) return;
      let again = 0;
      for (const input of inputs) again += await check(definition, input);
      if (again) for (const { kind } of idleCountersOf(flowOf(definition).machine)) kinds[kind]++;
    }),
    { numRuns: runs },
  );
  // Of how many machines a counter was looked at again.
  expect(kinds.unchanged).toBeGreaterThan(0);
  expect(kinds.backwards).toBeGreaterThan(0);
  expect(kinds.reset).toBeGreaterThan(0);
});
