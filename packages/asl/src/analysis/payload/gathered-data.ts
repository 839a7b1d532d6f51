import { isTerminal } from '../graph/reachability';
import { sizeOf, valuesOf, type DataShape, type ScalarShape } from '../shapes/data-shape';
import { dataFlowOf } from '../shapes/data-flow';
import { scopesOf, statesOf, type State, type StateMachine } from '../../syntax';
import { walk } from '../../text/value';

/** 256 KiB: the most that a state can be given or hand on. */
export const mostPayloadBytes = 262_144;

/** A state that hands on more than one can, and how much that is at least. */
export interface GatheredData {
  readonly state: State;
  readonly bytes: number;
}

/**
 * The states that hand on more data than a state can, of which no part is too large by itself, whichever way leads to them:
 * texts of the definition that are put beside each other. Only the first such states on a way.
 */
export function gatheredDataIn(machine: StateMachine): readonly GatheredData[] {
  // Texts may be put in several times, but a small definition has none that are worth it.
  if (machine.range[1] - machine.range[0] < mostPayloadBytes / 6) return [];
  const flow = dataFlowOf(machine);
  const mostOfPart = mostBytesOfPart(machine);
  /** Little data need not be added up. */
  const bytesOf = (shape: DataShape): number =>
    sizeOf(shape) * mostOfPart > mostPayloadBytes ? leastBytesOf(shape) : 0;
  const found = new Map<State, number>();
  for (const state of statesOf(machine)) {
    for (const { input, trail } of flow.worldsAt(state)) {
      // A Choice only passes on what it is given, and a Catch brings an error.
      if (!trail || trail.transition.node !== trail.transition.from) continue;
      const { from } = trail.transition;
      found.set(from, Math.min(found.get(from) ?? Infinity, bytesOf(input)));
    }
  }
  for (const scope of scopesOf(machine)) {
    const bytes = bytesOf(flow.outputOf(scope));
    for (const state of scope.states) if (isTerminal(state)) found.set(state, bytes);
  }
  const isGiven = (state: State): boolean =>
    flow.worldsAt(state).some(({ input }) => bytesOf(input) > mostPayloadBytes);
  return [...found].flatMap(([state, bytes]) =>
    bytes <= mostPayloadBytes || isGiven(state) ? [] : [{ state, bytes }],
  );
}

/** The bytes that a text of the definition has at most, as a value or a name, with what stands around it. */
function mostBytesOfPart(machine: StateMachine): number {
  let most = 0;
  walk(machine.located, (value) => {
    if (value.kind === 'string') most = Math.max(most, textBytes(value.value));
    if (value.kind === 'object') for (const { key } of value.entries) most = Math.max(most, textBytes(key.value));
  });
  return 2 * most + ':,{}'.length;
}

/** The bytes of JSON text that each value of a shape has at least. */
function leastBytesOf(shape: DataShape): number {
  switch (shape.kind) {
    case 'scalar':
      return leastBytesOfScalar(shape);
    case 'array':
      return '[]'.length + sum(shape.items ?? [], (item) => leastBytesOf(item) + ','.length);
    case 'object':
      return (
        '{}'.length +
        sum(shape.members, ([name, { presence, shape: member }]) =>
          presence === 'sure' ? textBytes(name) + ':'.length + leastBytesOf(member) + ','.length : 0,
        )
      );
    case 'union':
      return Math.min(...shape.of.map(leastBytesOf));
    default:
      return 0;
  }
}

function leastBytesOfScalar(shape: ScalarShape): number {
  const values = valuesOf(shape);
  return shape.leastBytes ?? (values ? Math.min(...values.map(textBytes)) : 1);
}

const textBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const sum = <Item>(items: Iterable<Item>, bytesOf: (item: Item) => number): number =>
  [...items].reduce((total, item) => total + bytesOf(item), 0);
