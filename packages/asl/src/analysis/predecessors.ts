import type { State } from '../syntax';
import { graphOf } from './graph';

/** The states of the same scope that may have run before this one, itself included when it is in a loop. */
export function predecessorsOf(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  const sources = (of: State) => graph.transitionsTo(of).map(({ from }) => from);
  const found = new Set(sources(state));
  for (const predecessor of found) for (const source of sources(predecessor)) found.add(source);
  return found;
}
