/**
 * The events of GetExecutionHistory, in the shape in which @aws-sdk/client-sfn gives them. The names are written down
 * here, so that the package does not depend on the SDK; values come as JSON text, as in AWS's answers.
 */

export interface ExecutionDataDetails {
  readonly truncated: boolean;
}

interface Input {
  readonly input?: string;
  readonly inputDetails?: ExecutionDataDetails;
}

interface Output {
  readonly output?: string;
  readonly outputDetails?: ExecutionDataDetails;
}

interface Failure {
  readonly error?: string;
  readonly cause?: string;
}

interface Timeouts {
  readonly timeoutInSeconds?: number;
  readonly heartbeatInSeconds?: number;
}

interface TaskResource {
  readonly resourceType: string;
  readonly resource: string;
}

export interface TaskCredentials {
  readonly roleArn: string;
}

export interface StateEnteredEventDetails extends Input {
  readonly name: string;
}

export interface StateExitedEventDetails extends Output {
  readonly name: string;
  readonly assignedVariables?: Readonly<Record<string, string>>;
  readonly assignedVariablesDetails?: ExecutionDataDetails;
}

export interface MapIterationEventDetails {
  readonly name: string;
  readonly index: number;
}

/** The members that hold the details, by name; an event has at most the one that belongs to its type. */
export interface HistoryEventDetails {
  readonly executionStartedEventDetails?: Input & { readonly roleArn?: string };
  readonly executionSucceededEventDetails?: Output;
  readonly executionFailedEventDetails?: Failure;
  readonly executionAbortedEventDetails?: Failure;
  readonly executionTimedOutEventDetails?: Failure;
  readonly executionRedrivenEventDetails?: { readonly redriveCount: number };
  readonly evaluationFailedEventDetails?: Failure & { readonly state: string; readonly location?: string };
  readonly stateEnteredEventDetails?: StateEnteredEventDetails;
  readonly stateExitedEventDetails?: StateExitedEventDetails;
  readonly lambdaFunctionScheduledEventDetails?: Input &
    Timeouts & { readonly resource: string; readonly taskCredentials?: TaskCredentials };
  readonly lambdaFunctionSucceededEventDetails?: Output;
  readonly lambdaFunctionFailedEventDetails?: Failure;
  readonly lambdaFunctionTimedOutEventDetails?: Failure;
  readonly activityScheduledEventDetails?: Input & Timeouts & { readonly resource: string };
  readonly activityStartedEventDetails?: { readonly workerName?: string };
  readonly activitySucceededEventDetails?: Output;
  readonly activityFailedEventDetails?: Failure;
  readonly activityTimedOutEventDetails?: Failure;
  readonly taskScheduledEventDetails?: TaskResource &
    Timeouts & { readonly region: string; readonly parameters: string; readonly taskCredentials?: TaskCredentials };
  readonly taskStartedEventDetails?: TaskResource;
  readonly taskSubmittedEventDetails?: TaskResource & Output;
  readonly taskSucceededEventDetails?: TaskResource & Output;
  readonly taskFailedEventDetails?: TaskResource & Failure;
  readonly taskTimedOutEventDetails?: TaskResource & Failure;
  readonly mapStateStartedEventDetails?: { readonly length: number };
  readonly mapIterationStartedEventDetails?: MapIterationEventDetails;
  readonly mapIterationSucceededEventDetails?: MapIterationEventDetails;
  readonly mapIterationFailedEventDetails?: MapIterationEventDetails;
  readonly mapIterationAbortedEventDetails?: MapIterationEventDetails;
  readonly mapRunStartedEventDetails?: { readonly mapRunArn: string };
  readonly mapRunFailedEventDetails?: Failure;
  readonly mapRunRedrivenEventDetails?: { readonly mapRunArn: string; readonly redriveCount: number };
}

type StateTypeWithExit = 'Choice' | 'Map' | 'Parallel' | 'Pass' | 'Succeed' | 'Task' | 'Wait';

/** The types of events that an execution here records. */
export type HistoryEventType =
  | `Execution${'Started' | 'Succeeded' | 'Failed' | 'Aborted' | 'TimedOut' | 'Redriven'}`
  | 'EvaluationFailed'
  | `${StateTypeWithExit | 'Fail'}StateEntered`
  | `${StateTypeWithExit}StateExited`
  | `LambdaFunction${'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `Activity${'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `Task${'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `MapState${'Started' | 'Succeeded' | 'Failed' | 'Aborted'}`
  | `MapIteration${'Started' | 'Succeeded' | 'Failed' | 'Aborted'}`
  | `MapRun${'Started' | 'Succeeded' | 'Failed' | 'Aborted' | 'Redriven'}`
  | `ParallelState${'Started' | 'Succeeded' | 'Failed' | 'Aborted'}`
  | 'TaskStateAborted'
  | 'WaitStateAborted';

/** One event of an execution's history. */
export interface HistoryEvent extends HistoryEventDetails {
  /** 1, 2, 3 ... in the order in which the events happened. */
  readonly id: number;
  /** The event that led to this one; 0 for none. */
  readonly previousEventId: number;
  readonly timestamp: Date;
  readonly type: HistoryEventType;
}
