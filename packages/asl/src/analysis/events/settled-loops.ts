import {
  Branch,
  Catcher,
  ChoiceState,
  FailState,
  ParallelState,
  type AslNode,
  type Scope,
  type State,
} from '../../syntax';
import { graphOf } from '../graph/graph';
import { exitsOf, loopsOf } from '../graph/loops';
import { isTerminal, mayBeTerminal, reachableStates, statesFrom } from '../graph/reachability';
import { leftAloneIn, settledReadsOf, type DecidingRead } from './settled-choices';

/** A loop that is left the first time or never, because all that its Choices decide by stays as it is. */
export interface SettledLoop {
  /** In the order of the text. */
  readonly states: readonly State[];
  /** Those that lead out of the loop. */
  readonly choices: readonly ChoiceState[];
  /** What the first of them decides by. */
  readonly read: DecidingRead;
}

/** Each read of each Choice is looked for in each state. */
const mostStates = 200;

/** A way out by a failure that is no way to success is none; where not all ways are known, nothing is said. */
export function settledLoopsOf(scope: Scope): readonly SettledLoop[] {
  if (graphOf(scope).isPartial || isBesideOthers(scope)) return [];
  return loopsOf(scope).flatMap((loop) => {
    if (loop.length > mostStates) return [];
    const exits = exitsOf(loop);
    const ways = exits.filter(({ node }) => !(node instanceof Catcher));
    const choices = [...new Set(ways.map(({ from }) => from))].filter((state) => state instanceof ChoiceState);
    const isLeftOtherwise =
      ways.some(({ from }) => !(from instanceof ChoiceState)) ||
      exits.some(({ node, to }) => node instanceof Catcher && (!to || leadsToSuccess(to))) ||
      loop.some(mayBeTerminal);
    if (!choices.length || isLeftOtherwise || !reachableStates(scope).has(loop[0]!)) return [];
    const isLeftAlone = leftAloneIn(loop);
    let read: DecidingRead | undefined;
    for (const choice of choices) {
      const reads = settledReadsOf(choice, isLeftAlone);
      if (!reads) return [];
      read ??= reads[0];
    }
    return read ? [{ states: scope.states.filter((state) => loop.includes(state)), choices, read }] : [];
  });
}

/** A branch that never ends may be meant to: another branch of the Parallel ends it by failing. */
export function isBesideOthers(scope: AslNode): boolean {
  for (let node: AslNode | undefined = scope; node; node = node.parent) {
    if (node instanceof Branch && node.parent instanceof ParallelState && node.parent.branches.length > 1) return true;
  }
  return false;
}

export const leadsToSuccess = (from: State): boolean =>
  [...statesFrom([from])].some((state) => isTerminal(state) && !(state instanceof FailState));
