import { settledLoopsOf } from '@stepproof/asl';
import fc from 'fast-check';
import { countedInput, countedStates } from './counted-machines';
import { execute, flowOf, isValid } from './observed';
import { definitionOf } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 400);

test('a settled loop that has once been gone on with is never left', async () => {
  let goneRound = 0;
  await fc.assert(
    fc.asyncProperty(countedStates, countedInput, async (random, input) => {
      const definition = definitionOf(random);
      const settled = isValid(definition) ? settledLoopsOf(flowOf(definition).machine) : [];
      if (!settled.length) return;
      const { entered } = await execute(definition, input, [0, null]);
      for (const { states, choices } of settled) {
        const loop = new Set(states.map(({ name }) => name));
        let asked: string[] = [];
        for (const { name } of entered) {
          const isAgain = choices.some((choice) => asked.filter((one) => one === choice.name).length > 1);
          if (isAgain) goneRound++;
          if (isAgain && !loop.has(name)) throw new Error(`left for "${name}": ${JSON.stringify(definition)}`);
          asked = loop.has(name) ? [...asked, name] : [];
        }
      }
    }),
    { numRuns: runs },
  );
  expect(goneRound).toBeGreaterThan(0);
});
