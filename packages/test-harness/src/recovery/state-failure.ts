/**
 * Why a state fails: the error name and the cause that Retry and Catch see and that the execution ends with.
 * Thrown through the states; anything else that is thrown is a fault of the test or of the harness, not of the machine.
 */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  /** Undefined where AWS reports none: a Fail state without Error, SendTaskFailure without an error. */
  readonly errorName: string | undefined;
  readonly causeText: string | undefined;
  /** Whether it is a States.Timeout for want of a heartbeat. */
  readonly isHeartbeat: boolean;

  constructor(errorName: string | undefined, causeText: string | undefined, isHeartbeat = false) {
    super(`${errorName ?? 'an error without a name'}${causeText === undefined ? '' : `: ${causeText}`}`);
    this.errorName = errorName;
    this.causeText = causeText;
    this.isHeartbeat = isHeartbeat;
  }

  /** Step Functions neither retries nor catches States.Runtime: the execution fails at once (recorded, developer guide). */
  get isFatal(): boolean {
    return this.errorName === 'States.Runtime';
  }
}

/**
 * A failure of the interpreter itself, before it is known in which state it happened: AWS begins the cause with the
 * state's name and the event in which it was entered.
 */
export class UnplacedFailure extends Error {
  override readonly name = 'UnplacedFailure';
  readonly errorName: 'States.Runtime' | 'States.QueryEvaluationError';
  readonly causeText: string;
  /** For JSONata: the place inside the state, such as `Output/total`. */
  readonly location: string | undefined;
  /** Whether the state was under way when it failed; most evaluations belong to the moment of entering it. */
  readonly isUnderWay: boolean;

  constructor(
    errorName: 'States.Runtime' | 'States.QueryEvaluationError',
    causeText: string,
    { location, isUnderWay = false }: { readonly location?: string; readonly isUnderWay?: boolean } = {},
  ) {
    super(causeText);
    this.errorName = errorName;
    this.causeText = causeText;
    this.location = location;
    this.isUnderWay = isUnderWay;
  }
}

export const runtimeFailure = (cause: string): UnplacedFailure => new UnplacedFailure('States.Runtime', cause);

/** `who` is a state, a service or a function, as AWS names what gave back too much. */
export const dataLimitExceeded = (who: string): StateFailure =>
  new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );

/** Whether the failure ends the execution where it happens, without the states around it having a say. */
export const isFatal = (error: unknown): boolean => error instanceof StateFailure && error.isFatal;
