import { Catcher, PassState, type Field, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { statesFrom, statesFromStart } from '../graph/reachability';
import { mayBringByOutput, mayBringOnWayBy } from '../shapes/handed-on';
import { nameAtTop } from './named-reads';

/** The states behind this one, up to those that may bring a member of that name along; none where not all ways are known. */
export function statesBehind(from: State, name: string): ReadonlySet<State> {
  const graph = graphOf(from.parent);
  if (graph.isPartial) return new Set();
  const next = graph.transitionsFrom(from).flatMap(({ to, node }) => (to && node === from ? [to] : []));
  return statesFrom(next, (state) => (state === from ? [] : waysWithout(state, name)));
}

/** The ways out of a state that cannot bring a member of that name. */
export const waysWithout = (state: State, name: string): readonly Transition[] =>
  graphOf(state.parent)
    .transitionsFrom(state)
    .filter((way) => !mayBringOnWay(way, name));

/** Whether one way out of a state may bring a member of that name that its input does not have. */
export function mayBringOnWay({ node, from }: Transition, name: string): boolean {
  if (from.queryLanguage === 'JSONata') return mayBringOnWayBy(node, from, name);
  return node instanceof Catcher ? mayPlaceError(node, name) : mayBring(from, name);
}

function mayPlaceError(catcher: Catcher, name: string): boolean {
  const path = catcher.field('ResultPath');
  // What takes the place of all is an error output.
  if (!path || path.json === '$') return name === 'Error' || name === 'Cause';
  return mayPlace(path, name);
}

function mayPlace(path: Field, name: string): boolean {
  if (path.isUnknown) return true;
  if (path.json === null) return false;
  const [expression] = path.expressions;
  const placed = expression && nameAtTop(expression);
  return placed === undefined || placed === name;
}

/** Whether the output of the state may have a member that its input does not have. */
export function mayBring(state: State, name: string): boolean {
  if (state.queryLanguage === 'JSONata') return mayBringByOutput(state, name);
  if (state.type === 'ChoiceState' || state.type === 'WaitState')
    return state.has('InputPath') || state.has('OutputPath');
  if (state instanceof PassState && ['Result', 'Parameters', 'InputPath', 'OutputPath'].every((one) => !state.has(one)))
    return state.has('ResultPath') && state.field('ResultPath')!.json !== null;
  const path = state.field('ResultPath');
  return state.has('OutputPath') || !path || mayPlace(path, name);
}

/** The states that can be reached without the result of that state, and the state itself. */
export function statesWithout(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  return statesFromStart(state.parent, (one) => graph.transitionsFrom(one).filter(({ node }) => node !== state));
}
