import {
  MapState,
  ParallelState,
  PassState,
  TaskState,
  type Expression,
  type State,
  type StateMachine,
} from '../syntax';
import { dataFlowOf } from './shapes/data-flow';
import { partsOf } from './shapes/parts';
import type { DataRead } from './shapes/reader';
import { shapeOfTaskResult } from './shapes/task-result';
import { graphOf } from './graph';

/** A path that reads a part of a result where that result is not. */
export interface DiscardedResult {
  readonly read: DataRead;
  /** The state whose result it is. */
  readonly state: State;
  /** The member of the result. */
  readonly member: string;
  /** Where the result has been put instead; undefined if `"ResultPath": null` has dropped it. */
  readonly placedAt: string | undefined;
}

/**
 * Reads of what looks like a result that was dropped or put elsewhere. The input of the machine may have a member of that
 * name as well; what an earlier state has read by it, or what is known to be there, is therefore left out.
 */
export function discardedResultsOf(machine: StateMachine): readonly DiscardedResult[] {
  const reads = dataFlowOf(machine).reads.filter(({ root, mustFind }) => root === 'input' && mustFind);
  const byState = new Map<State, DataRead[]>();
  for (const read of reads) {
    if (read.expression.kind === 'jsonata' || !readsInput(read)) continue;
    byState.set(read.state, [...(byState.get(read.state) ?? []), read]);
  }
  const found = new Map<string, DiscardedResult>();
  for (const state of byState.size ? statesWithKnownResults(machine) : []) {
    const before = [...statesWithout(state)].flatMap((one) => byState.get(one) ?? []);
    const namesBefore = new Set(before.map(firstName));
    const names = new Set(resultNames(state).filter((name) => !namesBefore.has(name)));
    for (const name of names) {
      for (const read of readsBehind(state, name, byState)) {
        const place = `${read.expression.range[0]} ${read.span.start}`;
        if (!found.has(place)) found.set(place, { read, state, member: name, placedAt: placeOf(state) });
      }
    }
  }
  return [...found.values()];
}

/** Where ResultPath puts the result: undefined for null. */
function placeOf(state: State): string | undefined {
  const value = state.field('ResultPath')?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

/** JSONPath states that keep their input, and whose result has members that are known. */
function* statesWithKnownResults(machine: StateMachine): Generator<State> {
  const scopes = new Set([...new Set(dataFlowOf(machine).reads.map(({ state }) => state.parent))]);
  for (const scope of scopes) {
    for (const state of scope.states) {
      const path = state.field('ResultPath');
      if (!path || path.isUnknown || path.json === '$' || state.queryLanguage === 'JSONata') continue;
      if (state.has('OutputPath')) continue;
      const isWork = state instanceof TaskState || state instanceof ParallelState || state instanceof MapState;
      if (isWork || state instanceof PassState) yield state;
    }
  }
}

/** The names that the result has at its top. */
function resultNames(state: State): readonly string[] {
  const selected =
    state.field('ResultSelector') ??
    (state instanceof PassState ? (state.field('Result') ?? state.field('Parameters')) : undefined);
  if (selected) {
    const { value, name } = selected;
    if (value.kind !== 'object') return [];
    return value.entries.map(({ key }) => (name === 'Result' ? key.value : key.value.replace(/\.\$$/, '')));
  }
  if (!(state instanceof TaskState)) return [];
  const shape = shapeOfTaskResult(state);
  return shape.kind === 'object' ? [...shape.members.keys()] : [];
}

/** Fields whose `$` is the input of the state; in the others it is the result or what Parameters have made. */
const readsInput = ({ expression, state }: DataRead): boolean => {
  const { name, parent } = expression.parent;
  if (['ResultSelector', 'OutputPath', 'Assign'].includes(name) || parent.type === 'Catcher') return false;
  return !state.has('InputPath') || name === 'InputPath';
};

function firstName({ expression, path }: DataRead): string | undefined {
  // Calls have their paths inside.
  return nameAtTop(expression) ?? /^\$\.(\w+)/.exec(path)?.[1];
}

function nameAtTop({ parsed }: Expression): string | undefined {
  const isPath = parsed.language === 'path' || parsed.language === 'reference-path';
  const first = isPath ? parsed.result.value?.segments[0] : undefined;
  return first?.kind === 'name' ? first.name : undefined;
}

/** The reads of `$.name` in states behind this one, up to those that may bring such a member along. */
function* readsBehind(
  from: State,
  name: string,
  byState: ReadonlyMap<State, readonly DataRead[]>,
): Generator<DataRead> {
  const graph = graphOf(from.parent);
  if (graph.isPartial) return;
  const next = graph.transitionsFrom(from).flatMap(({ to, node }) => (to && node === from ? [to] : []));
  const reached = new Set<State>(next);
  for (const state of reached) {
    for (const read of byState.get(state) ?? []) {
      if (firstName(read) === name && read.reading.missing === 'possible' && !isKnownOf(read, name)) yield read;
    }
    if (state === from || mayBring(state, name)) continue;
    for (const { to } of graph.transitionsFrom(state)) if (to) reached.add(to);
  }
}

/** Whether an earlier state has put something there. */
const isKnownOf = ({ world }: DataRead, name: string): boolean =>
  partsOf(world.input).some((part) => part.kind === 'object' && part.members.has(name));

/** Whether the output of the state may have a member that its input does not have. */
function mayBring(state: State, name: string): boolean {
  if (state.type === 'ChoiceState' || state.type === 'WaitState')
    return state.has('InputPath') || state.has('OutputPath');
  const path = state.field('ResultPath');
  if (state.has('OutputPath') || state.queryLanguage === 'JSONata' || !path || path.isUnknown) return true;
  if (path.json === null) return false;
  const [expression] = path.expressions;
  const placed = expression && nameAtTop(expression);
  return placed === undefined || placed === name;
}

/** The states that can be reached without the result of that state, and the state itself. */
function statesWithout(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  const reached = new Set<State>(graph.start ? [graph.start] : []);
  for (const one of reached) {
    for (const { to, node } of graph.transitionsFrom(one)) if (to && node !== state) reached.add(to);
  }
  return reached;
}
