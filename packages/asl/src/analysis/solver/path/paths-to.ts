import { graphOf, type Transition } from '../../graph/graph';
import type { State } from '../../../syntax';
import { stepOf, type PathStep } from './step';

export interface PathsOptions {
  /** How often a path may take the same transition; 1 by default. Loops need more. */
  readonly repeats?: number;
  /** How many beginnings of paths are looked at before the search ends; 10,000 by default. */
  readonly effort?: number;
}

interface Beginning {
  readonly transitions: readonly Transition[];
  readonly at: State;
  /** The length of the shortest path that goes on from here. */
  readonly length: number;
}

/**
 * The paths through a scope from its StartAt that end with the transition, the shortest first. They go through the states of
 * one scope; the states inside a Parallel or Map are paths of their own.
 */
export function* pathsTo(
  target: Transition,
  { repeats = 1, effort = 10_000 }: PathsOptions = {},
): Generator<readonly PathStep[]> {
  for (const path of transitionsTo(target.from, { repeats, effort })) {
    if (path.filter((taken) => taken === target).length < repeats) yield [...path, target].map(stepOf);
  }
}

/** The paths from StartAt into a state, without leaving it; the shortest first. */
export function* pathsInto(state: State, options: PathsOptions = {}): Generator<readonly PathStep[]> {
  for (const path of transitionsTo(state, options)) yield path.map(stepOf);
}

function* transitionsTo(goal: State, { repeats = 1, effort = 10_000 }: PathsOptions): Generator<readonly Transition[]> {
  const graph = graphOf(goal.parent);
  const distances = distancesTo(goal);
  const first = graph.start && distances.get(graph.start);
  if (first === undefined) return;
  // Paths of one length after the other; every list grows only at its end while it is gone through.
  const byLength: Beginning[][] = [];
  const add = (beginning: Beginning) => (byLength[beginning.length] ??= []).push(beginning);
  add({ transitions: [], at: graph.start!, length: first });
  let left = effort;
  // An iterator of an array, unlike its methods, sees what is added and what is left out.
  for (const beginnings of byLength as Iterable<Beginning[] | undefined>) {
    for (const { transitions, at } of beginnings ?? []) {
      if (left-- <= 0) return;
      if (at === goal) yield transitions;
      for (const transition of graph.transitionsFrom(at)) {
        const distance = transition.to && distances.get(transition.to);
        if (distance === undefined) continue;
        if (transitions.filter((taken) => taken === transition).length >= repeats) continue;
        add({
          transitions: [...transitions, transition],
          at: transition.to!,
          length: transitions.length + 1 + distance,
        });
      }
    }
  }
}

/** How many transitions each state of the scope is away from the goal; states that do not lead to it are left out. */
function distancesTo(goal: State): ReadonlyMap<State, number> {
  const graph = graphOf(goal.parent);
  const distances = new Map<State, number>([[goal, 0]]);
  for (const [state, distance] of distances) {
    for (const { from } of graph.transitionsTo(state)) if (!distances.has(from)) distances.set(from, distance + 1);
  }
  return distances;
}
