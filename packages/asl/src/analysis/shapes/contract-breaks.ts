import type { JsonSchema } from '../../syntax/contract';
import { statesOf, TaskState, type Field, type State, type StateMachine } from '../../syntax';
import { reachableStates } from '../graph/reachability';
import { shapeOfSchema } from './contract-shapes';
import { dataFlowOf, type DataFlow } from './data-flow';
import { memberOfObject, valuesOf, type DataShape } from './data-shape';
import { joinAll } from './join';
import { throughPath, throughTemplate } from './json-path-flow';
import { throughJsonata } from './jsonata-flow';
import { meet } from './meet';
import { partsOf, type Part } from './parts';
import { DataReader } from './reader';
import { exitsOf } from './transfer';
import { typeOf } from './value-type';
import type { World } from './world';

/** What a state gives or calls with, where no value of it is one that the contract allows. */
export interface ContractBreak {
  readonly state: State;
  /** `output`: of the machine; `parameters`: of the call that the Task makes. */
  readonly part: 'output' | 'parameters';
  /** Where it is made; undefined where the state hands on what it is given. */
  readonly field: Field | undefined;
  /** What is wrong: `"total" is a string, and must be a number`. */
  readonly fault: string;
  /** What messages call the contract. */
  readonly contract: string;
  /** The way that brings the data. */
  readonly world: World;
}

/** One for each state and part, in the order of the text. */
export const contractBreaksOf = (machine: StateMachine): readonly ContractBreak[] => machine.once(findBreaks);

function findBreaks(machine: StateMachine): readonly ContractBreak[] {
  const { contract } = machine;
  if (!contract || (contract.output === undefined && !contract.tasks.size)) return [];
  const flow = dataFlowOf(machine);
  const reachable = reachableStates(machine);
  return [...statesOf(machine)].flatMap((state): ContractBreak[] => {
    const own = { state, contract: contract.name };
    const found: ContractBreak[] = [];
    const add = (part: ContractBreak['part'], names: readonly string[], schema: JsonSchema, givenIn: GivenIn): void => {
      const broken = breakIn(flow.worldsAt(state), schema, givenIn);
      const field = names.map((name) => state.field(name)).find((one) => one !== undefined);
      if (broken) found.push({ ...own, part, field, ...broken });
    };
    const called = state instanceof TaskState ? contract.tasks.get(state.name)?.parameters : undefined;
    if (called !== undefined)
      add('parameters', ['Parameters', 'Arguments'], called, (world) => calledWith(state, world));
    if (contract.output !== undefined && state.parent === machine && reachable.has(state))
      add('output', ['Output', 'OutputPath', 'Result', 'Parameters'], contract.output, (world) =>
        outputIn(state, world, flow),
      );
    return found;
  });
}

type GivenIn = (world: World) => DataShape | undefined;

function breakIn(worlds: readonly World[], schema: JsonSchema, givenIn: GivenIn) {
  const allowed = shapeOfSchema(schema);
  for (const world of worlds) {
    const given = givenIn(world);
    const fault = given && given.kind !== 'never' ? faultBetween(given, allowed, []) : undefined;
    if (fault !== undefined) return { fault, world };
  }
  return undefined;
}

/** What the machine ends with in that state; undefined where it does not end there with success. */
function outputIn(state: State, world: World, flow: DataFlow): DataShape | undefined {
  const exits = exitsOf(state, new DataReader(state, world, undefined), (scope) => flow.outputOf(scope));
  const ends = exits.filter(({ transition }) => transition === undefined);
  return ends.length ? joinAll(ends.map(({ input }) => input)) : undefined;
}

/** What the Task calls with; undefined where it fails before. */
function calledWith(state: State, world: World): DataShape | undefined {
  const reader = new DataReader(state, world, undefined);
  const { input } = world;
  const isJsonata = state.queryLanguage === 'JSONata';
  const effective = isJsonata ? input : throughPath(state, 'InputPath', input, reader);
  const given = isJsonata
    ? throughJsonata(state, 'Arguments', { input }, reader, input)
    : throughTemplate(state, 'Parameters', { input: effective }, reader, effective);
  return reader.hasFailed() ? undefined : given;
}

/** Why no value of the first shape is one of the second; undefined where one may be. */
function faultBetween(given: DataShape, allowed: DataShape, path: readonly string[]): string | undefined {
  if (given.kind === 'unknown' || meet(given, allowed).kind !== 'never') return undefined;
  const place = path.length ? `"${path.join('.')}"` : 'it';
  const [one, ...others] = partsOf(given);
  const wanted = partsOf(allowed);
  const alike = wanted.find((part) => one && typeOf(part) === typeOf(one));
  if (one?.kind === 'object' && alike?.kind === 'object' && !others.length) {
    for (const name of new Set([...alike.members.keys(), ...one.members.keys()])) {
      const [has, must] = [memberOfObject(one, name), memberOfObject(alike, name)];
      const inside = [...path, name];
      if (has.presence === 'absent' && must.presence === 'sure') return `${place} has no "${name}"`;
      if (has.presence !== 'sure') continue;
      if (must.presence === 'absent') return `${place} has "${name}", which may not be there`;
      const fault = faultBetween(has.shape, must.shape, inside);
      if (fault !== undefined) return fault;
    }
  }
  return `${place} is ${partsOf(given).map(described).join(' or ')}, and must be ${wanted.map(described).join(' or ')}`;
}

function described(part: Part): string {
  const values = part.kind === 'scalar' ? valuesOf(part) : undefined;
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  const type = typeOf(part);
  if (type === 'null') return type;
  return type === 'object' || type === 'array' ? `an ${type}` : `a ${type}`;
}
