export {
  StateMachine,
  InvalidExecutionInputError,
  type ExecutionOptions,
  type StateMachineOptions,
} from './machine/state-machine';
export { Execution } from './machine/execution';
export { LiveExecution, StateNotReachedError, type LiveClock } from './machine/live-execution';
export type { ExecutionStatus } from './machine/execution-run';
export { InvalidDefinitionError, type DefinitionProblem } from './machine/invalid-definition-error';
export { RunawayError } from './machine/runaway-error';
export type { Definition } from './plan/machine-plan';
export { mock, Mock, MockExhaustedError } from './tasks/mock';
export { UnknownMockError, type TaskHandler, type Tasks } from './tasks/resolve-tasks';
export type { LambdaHandler } from './tasks/lambda';
export type { TaskCall, TaskOutcome, TaskResolver } from './tasks/task-call';
export { InvalidOutcomeError } from './tasks/task-outcome';
export { NotJsonError } from './tasks/plain-json';
export { TaskTokenError } from './tasks/task-tokens';
export { UnansweredCallError } from './tasks/unanswered-call-error';
export type { HistoryEvent, HistoryEventDetails, HistoryEventType } from './history/history-event';
export type { HistoryObserver, RecordedEvent } from './history/history';
export type { StateAttempt, StateRecord } from './history/state-records';
export type { Duration } from './scheduler/duration';
