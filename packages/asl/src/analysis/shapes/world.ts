import type { State } from '../../syntax';
import type { Transition } from '../graph/graph';
import { unknown, type DataShape } from './data-shape';

/** The transitions on a way to a state, the last one first. Of the ways to one place that bring the same data, one is kept. */
export interface Trail {
  readonly transition: Transition;
  readonly before: Trail | undefined;
}

/** What a state may find when it is entered: one of several possibilities, each with the way that leads to it. */
export interface World {
  readonly input: DataShape;
  /** The variables whose values are known of; any other one may have any value. */
  readonly variables: ReadonlyMap<string, DataShape>;
  readonly trail: Trail | undefined;
  /** Inside a state: that state, and what it finds. */
  readonly around: Surroundings | undefined;
}

/** The state that a scope is inside of, in one of its worlds. */
export interface Surroundings {
  readonly state: State;
  readonly world: World;
}

export const unknownWorld: World = { input: unknown, variables: new Map(), trail: undefined, around: undefined };
