import { countedLoopsOf, secondsOfRound, type CountedLoop } from '@stepproof/asl';
import fc from 'fast-check';
import type { RecordedEvent } from '../../src';
import { countedInput, countedStates } from './counted-machines';
import { nestedLoops } from './nested-loops';
import { execute, flowOf, isValid } from './observed';
import { definitionOf } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 600);

const enteredBy = ({ type, details }: RecordedEvent): string | undefined =>
  type.endsWith('StateEntered') ? (details as { name: string }).name : undefined;

/** The events by which the state that counts is entered, stay by stay in the loop. */
function staysIn({ states, counting }: CountedLoop, events: readonly RecordedEvent[]): number[][] {
  const stays: number[][] = [[]];
  for (const [index, event] of events.entries()) {
    const name = enteredBy(event);
    if (name === undefined) continue;
    if (!states.some((state) => state.name === name)) stays.push([]);
    else if (counting.name === name) stays.at(-1)!.push(index);
  }
  return stays;
}

const counting = fc.oneof(
  fc.tuple(countedStates.map(definitionOf), countedInput),
  fc.tuple(
    nestedLoops,
    fc.boolean().map((skips) => ({ skips })),
  ),
);

test('a round that counts adds as many events and takes as many seconds as is said, or more', async () => {
  const rounds = { plain: 0, nested: 0 };
  await fc.assert(
    fc.asyncProperty(counting, async ([definition, input]) => {
      if (!isValid(definition)) return;
      const loops = countedLoopsOf(flowOf(definition).machine);
      if (!loops.length) return;
      const { events } = await execute(definition, input, [0]);
      for (const loop of loops) {
        for (const stay of staysIn(loop, events)) {
          for (const [round, last] of stay.slice(1).entries()) {
            const first = stay[round]!;
            expect(last - first).toBeGreaterThanOrEqual(loop.events);
            expect((events[last]!.time - events[first]!.time) / 1000).toBeGreaterThanOrEqual(secondsOfRound(loop));
            rounds[loop.inner ? 'nested' : 'plain']++;
          }
        }
      }
    }),
    { numRuns: runs },
  );
  expect(rounds.plain).toBeGreaterThan(0);
  expect(rounds.nested).toBeGreaterThan(0);
});
