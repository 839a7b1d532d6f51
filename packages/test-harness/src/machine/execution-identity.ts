/** The names and ARNs of an execution. */
export interface ExecutionIdentity {
  readonly region: string;
  readonly account: string;
  readonly stateMachineName: string;
  readonly stateMachineArn: string;
  readonly executionName: string;
  readonly executionArn: string;
  /** Null where TestState was given none. */
  readonly roleArn: string | null;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly redriveCount: number;
  /** Undefined for an execution that has not been redriven. */
  readonly redriveTime?: number;
  /** An ARN of Step Functions in the same account and region. */
  arn(resource: string): string;
}

export interface IdentityOptions {
  readonly region: string;
  readonly account: string;
  readonly stateMachineName: string;
  readonly executionName: string;
  readonly roleArn: string | null;
  readonly startTime: number;
  /** Express executions have ARNs of their own kind, ending in an id: undefined for Standard. */
  readonly expressId: string | undefined;
}

export function executionIdentity(options: IdentityOptions): ExecutionIdentity {
  const { region, account, stateMachineName, executionName, expressId } = options;
  const arn = (resource: string): string => `arn:aws:states:${region}:${account}:${resource}`;
  return {
    region,
    account,
    stateMachineName,
    stateMachineArn: arn(`stateMachine:${stateMachineName}`),
    executionName,
    executionArn:
      expressId === undefined
        ? arn(`execution:${stateMachineName}:${executionName}`)
        : arn(`express:${stateMachineName}:${executionName}:${expressId}`),
    roleArn: options.roleArn,
    startTime: options.startTime,
    redriveCount: 0,
    arn,
  };
}
