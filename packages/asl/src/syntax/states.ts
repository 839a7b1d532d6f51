import { ChoiceState } from './choice-state';
import { FailState } from './fail-state';
import { MapState } from './map-state';
import type { AslNode } from './node';
import { ParallelState } from './parallel-state';
import { PassState } from './pass-state';
import { SucceedState } from './succeed-state';
import { TaskState } from './task-state';
import type { UnknownState } from './unknown-state';
import { WaitState } from './wait-state';

/** The node class of each `Type`. */
export const stateClasses = {
  Task: TaskState,
  Parallel: ParallelState,
  Map: MapState,
  Pass: PassState,
  Wait: WaitState,
  Choice: ChoiceState,
  Succeed: SucceedState,
  Fail: FailState,
} as const;

export type StateType = keyof typeof stateClasses;
export type State =
  TaskState | ParallelState | MapState | PassState | WaitState | ChoiceState | SucceedState | FailState | UnknownState;

/** The states that can fail and have Retry and Catch. */
export type RecoverableState = TaskState | ParallelState | MapState;

export const isRecoverable = (node: AslNode): node is RecoverableState =>
  node instanceof TaskState || node instanceof ParallelState || node instanceof MapState;

export const isStateType = (type: unknown): type is StateType =>
  typeof type === 'string' && Object.hasOwn(stateClasses, type);
