import type { IntegrationPattern, Json } from '@stepproof/asl';
import type { NestedExecution } from './nested-execution';

/** One call of an integration: what a Task, an ItemReader or a ResultWriter asks of the outside world. */
export interface TaskCall {
  /** The name of the state. */
  readonly state: string;
  /** The Resource as the definition has it. */
  readonly resource: string;
  /** What the integration is given: Parameters, Arguments or the effective input. */
  readonly parameters: Json;
  /** 0 for the first attempt, 1 for the first retry, since the state was entered. */
  readonly attempt: number;
  /** The indexes of the Map iterations around the state, innermost first; [] outside a Map. */
  readonly iterations: readonly number[];
  /** What SendTaskSuccess and its like need: for `.waitForTaskToken` and activities. */
  readonly taskToken?: string;
  /** How the call answers: `request-response` for Lambda functions and activities, too. */
  readonly pattern: IntegrationPattern;
  /** The role that Credentials names. */
  readonly roleArn?: string;
  /** The virtual time of the call. */
  readonly time: Date;
  /** The ARN of the execution that calls. */
  readonly executionArn: string;
}

interface OutcomeOptions {
  /** The answer of the call itself, where it only starts something: `.sync` and `.waitForTaskToken` (TaskSubmitted). */
  readonly submitted?: Json | undefined;
  /** Seconds of virtual time until the outcome; 0 when not given. */
  readonly after?: number | undefined;
}

/** What became of a call. */
export type TaskOutcome =
  | (OutcomeOptions & { readonly result: Json })
  /** `error: undefined` is SendTaskFailure without an error. */
  | (OutcomeOptions & { readonly error: string | undefined; readonly cause?: string | undefined })
  /** Nobody ever answers: timeouts and heartbeats decide, or whoever holds the task token. */
  | (OutcomeOptions & { readonly never: true });

/** Answers the calls of an execution. `undefined` says that it has no answer to this one. */
export type TaskResolver = (
  call: TaskCall,
) => TaskOutcome | NestedExecution | undefined | PromiseLike<TaskOutcome | undefined>;
