import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containsValue, parseText, toJson, type DataRead } from '@stepproof/asl';
import fc from 'fast-check';
import { execute, flowOf, isValid } from './observed';
import { definitionOf, states, value } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 200);

const answers = fc.array(value, { minLength: 1, maxLength: 4 });

/** Runs the definition, and holds all that is seen against what the analysis says; gives back how much that was. */
async function check(definition: object, input: unknown, results: readonly unknown[]): Promise<number> {
  const { machine, flow, stateOf } = flowOf(definition);
  const observed = await execute(definition, input, results);
  for (const { name, data } of observed.entered) {
    if (!flow.worldsAt(stateOf(name)).some((world) => containsValue(world.input, data))) {
      throw new Error(`"${name}" was entered with ${JSON.stringify(data)}: ${JSON.stringify(definition)}`);
    }
  }
  if (observed.output !== undefined) {
    expect(containsValue(flow.outputOf(machine), observed.output)).toBe(true);
  }
  return observed.entered.length;
}

test('whatever a state is entered with, and whatever comes out, is of the shape that was computed', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(states, value, answers, async (random, input, results) => {
      const definition = definitionOf(random);
      if (isValid(definition)) checked += await check(definition, input, results);
    }),
    { numRuns: runs },
  );
  expect(checked).toBeGreaterThan(runs);
});

const examples = join(__dirname, '../../../../examples');
const definitionIn = (name: string): object => {
  const text = readFileSync(join(examples, name), 'utf8');
  return toJson(parseText(text, name.endsWith('json') ? 'json' : 'yaml').root!) as object;
};
const exampleFiles = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.asl\.(json|yaml)$/.test(name) && isValid(definitionIn(name)),
);

test.each(exampleFiles)('the same of examples/%s', async (name) => {
  const definition = definitionIn(name);
  await fc.assert(
    fc.asyncProperty(value, answers, async (input, results) => {
      expect(await check(definition, input, results)).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});

test('a state that surely finds nothing is never left by its Next', async () => {
  let failures = 0;
  await fc.assert(
    fc.asyncProperty(states, value, answers, async (random, input, results) => {
      const definition = definitionOf(random);
      const { flow } = flowOf(definition);
      const readings = new Map<string, DataRead[]>();
      for (const read of flow.reads) {
        if (read.state.type === 'ChoiceState' || read.state.has('Catch')) continue;
        const place = `${read.expression.range.join()},${read.span.start}`;
        readings.set(place, [...(readings.get(place) ?? []), read]);
      }
      const doomed = new Set<string>();
      for (const reads of readings.values()) {
        const { state } = reads[0]!;
        const isAlways = reads.every(({ reading, mustFind }) => mustFind && reading.missing === 'sure');
        const isInEachWorld = new Set(reads.map(({ world }) => world)).size === flow.worldsAt(state).length;
        if (isAlways && isInEachWorld) doomed.add(state.name);
      }
      if (!doomed.size || !isValid(definition)) return;
      const observed = await execute(definition, input, results);
      for (const { name } of observed.left) {
        if (doomed.has(name)) throw new Error(`"${name}" was left: ${JSON.stringify(definition)}`);
      }
      failures += observed.entered.filter(({ name }) => doomed.has(name)).length;
    }),
    { numRuns: runs },
  );
  expect(failures).toBeGreaterThan(0);
});
