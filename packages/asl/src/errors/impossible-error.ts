import {
  descendantsOf,
  FailState,
  MapState,
  TaskState,
  UnknownState,
  type AslNode,
  type RecoverableState,
} from '../syntax';
import { foreignErrorName } from './foreign-error-name';
import { impossibleReservedName } from './impossible-reserved-name';
import type { ImpossibleError } from './impossibility';
import { isInReservedSpace } from './reserved-error-names';

/**
 * Whether the state can fail with an error of that name; undefined if it can, or if that cannot be told: functions,
 * activity workers and who sends a task token back choose the names of their errors. Names that nobody has in the
 * reserved space (`States.Foo`) are another matter: see `isReservedErrorName`.
 */
export function impossibleError(state: RecoverableState, name: string): ImpossibleError | undefined {
  if (state instanceof MapState && state.isDistributed && !isInReservedSpace(name)) return ofDistributedMap(name);
  const inside = [...descendantsOf(state)];
  if (inside.some((node) => mayFailWith(node, name))) return undefined;
  if (name.includes('*') && !isInReservedSpace(name)) return wildcard;
  if (isInReservedSpace(name)) return impossibleReservedName(state, inside, name);
  if (state instanceof TaskState) return foreignErrorName(state, name);
  // Whether it is distributed is only known after deployment.
  if (state instanceof MapState && state.mode !== 'INLINE') return undefined;
  const tasks = inside.filter((node) => node instanceof TaskState);
  if (tasks.some((task) => !foreignErrorName(task, name))) return undefined;
  return {
    because: 'no state inside fails with an error of that name',
    remedy: 'use the name of an error that one of them raises',
  };
}

/** A Fail state with that error, or one that nothing is known of. */
function mayFailWith(node: AslNode, name: string): boolean {
  if (node instanceof UnknownState) return true;
  if (!(node instanceof FailState)) return false;
  if (node.has('ErrorPath')) return true;
  const error = node.field('Error');
  return error !== undefined && (error.isUnknown || error.expressions.length > 0 || error.json === name);
}

/** The errors of the items stay in their own executions; what the ItemReader makes of S3's is not on record. */
function ofDistributedMap(name: string): ImpossibleError | undefined {
  if (name.startsWith('S3.')) return undefined;
  return {
    because:
      'a distributed Map whose items fail raises "States.ExceedToleratedFailureThreshold", whatever the errors of the items are',
    remedy: 'use that name',
    meant: 'States.ExceedToleratedFailureThreshold',
  };
}

/** States.ALL and States.TaskFailed are all that stands for other names. */
const wildcard: ImpossibleError = {
  because: 'names are compared letter by letter, and "*" stands for nothing else',
  remedy: 'list the errors that are meant, or use "States.TaskFailed"',
};
