import { graphOf, reachableStates } from '../analysis';
import { scopesOf } from '../syntax';
import { quotedFew } from '../text/quoted-names';
import { type ValidityCheck } from './problem';
import { lacksTerminalState } from './require-terminal-state';

/**
 * States that no way from StartAt leads to, islands that only lead to one another included (that AWS walks from StartAt
 * and refuses islands, too, is unverified). AWS does not walk a scope without a terminal state; nor is anything
 * unreachable for certain when StartAt misses or a transition is unknown.
 */
export const noUnreachableState: ValidityCheck = function* (machine) {
  for (const scope of scopesOf(machine)) {
    const graph = graphOf(scope);
    if (!graph.start || graph.isPartial || lacksTerminalState(scope)) continue;
    const reachable = reachableStates(scope);
    for (const state of scope.states) {
      if (reachable.has(state)) continue;
      const sources = new Set(graph.transitionsTo(state).flatMap(({ from }) => (from === state ? [] : from.name)));
      const why = sources.size ? `: it is entered only from ${quotedFew([...sources])}, out of reach as well` : '';
      yield {
        message: `"${state.name}" cannot be reached from "StartAt"${why}; remove it or add a transition to it`,
        range: state.key!.range,
        aws: {
          code: 'MISSING_TRANSITION_TARGET',
          message: `State "${state.name}" is not reachable.`,
          location: state.location,
        },
      };
    }
  }
};
