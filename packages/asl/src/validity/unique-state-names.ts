import { scopesOf, StateNode, type State } from '../syntax';
import { quoted } from '../text/quoted';
import type { ValidityCheck } from './problem';

/** A name must be unique in the whole machine, not only in its scope. */
export const uniqueStateNames: ValidityCheck = function* (machine) {
  const first = new Map<string, State>();
  for (const scope of scopesOf(machine)) {
    for (const state of scope.states) {
      const other = first.get(state.name);
      if (!other) first.set(state.name, state);
      // Two of one name in the same States object are a duplicate key, which is a finding of its own.
      else if (other.parent !== scope) {
        yield {
          message: `"${state.name}" is also the name of a state ${placeOf(other)}, and names must be unique in the whole state machine; rename one of the two`,
          range: state.key!.range,
          aws: {
            code: 'DUPLICATE_STATE_NAME',
            message: `Duplicate state name: ${state.name}`,
            location: state.location,
          },
        };
      }
    }
  }
};

function placeOf(state: State): string {
  const around = state.parent.enclosing(StateNode);
  return around ? `inside ${quoted(around.name)}` : 'at the top level';
}
