export {
  StateMachine,
  InvalidExecutionInputError,
  type ExecutionOptions,
  type StateMachineOptions,
} from './machine/state-machine';
export { run, type RunOptions } from './machine/run';
export { loadMachine, UnknownMachineError, type LoadMachineOptions } from './machine/load-machine';
export type { StateNames } from './machine/state-names';
export { Execution, type RedriveOptions } from './machine/execution';
export { ExecutionNotRedrivableError } from './machine/check-redrivable';
export { LiveExecution, StateNotReachedError, type LiveClock } from './machine/live-execution';
export type { ExecutionStatus } from './machine/execution-status';
export { InvalidDefinitionError, type DefinitionProblem } from './machine/invalid-definition-error';
export { InvalidNameError } from './machine/check-name';
export { RunawayError } from './machine/runaway-error';
export { readDefinition, type Definition, type ReadDefinition } from './plan/read-definition';
export { mock, Mock, MockExhaustedError } from './tasks/mock';
export { UnknownMockError, type TaskHandler, type Tasks } from './tasks/resolve-tasks';
export type { LambdaHandler } from './tasks/lambda';
export type { TaskCall, TaskOutcome, TaskResolver } from './tasks/task-call';
export { InvalidOutcomeError } from './tasks/task-outcome';
export { S3AnswerError } from './tasks/s3';
export type { MockValidation } from './tasks/mock-validation';
export { NotJsonError } from './tasks/plain-json';
export type { HttpConnection, HttpOptions } from './tasks/http';
export type { ActivityTask } from './tasks/activity-workers';
export type { StartableMachine } from './tasks/nested-execution';
export { TaskTokenError } from './tasks/task-tokens';
export { UnansweredCallError } from './tasks/unanswered-call-error';
export type { HistoryEvent, HistoryEventDetails, HistoryEventType } from './history/history-event';
export type { EventNote } from './history/event-note';
export type { HistoryObserver, ObservedExecution, RecordedEvent } from './history/history';
export { observeExecutions } from './machine/observers';
export type { CaughtFailure, StateAttempt, StateRecord, StateRetry } from './history/state-records';
export type { Contract } from './contracts/given-contract';
export { InvalidContractError } from './contracts/invalid-contract-error';
export { ContractViolationError, type ContractPart } from './contracts/contract-violation-error';
export type { SchemaFault } from './contracts/schema-faults';
export type { Duration } from './scheduler/duration';
export { testState, type TestStateOptions } from './machine/test-state/test-state';
export {
  TestStateError,
  type InspectionData,
  type TestStateConfiguration,
  type TestStateMock,
  type TestStateRequest,
  type TestStateResponse,
} from './machine/test-state/test-state-types';
export type { ErrorDetails } from './states/trial';
export { traceOf, type TraceOptions, type TraceStyle } from './trace/trace';
export { durationText } from './trace/duration-text';
export { visitsOf, type Visit, type VisitAttempt } from './trace/visits';
export { CoverageRecorder } from './coverage/coverage-recorder';
export { DocumentCoverage } from './coverage/document-coverage';
export type { IstanbulFileCoverage, IstanbulRange } from './coverage/istanbul';
export { readSource } from './plan/read-source';
export type { MachineSource } from './plan/machine-source';
export * from './mock-config';
