import { TaskState } from '@stepproof/asl';
import type { TaskOutcome } from '../tasks/task-call';
import { errorMatches } from '../recovery/error-matches';
import { StateFailure } from '../recovery/state-failure';
import type { Scenario } from './scenario';
import type { Target } from './targets';

/** No Retry that is asked before outlasts that. */
const everyCall = 40;

/**
 * Scenarios that may reach a Catcher or a Retrier of a Task: as one that comes to the Task, but its calls fail with the errors
 * that are waited for.
 * @param failuresOf how the calls of a Task may fail
 */
export function aimedScenarios(
  { kind, state, index }: Target,
  coming: Scenario,
  failuresOf: (task: TaskState) => readonly TaskOutcome[],
): readonly Scenario[] {
  if (!(state instanceof TaskState)) return [];
  const node = kind === 'catcher' ? state.catch[index] : kind === 'retrier' ? state.retry[index] : undefined;
  if (!node) return [];
  // Nobody answering is a missed heartbeat where the Task has one, and a timeout in any case.
  const silence = new StateFailure('States.Timeout', undefined, true);
  const takes = (outcome: TaskOutcome): boolean => {
    const failure = 'error' in outcome ? new StateFailure(outcome.error, undefined) : silence;
    return node.errorEquals.some((name) => errorMatches(name, failure));
  };
  return failuresOf(state)
    .filter(takes)
    .map((failure) => ({
      ...coming,
      outcomes: { ...coming.outcomes, [state.name]: Array.from({ length: everyCall }, () => failure) },
    }));
}
