import { Catcher, type State, type StateMachine } from '../syntax';
import { mayBring, nameAtTop, namedReadsOf, isKnownOf } from './discarded-results';
import { graphOf } from './graph';
import type { DataRead } from './shapes/data-read';

/** A path that reads the result of a state where that state has failed, and has given none. */
export interface ResultOfFailure {
  readonly read: DataRead;
  readonly state: State;
  /** Where the result would be: `$.payment`. */
  readonly place: string;
}

/** Each search goes over a whole scope. */
const maxSearches = 100;

/**
 * Reads, behind the Catch of a state, of what only its result brings: by the place where its ResultPath puts it. What has
 * been read there before, what another state puts there, and what a Choice has asked for is left out.
 */
export function resultsOfFailures(machine: StateMachine): readonly ResultOfFailure[] {
  const { named, states } = namedReadsOf(machine);
  const found = new Map<string, ResultOfFailure>();
  let budget = maxSearches;
  for (const state of states) {
    const [expression] = state.field('ResultPath')?.expressions ?? [];
    const name = expression && nameAtTop(expression);
    const reads = name === undefined ? undefined : named.get(name);
    if (name === undefined || !reads || !state.has('Catch') || --budget < 0) continue;
    const before = reachedWithout(state);
    if (reads.some((read) => before.has(read.state))) continue;
    const behind = statesBehindCatch(state, name);
    for (const read of reads) {
      if (!behind.has(read.state) || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const place = `${read.expression.range[0]} ${read.span.start}`;
      if (!found.has(place)) found.set(place, { read, state, place: expression!.text! });
    }
  }
  return [...found.values()];
}

/** The states that can be reached although the state is never left, and the state itself. */
function reachedWithout(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  const reached = new Set<State>(graph.start ? [graph.start] : []);
  for (const one of reached) {
    if (one !== state) for (const { to } of graph.transitionsFrom(one)) if (to) reached.add(to);
  }
  return reached;
}

function statesBehindCatch(from: State, name: string): ReadonlySet<State> {
  const graph = graphOf(from.parent);
  if (graph.isPartial) return new Set();
  const reached = new Set<State>();
  for (const { to, node } of graph.transitionsFrom(from)) {
    const [expression] = node.field('ResultPath')?.expressions ?? [];
    const brings = expression !== undefined && nameAtTop(expression) === name;
    if (to && node instanceof Catcher && !brings) reached.add(to);
  }
  for (const state of reached) {
    if (state === from || mayBring(state, name)) continue;
    for (const { to } of graph.transitionsFrom(state)) if (to) reached.add(to);
  }
  return reached;
}
