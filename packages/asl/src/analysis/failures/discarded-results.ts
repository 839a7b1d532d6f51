import { MapState, ParallelState, TaskState, type State, type StateMachine } from '../../syntax';
import { dataFlowOf } from '../shapes/data-flow';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { handedOnWithInput } from '../shapes/handed-on';
import { elementOfData, isKnownOf, namedReadsOf, nameAtTop, wholeData } from './named-reads';
import { statesBehind, statesWithout } from './reach-of-results';
import { keepsInput, placeFor, resultNames } from './result-places';

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
        const place = placeOfRead(read);
        if (found.has(place)) continue;
        const rest = read.path.replace(wholeData, '');
        found.set(place, { read, state, member: name, placedAt: placeFor(read, state), rest });
      }
    }
  }
  for (const one of [...ownOutputs(machine), ...listsReadAsData(machine)]) {
    const place = placeOfRead(one.read);
    if (!found.has(place)) found.set(place, one);
  }
  return [...found.values()];
}

/** An OutputPath to a member of the result of its own state, which the ResultPath has put elsewhere. */
function* ownOutputs(machine: StateMachine): Generator<DiscardedResult> {
  const { named } = namedReadsOf(machine);
  for (const read of dataFlowOf(machine).reads) {
    const { state, expression, reading, path, root } = read;
    if (expression.parent.name !== 'OutputPath' || root !== 'input' || !(state instanceof TaskState)) continue;
    const put = state.field('ResultPath');
    if (!put || put.isUnknown || put.json === '$') continue;
    const member = nameAtTop(expression);
    const placedAt = placeFor(read, state);
    if (member === undefined || placedAt?.startsWith(`$.${member}`)) continue;
    if (reading.missing !== 'possible' || isKnownOf(read, member) || named.has(member)) continue;
    if (resultNames(state).includes(member)) yield { read, state, member, placedAt, rest: path.replace(wholeData, '') };
  }
}

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

/** Whether the Output of a JSONata state has a member of that name beside the input. */
const handsOn = (state: State, name: string): boolean =>
  state.queryLanguage === 'JSONata' && handedOnWithInput(state)?.names.has(name) === true;

/** Whether it is a state that keeps its input, so that its result is not all of the data. */
function hasKnownResult(state: State): boolean {
  if (state.queryLanguage === 'JSONata' && !(state instanceof TaskState)) return false;
  return keepsInput(state);
}
