import {
  descendantsOf,
  FailState,
  isRecoverable,
  MapState,
  ParallelState,
  Scope,
  TaskState,
  UnknownState,
  type AslNode,
  type RecoverableState,
} from '../syntax';
import { errorNameCovers } from './error-name-covers';
import { foreignErrorName } from './foreign-error-name';
import { impossibleReservedName } from './impossible-reserved-name';
import type { ImpossibleError } from './impossibility';
import { isInReservedSpace, reservedNameWithoutPrefix } from './reserved-error-names';

/**
 * Whether the state can fail with an error of that name; undefined if it can, or if that cannot be told: functions,
 * activity workers and who sends a task token back choose the names of their errors. Names that nobody has in the
 * reserved space (`States.Foo`) are another matter: see `isReservedErrorName`.
 */
export function impossibleError(state: RecoverableState, name: string): ImpossibleError | undefined {
  if (state instanceof MapState && state.isDistributed && !isInReservedSpace(name)) return ofDistributedMap(name);
  const all = [...descendantsOf(state)];
  const inside = all.filter((node) => !isCaughtWithin(state, node, name));
  if (inside.some((node) => mayFailWith(node, name))) return undefined;
  if (name.includes('*') && !isInReservedSpace(name)) return wildcard;
  const meant = reservedNameWithoutPrefix(name);
  if (meant) return { because: 'the error of Step Functions begins with "States."', remedy: `use "${meant}"`, meant };
  if (isInReservedSpace(name)) {
    const found = impossibleReservedName(state, inside, name);
    return found && (impossibleReservedName(state, all, name) ?? caughtInside);
  }
  if (state instanceof TaskState) return foreignErrorName(state, name);
  // Whether it is distributed is only known after deployment.
  if (state instanceof MapState && state.mode !== 'INLINE') return undefined;
  const mayRaise = (node: AslNode) => node instanceof TaskState && !foreignErrorName(node, name);
  if (inside.some(mayRaise)) return undefined;
  if (all.some((node) => mayRaise(node) || mayFailWith(node, name))) return caughtInside;
  return {
    because: 'no state inside fails with an error of that name',
    remedy: 'use the name of an error that one of them raises',
  };
}

/** A Fail state with that error, or one that nothing is known of. */
function mayFailWith(node: AslNode, name: string): boolean {
  if (node instanceof UnknownState || (mayHoldStates(node) && node.hasUnknownParts)) return true;
  if (!(node instanceof FailState)) return false;
  if (node.has('ErrorPath')) return true;
  const error = node.field('Error');
  return error !== undefined && (error.isUnknown || error.expressions.length > 0 || error.json === name);
}

const mayHoldStates = (node: AslNode): boolean =>
  node instanceof Scope || node instanceof ParallelState || node instanceof MapState;

/** Errors of calls; those of paths and expressions a Catch may raise itself. */
const isOfCall = (name: string): boolean =>
  !isInReservedSpace(name) || /^States\.(Http\.|(Heartbeat)?Timeout$)/.test(name);

/** Whether a Catch of the node, or of one between it and the state, takes errors of that name. */
function isCaughtWithin(state: RecoverableState, node: AslNode, name: string): boolean {
  if (!isOfCall(name)) return false;
  for (let at: AslNode | undefined = node; at && at !== state; at = at.parent) {
    if (isRecoverable(at) && at.catch.some(({ errorEquals }) => errorEquals.some((one) => errorNameCovers(one, name))))
      return true;
  }
  return false;
}

const caughtInside: ImpossibleError = {
  because: 'what fails with that inside has a Catch for it',
  remedy: 'remove the name, or that Catch',
};

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
