import { containsValue, optionalGapsOf, type DataRead } from '@stepproof/asl';
import fc from 'fast-check';
import { ContractViolationError, StateMachine, type Contract } from '../../src';
import { schemaArbitrary } from '../../src/explore';
import { describing } from './describing-schemas';
import { execute, flowOf, isValid } from './observed';
import { definitionOf, states, value } from './random-machines';

const runs = Number(process.env.FC_RUNS ?? 100);

/** A value and a contract that allows it. */
const contracted = value.chain((input) =>
  describing(input).map((schema) => ({ input, contracts: withOwnDefinitions({ input: schema }) })),
);

/** References lead from the root of the contract. */
function withOwnDefinitions(contract: { readonly input: unknown }): Contract {
  const defs: Record<string, object | boolean> = {};
  const hoisted: unknown = JSON.parse(JSON.stringify(contract), (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('$defs' in part)) return part;
    const name = `Own${Object.keys(defs).length}`;
    defs[name] = (part.$defs as { readonly Own: object | boolean }).Own;
    return { $ref: `#/$defs/${name}` };
  });
  return { ...(hoisted as Contract), $defs: defs };
}

const pass = { StartAt: 'First', States: { First: { Type: 'Pass', End: true } } };

const isKept = async (contracts: Contract, input: unknown): Promise<boolean> => {
  try {
    await new StateMachine(pass, { contracts }).execute(input);
    return true;
  } catch (error) {
    if (error instanceof ContractViolationError) return false;
    throw error;
  }
};

test('every value that a schema allows is one of those that its shape stands for', async () => {
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(contracted, value, async ({ input, contracts }, other) => {
      const { flow, stateOf } = flowOf(pass, contracts);
      expect(await isKept(contracts, input)).toBe(true);
      for (const one of [input, other]) {
        if (!(await isKept(contracts, one))) continue;
        allowed++;
        if (!flow.worldsAt(stateOf('First')).some((world) => containsValue(world.input, one as never))) {
          throw new Error(`${JSON.stringify(one)} is lost: ${JSON.stringify(contracts)}`);
        }
      }
    }),
    { numRuns: runs },
  );
  expect(allowed).toBeGreaterThan(runs);
});

test('what is proven from a contract holds in every execution that keeps to it', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(
      states,
      contracted,
      fc.array(value, { minLength: 1, maxLength: 3 }),
      async (random, kept, results) => {
        const definition = definitionOf(random);
        if (!isValid(definition)) return;
        const { input, contracts } = kept;
        const { machine, flow, stateOf } = flowOf(definition, contracts);
        const observed = await execute(definition, input, results, contracts);
        for (const { name, data } of observed.entered) {
          checked++;
          if (!flow.worldsAt(stateOf(name)).some((world) => containsValue(world.input, data))) {
            throw new Error(
              `"${name}" was entered with ${JSON.stringify(data)}: ${JSON.stringify({ definition, kept })}`,
            );
          }
        }
        if (observed.output !== undefined) expect(containsValue(flow.outputOf(machine), observed.output)).toBe(true);
        const doomed = doomedStates(flow.reads);
        for (const { name } of observed.left) {
          const worlds = flow.worldsAt(stateOf(name)).length;
          if (doomed.get(name)?.size === worlds)
            throw new Error(`"${name}" was left: ${JSON.stringify({ definition, kept })}`);
        }
      },
    ),
    { numRuns: runs },
  );
  expect(checked).toBeGreaterThan(runs / 2);
});

/** The worlds in which a state surely finds nothing at some path, by its name. */
function doomedStates(reads: readonly DataRead[]): ReadonlyMap<string, ReadonlySet<unknown>> {
  const doomed = new Map<string, Set<unknown>>();
  for (const { state, world, mustFind, reading } of reads) {
    if (state.type === 'ChoiceState' || state.has('Catch') || !mustFind || reading.missing !== 'sure') continue;
    // What makes an iteration ready is not read where there are no items.
    if (state.type === 'MapState') continue;
    doomed.set(state.name, (doomed.get(state.name) ?? new Set()).add(world));
  }
  return doomed;
}

test('what is optional and not asked for has an input without it, on which the state fails', async () => {
  const schema = {
    type: 'object',
    properties: {
      a: { type: 'object', properties: { b: { type: 'string' }, c: { type: 'string' } }, required: ['c'] },
    },
    required: ['a'],
    additionalProperties: false,
  };
  const read = (path: string) => ({
    StartAt: 'Read',
    States: { Read: { Type: 'Pass', Parameters: { 'x.$': path }, End: true } },
  });
  const machineOf = (path: string) => flowOf(read(path), { input: schema }).machine;
  expect(optionalGapsOf(machineOf('$.a.c'))).toEqual([]);
  expect(optionalGapsOf(machineOf('$.a.b'))).toHaveLength(1);
  const failed = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(schemaArbitrary(schema), async (input) => {
      const { entered, left } = await execute(read('$.a.b'), input, [], { input: schema });
      expect(entered).toHaveLength(1);
      failed.add(left.length === 0);
      expect((await execute(read('$.a.c'), input, [], { input: schema })).left).toHaveLength(1);
    }),
    { numRuns: 50 },
  );
  expect(failed).toEqual(new Set([true, false]));
});
