import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  containsValue,
  dataFlowOf,
  parseStateMachine,
  parseText,
  statesOf,
  toJson,
  type DataRead,
  type Json,
} from '@stepproof/asl';
import fc from 'fast-check';
import {
  InvalidDefinitionError,
  RunawayError,
  StateMachine,
  type RecordedEvent,
  type TaskCall,
  type TaskOutcome,
} from '../../src';
import { definitionOf, states, value } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 200);

/** Fails sometimes; else gives what the integration could give, with a random value where it has a choice. */
function answer({ resource }: TaskCall, result: unknown): TaskOutcome {
  if (result === null) return { error: 'E', cause: 'no' };
  if (resource.endsWith('lambda:invoke'))
    return { result: { StatusCode: 200, ExecutedVersion: '1', Payload: result as Json } };
  if (resource.endsWith('sendMessage')) return { result: { MessageId: 'm', MD5OfMessageBody: '0' } };
  if (resource.endsWith('s3:getObject')) return { result: { Body: 'a,b\n1,x\n' } };
  if (resource.includes(':states:::')) return { result: {} };
  return { result: result as Json };
}

const answers = fc.array(value, { minLength: 1, maxLength: 4 });

function isValid(definition: object): boolean {
  try {
    return new StateMachine(definition).constructor === StateMachine;
  } catch (error) {
    if (error instanceof InvalidDefinitionError) return false;
    throw error;
  }
}

interface Observed {
  readonly name: string;
  readonly data: Json;
}

async function execute(definition: object, input: unknown, results: readonly unknown[]) {
  const machine = new StateMachine(definition);
  const entered: Observed[] = [];
  const left: Observed[] = [];
  const observe = ({ type, details }: RecordedEvent): void => {
    const { name, input: data, output } = (details ?? {}) as { name: string; input: Json; output: Json };
    if (type.endsWith('StateEntered')) entered.push({ name, data });
    if (type.endsWith('StateExited')) left.push({ name, data: output });
  };
  let call = 0;
  try {
    const tasks = (task: TaskCall): TaskOutcome => answer(task, results[call++ % results.length]);
    const { output, status } = await machine.execute(input, { tasks, observers: [observe], runawayLimit: 200 });
    return { entered, left, output: status === 'SUCCEEDED' ? output : undefined };
  } catch (error) {
    if (error instanceof RunawayError) return { entered, left, output: undefined };
    throw error;
  }
}

function flowOf(definition: object) {
  const machine = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
  const byName = new Map([...statesOf(machine)].map((state) => [state.name, state]));
  return { machine, flow: dataFlowOf(machine), stateOf: (name: string) => byName.get(name)! };
}

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
