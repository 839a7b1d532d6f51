import { Catcher, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { mayBeTerminal } from '../graph/reachability';
import type { DataShape } from './data-shape';
import type { World } from './world';

/** One way out of a state, and what it brings along. */
export interface Exit {
  /** Undefined where the scope ends. */
  readonly transition: Transition | undefined;
  readonly input: DataShape;
  readonly variables: World['variables'];
}

/** By the Next of the state itself, or by its end. */
export function exitsByNext(state: State, input: DataShape, variables: World['variables']): readonly Exit[] {
  const transitions = transitionsOf(state).filter(({ node }) => node === state);
  const exits = transitions.map((transition): Exit => ({ transition, input, variables }));
  return mayBeTerminal(state) ? [...exits, { transition: undefined, input, variables }] : exits;
}

export const transitionsOf = (state: State): readonly Transition[] => graphOf(state.parent).transitionsFrom(state);

export const catcherOf = ({ node }: Transition): Catcher | undefined => (node instanceof Catcher ? node : undefined);
