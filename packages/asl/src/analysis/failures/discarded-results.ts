import {
  MapState,
  ParallelState,
  PassState,
  TaskState,
  type Expression,
  type Scope,
  type State,
  type StateMachine,
} from '../../syntax';
import { dataFlowOf } from '../shapes/data-flow';
import { partsOf } from '../shapes/parts';
import type { DataRead } from '../shapes/data-read';
import { shapeOfTaskResult } from '../shapes/task-result';
import { graphOf } from '../graph/graph';
import { statesFrom, statesFromStart } from '../graph/reachability';
import { handedOnWithInput, mayBringByOutput, variableOfResult } from './handed-on';
import { withoutPathMark } from '../../text/path-mark';

/** A path that reads a part of a result where that result is not. */
export interface DiscardedResult {
  readonly read: DataRead;
  /** The state whose result it is. */
  readonly state: State;
  /** The member of the result. */
  readonly member: string;
  /** Where the result has been put instead, in the language of the reader; undefined if it has been dropped. */
  readonly placedAt: string | undefined;
  /** What follows the whole of the data in the path: `.Payload.id`. */
  readonly rest: string;
}

/**
 * Reads of what looks like a result that was dropped or put elsewhere. The input of the machine may have a member of that
 * name as well; what an earlier state has read by it, or what is known to be there, is therefore left out.
 */
export function discardedResultsOf(machine: StateMachine): readonly DiscardedResult[] {
  const { named, scopes } = namedReadsOf(machine);
  const states = [...scopes].flatMap((scope) => scope.states.filter(hasKnownResult));
  const found = new Map<string, DiscardedResult>();
  let budget = maxSearches;
  for (const state of states) {
    const names = resultNames(state).filter((name) => named.has(name) && !handsOn(state, name));
    if (!names.length) continue;
    if (--budget < 0) break;
    const before = statesWithout(state);
    for (const name of names) {
      const reads = named.get(name)!;
      if (reads.some((read) => before.has(read.state))) continue;
      const behind = statesBehind(state, name);
      for (const read of reads) {
        if (!behind.has(read.state) || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
        const place = `${read.expression.range[0]} ${read.span.start}`;
        if (found.has(place)) continue;
        const rest = read.path.replace(wholeData, '');
        found.set(place, { read, state, member: name, placedAt: placeFor(read, state), rest });
      }
    }
  }
  for (const one of listsReadAsData(machine)) {
    const place = `${one.read.expression.range[0]} ${one.read.span.start}`;
    if (!found.has(place)) found.set(place, one);
  }
  return [...found.values()];
}

/** `$[0]`, `$states.input[0]` */
const elementOfData = /^\$(?:states\.input)?(\[\d+\])/;

/**
 * Reads of an element of the data behind a Parallel or Map whose list of results is not the data: it is that of an object, as
 * what reads a member of it before shows, or the Output that merges it.
 */
function* listsReadAsData(machine: StateMachine): Generator<DiscardedResult> {
  const { named, elements, scopes } = namedReadsOf(machine);
  if (!elements.length) return;
  const lists = [...scopes].flatMap((scope) =>
    scope.states.filter((state) => (state instanceof ParallelState || state instanceof MapState) && keepsInput(state)),
  );
  for (const state of lists.slice(0, maxSearches)) {
    const before = statesWithout(state);
    if (elements.some((read) => before.has(read.state))) continue;
    if (![...named.values()].some((reads) => reads.some((read) => before.has(read.state)))) continue;
    const behind = statesBehind(state, '[0]');
    for (const read of elements) {
      if (!behind.has(read.state) || read.reading.missing !== 'possible') continue;
      const member = elementOfData.exec(read.path)![1]!;
      yield { read, state, member, placedAt: placeFor(read, state), rest: read.path.replace(wholeData, '') };
    }
  }
}

/** Each search goes over a whole scope. */
const maxSearches = 100;

/** How a path begins that reads the data: `$` or `$states.input`. */
const wholeData = /^\$(states\.input)?/;

/** The reads of `$.name` and `$states.input.name` by name, and the scopes that they stand in. */
export const namedReadsOf = (machine: StateMachine) => machine.once(findNamedReads);

function findNamedReads(machine: StateMachine) {
  const named = new Map<string, DataRead[]>();
  const elements: DataRead[] = [];
  const scopes = new Set<Scope>();
  for (const read of dataFlowOf(machine).reads) {
    scopes.add(read.state.parent);
    if (read.root !== 'input' || !readsInput(read)) continue;
    const isJsonata = read.expression.kind === 'jsonata';
    if (!isJsonata && !read.mustFind) continue;
    if (elementOfData.test(read.path)) elements.push(read);
    const name = isJsonata ? /^\$states\.input\.(\w+)/.exec(read.path)?.[1] : firstName(read);
    if (name === undefined) continue;
    const reads = named.get(name);
    if (reads) reads.push(read);
    else named.set(name, [read]);
  }
  return { named, elements, scopes };
}

/** Where the result of a state has been put, as the reader of it would write it. */
export function placeFor({ expression }: DataRead, state: State): string | undefined {
  const data = expression.kind === 'jsonata' ? '$states.input' : '$';
  if (state.queryLanguage === 'JSONata') {
    const member = handedOnWithInput(state)?.result;
    const variable = variableOfResult(state);
    return member !== undefined ? `${data}.${member}` : variable && `$${variable}`;
  }
  const value = state.field('ResultPath')?.value;
  return value?.kind === 'string' ? value.value.replace(wholeData, data) : undefined;
}

/** Whether the Output of a JSONata state has a member of that name beside the input. */
const handsOn = (state: State, name: string): boolean =>
  state.queryLanguage === 'JSONata' && handedOnWithInput(state)?.names.has(name) === true;

/** Whether it is a state that keeps its input, so that its result is not all of the data. */
function hasKnownResult(state: State): boolean {
  if (state.queryLanguage === 'JSONata' && !(state instanceof TaskState)) return false;
  return keepsInput(state);
}

export function keepsInput(state: State): boolean {
  if (state.queryLanguage === 'JSONata') return handedOnWithInput(state) !== undefined;
  const path = state.field('ResultPath');
  if (!path || path.isUnknown || path.json === '$') return false;
  return (
    !state.has('OutputPath') && [TaskState, ParallelState, MapState, PassState].some((kind) => state instanceof kind)
  );
}

/** The names that the result has at its top. */
export function resultNames(state: State): readonly string[] {
  const selected =
    state.field('ResultSelector') ??
    (state instanceof PassState ? (state.field('Result') ?? state.field('Parameters')) : undefined);
  if (selected) {
    const { value, name } = selected;
    if (value.kind !== 'object') return [];
    return value.entries.map(({ key }) => (name === 'Result' ? key.value : withoutPathMark(key.value)));
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

/** The first name of a path. */
export function nameAtTop({ parsed }: Expression): string | undefined {
  const isPath = parsed.language === 'path' || parsed.language === 'reference-path';
  const first = isPath ? parsed.result.value?.segments[0] : undefined;
  return first?.kind === 'name' ? first.name : undefined;
}

/** The states behind this one, up to those that may bring a member of that name along; none where not all ways are known. */
export function statesBehind(from: State, name: string): ReadonlySet<State> {
  const graph = graphOf(from.parent);
  if (graph.isPartial) return new Set();
  const next = graph.transitionsFrom(from).flatMap(({ to, node }) => (to && node === from ? [to] : []));
  return statesFrom(next, (state) => (state === from || mayBring(state, name) ? [] : graph.transitionsFrom(state)));
}

/** Whether an earlier state has put something there. */
export const isKnownOf = ({ world }: DataRead, name: string): boolean =>
  partsOf(world.input).some((part) => part.kind === 'object' && part.members.has(name));

/** Whether the output of the state may have a member that its input does not have. */
export function mayBring(state: State, name: string): boolean {
  if (state.queryLanguage === 'JSONata') return mayBringByOutput(state, name);
  if (state.type === 'ChoiceState' || state.type === 'WaitState')
    return state.has('InputPath') || state.has('OutputPath');
  if (state instanceof PassState && ['Result', 'Parameters', 'InputPath', 'OutputPath'].every((one) => !state.has(one)))
    return state.has('ResultPath') && state.field('ResultPath')!.json !== null;
  const path = state.field('ResultPath');
  if (state.has('OutputPath') || !path || path.isUnknown) return true;
  if (path.json === null) return false;
  const [expression] = path.expressions;
  const placed = expression && nameAtTop(expression);
  return placed === undefined || placed === name;
}

/** The states that can be reached without the result of that state, and the state itself. */
export function statesWithout(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  return statesFromStart(state.parent, (one) => graph.transitionsFrom(one).filter(({ node }) => node !== state));
}
