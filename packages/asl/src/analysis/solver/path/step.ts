import { Catcher, ChoiceRule, type Scope, type State } from '../../../syntax';
import type { Transition } from '../../graph/graph';

/**
 * How a transition leaves a state: by its Next (or its End), or by the Default, or by the
 * Choice rule or Catcher of that number.
 */
type TransitionWay =
  { readonly kind: 'next' | 'default' } | { readonly kind: 'rule' | 'catcher'; readonly index: number };

/**
 * How a state on a path is left. `into` goes on inside a Parallel or Map: with a branch, or with the item of that index, the
 * first if none is given.
 */
export type WayOut = TransitionWay | { readonly kind: 'into'; readonly scope: Scope; readonly item?: number };

/** A state on a path, and how it is left. */
export interface PathStep {
  readonly state: State;
  readonly way: WayOut;
}

/** The step that takes a transition. */
export function stepOf({ from: state, node, field }: Transition): PathStep & { readonly way: TransitionWay } {
  if (node instanceof ChoiceRule && state.type === 'ChoiceState') {
    return { state, way: { kind: 'rule', index: state.choices.indexOf(node) } };
  }
  if (node instanceof Catcher && 'catch' in state) {
    return { state, way: { kind: 'catcher', index: state.catch.indexOf(node) } };
  }
  return { state, way: { kind: field.name === 'Default' ? 'default' : 'next' } };
}
