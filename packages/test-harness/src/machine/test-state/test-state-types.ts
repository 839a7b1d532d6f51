import type { ErrorDetails, InspectionPoint } from '../../states/trial';

/** TestState's request. https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */
export interface TestStateRequest {
  /** One state, or a whole machine when `stateName` is given: JSON text, or an object. */
  readonly definition: string | object;
  /** JSON text. Default: `{}`. */
  readonly input?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly stateName?: string | undefined;
  /** Default: INFO. */
  readonly inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE' | undefined;
  readonly revealSecrets?: boolean | undefined;
  /** JSON text of an object: the variables that have been assigned before. */
  readonly variables?: string | undefined;
  /** JSON text of a context object. */
  readonly context?: string | undefined;
  readonly mock?: TestStateMock | undefined;
  readonly stateConfiguration?: TestStateConfiguration | undefined;
}

/** What the call of a Task, the iterations of a Map or the branches of a Parallel give back; exactly one of both. */
export interface TestStateMock {
  /** JSON text. */
  readonly result?: string | undefined;
  readonly errorOutput?: { readonly error?: string | undefined; readonly cause?: string | undefined } | undefined;
  /** How the result of a Task is held against what its API answers. Default: STRICT. */
  readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE' | undefined;
}

export interface TestStateConfiguration {
  readonly retrierRetryCount?: number | undefined;
  readonly errorCausedByState?: string | undefined;
  readonly mapIterationFailureCount?: number | undefined;
  /** JSON text. */
  readonly mapItemReaderData?: string | undefined;
}

/** The members of the data are JSON text, as on AWS. */
export type InspectionData = Readonly<
  Partial<
    Record<Exclude<InspectionPoint, 'maxConcurrency' | 'toleratedFailureCount' | 'toleratedFailurePercentage'>, string>
  >
> & {
  readonly input?: string;
  readonly variables?: string;
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  readonly errorDetails?: ErrorDetails;
};

/** TestState's response. */
export interface TestStateResponse {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  /** For the inspection levels DEBUG and TRACE. */
  readonly inspectionData?: InspectionData;
}

/** A request that AWS refuses; `name` is that of its exception. */
export class TestStateError extends Error {
  override readonly name: 'InvalidDefinition' | 'InvalidExecutionInput' | 'ValidationException';

  constructor(name: 'InvalidDefinition' | 'InvalidExecutionInput' | 'ValidationException', message: string) {
    super(message);
    this.name = name;
  }
}

export const validationException = (message: string): TestStateError =>
  new TestStateError('ValidationException', message);
