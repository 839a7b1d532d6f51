import { isRecoverable, TaskState } from '@stepproof/asl';
import type { TaskOutcome } from '../tasks/task-call';
import { isTimeout, isUmbrella, noticesSilence } from './arbitraries/task-errors';
import type { Scenario } from './scenario';
import type { Target } from './targets';

/** No Retry that is asked before outlasts that. */
const everyCall = 40;

/**
 * Scenarios that may reach a Catcher or a Retrier of a Task: as one that comes to the Task, but its calls fail with the errors
 * that are waited for.
 * @param errorsOf the errors that a Task is tried with
 */
export function aimedScenarios(
  { kind, state, index }: Target,
  coming: Scenario,
  errorsOf: (task: TaskState) => readonly string[],
): readonly Scenario[] {
  if (!(state instanceof TaskState) || !isRecoverable(state)) return [];
  const node = kind === 'catcher' ? state.catch[index] : kind === 'retrier' ? state.retry[index] : undefined;
  if (!node) return [];
  const { errorEquals } = node;
  const names = errorsOf(state).filter((name) => errorEquals.includes(name) || errorEquals.some(isUmbrella));
  const outcomes: TaskOutcome[] = names.map((error) => ({ error, cause: '' }));
  if (errorEquals.some(isTimeout) && noticesSilence(state)) outcomes.push({ never: true });
  return outcomes.map((outcome) => ({
    ...coming,
    outcomes: { ...coming.outcomes, [state.name]: Array.from({ length: everyCall }, () => outcome) },
  }));
}
