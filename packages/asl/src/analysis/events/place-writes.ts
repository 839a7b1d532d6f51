import {
  Catcher,
  ChoiceState,
  MapState,
  ownNodesOf,
  ParallelState,
  PassState,
  TaskState,
  type AslNode,
  type State,
} from '../../syntax';
import { graphOf } from '../graph/graph';
import { numberPutsBy, resultPlaceOf, type NumberPut } from './number-puts';

/**
 * What a state puts into a place on its ways to the states of a loop: numbers and steps of numbers; undefined where it
 * may put anything there.
 */
export function putsInLoop(state: State, place: string, loop: ReadonlySet<State>): readonly NumberPut[] | undefined {
  const puts = waysInLoop(state, loop)
    .flatMap(numberPutsBy)
    .filter((put) => overlaps(put.place, place));
  if (puts.some((put) => put.place !== place || (put.value === undefined && put.step === undefined))) return undefined;
  const changes = puts.filter(({ step }) => step !== 0);
  if (!isData(place)) return changes;
  if (replacesData(state)) return undefined;
  if (!overwrites(state, place, loop)) return [];
  return puts.length ? changes : undefined;
}

/** Whether the state sets the place to a number on each of its ways to the states of the loop. */
export const setsInLoop = (state: State, place: string, loop: ReadonlySet<State>): boolean =>
  waysInLoop(state, loop).every((way) =>
    numberPutsBy(way).some((put) => put.place === place && put.value !== undefined),
  );

const waysInLoop = (state: State, loop: ReadonlySet<State>): readonly AslNode[] => [
  ...new Set(
    graphOf(state.parent)
      .transitionsFrom(state)
      .flatMap(({ node, to }) => (to && loop.has(to) ? [node] : [])),
  ),
];

/** Data in JSONPath, which each state may replace; variables are only assigned. */
const isData = (place: string): boolean => place.startsWith('$.');

const overlaps = (left: string, right: string): boolean => isWithin(left, right) || isWithin(right, left);

const isWithin = (inner: string, outer: string): boolean =>
  inner.startsWith(outer) && ['', '.', '['].includes(inner.charAt(outer.length));

/** By paths that pick a part of the data, or in another query language. */
const replacesData = (state: State): boolean =>
  ownNodesOf(state).some((node) => node.has('OutputPath') || node.has('Output')) ||
  (state.has('InputPath') && !makesResult(state));

const makesResult = (state: State): boolean =>
  [PassState, TaskState, ParallelState, MapState].some((kind) => state instanceof kind);

/** Whether the result of the state, or its error output, comes to stand at the place or around it. */
function overwrites(state: State, place: string, loop: ReadonlySet<State>): boolean {
  if (state instanceof ChoiceState || !makesResult(state)) return false;
  return graphOf(state.parent)
    .transitionsFrom(state)
    .some(({ node, to }) => {
      if (!to || !loop.has(to)) return false;
      if (node instanceof Catcher) return isPlacedOver(node, place);
      const isEmpty =
        state instanceof PassState &&
        !['Result', 'Parameters', 'InputPath', 'ResultPath'].some((name) => state.has(name));
      return !isEmpty && isPlacedOver(state, place);
    });
}

function isPlacedOver(node: State | Catcher, place: string): boolean {
  const field = node.field('ResultPath');
  if (field?.json === null) return false;
  const target = field?.isUnknown ? undefined : resultPlaceOf(node);
  // A name in brackets may be the same as one behind a dot.
  return target === undefined || target === '$' || /\[['"]/.test(target) || overlaps(target, place);
}
