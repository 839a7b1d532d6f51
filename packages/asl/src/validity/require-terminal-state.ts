import { mayBeTerminal } from '../analysis';
import { Branch, scopesOf, StateNode, type Scope } from '../syntax';
import { atName, type ValidityCheck } from './problem';

/** Every scope needs a state in which it can end. Any terminal state satisfies AWS, reachable or not. */
export const requireTerminalState: ValidityCheck = function* (machine) {
  for (const scope of scopesOf(machine)) {
    if (!lacksTerminalState(scope)) continue;
    yield {
      message: `No state ends ${nameOf(scope)}; give one "End": true, or add a Succeed or Fail state`,
      range: scope.field('States')?.key.range ?? atName(scope),
      aws: {
        code: 'MISSING_END_STATE',
        message: 'Workflow has no terminal state',
        // AWS gives no place for the machine itself; what it gives for inner scopes is unverified.
        ...(scope.parent && { location: scope.location }),
      },
    };
  }
};

export const lacksTerminalState = (scope: Scope): boolean =>
  scope.states.length > 0 && !scope.states.some((state) => mayBeTerminal(state));

function nameOf(scope: Scope): string {
  const state = scope.enclosing(StateNode);
  if (!state) return 'the state machine';
  return scope instanceof Branch ? `this branch of "${state.name}"` : `the item processor of "${state.name}"`;
}
