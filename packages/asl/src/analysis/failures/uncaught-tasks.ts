import { descendantsOf, isRecoverable, MapState, TaskState, type AslNode, type State } from '../../syntax';

/** The Tasks of a state whose failure nothing in the state stops; for a Task that is itself. */
export const uncaughtTasks = (state: State): readonly TaskState[] => (stopsFailures(state) ? [] : failingTasks(state));

/** The Tasks whose failure comes to a state, whatever it makes of it; for a Task that is itself. */
export const failingTasks = (state: State): readonly TaskState[] =>
  [...descendantsOf(state)].filter(
    (node): node is TaskState => node instanceof TaskState && !isStoppedBelow(state, node),
  );

function isStoppedBelow(state: State, task: TaskState): boolean {
  for (let node: AslNode = task; node !== state; node = node.parent!) if (stopsFailures(node)) return true;
  return false;
}

const stopsFailures = (node: AslNode): boolean => hasCatch(node) || toleratesFailures(node);

/** A Catch that is only known after deployment counts: nothing may be said against it. */
function hasCatch(node: AslNode): boolean {
  if (!isRecoverable(node)) return false;
  const value = node.field('Catch')?.value;
  return value?.kind === 'placeholder' || (value?.kind === 'array' && value.items.length > 0);
}

/** A distributed Map that lets all its items fail. */
export const toleratesFailures = (node: AslNode): node is MapState =>
  node instanceof MapState && node.ToleratedFailurePercentage === 100;
