import type { Json } from '@stepproof/asl';
import type { ChildEnd } from './distributed-child';

export interface DescriptionOptions {
  /** How Input and Output are given. */
  readonly data: (value: Json) => Json;
  readonly date: (time: number) => Json;
  /** What the RedriveStatus of an execution is that has not succeeded. */
  readonly redriveStatus: 'REDRIVABLE' | 'REDRIVABLE_BY_MAP_RUN';
}

/** DescribeExecution's answer, as Tasks and the files of a ResultWriter show it (recorded for succeeded executions). */
export function describeExecution(ended: ChildEnd, { data, date, redriveStatus }: DescriptionOptions): Json {
  const { executionArn, stateMachineArn, name, status, input, output, error, cause, startTime, stopTime } = ended;
  const { redriveCount } = ended;
  const isSucceeded = status === 'SUCCEEDED';
  return {
    ...(cause !== undefined && { Cause: cause }),
    ...(error !== undefined && { Error: error }),
    ExecutionArn: executionArn,
    Input: data(input),
    InputDetails: { Included: true },
    Name: name,
    ...(output !== undefined && { Output: data(output), OutputDetails: { Included: true } }),
    RedriveCount: redriveCount,
    RedriveStatus: isSucceeded ? 'NOT_REDRIVABLE' : redriveStatus,
    ...(isSucceeded && { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' }),
    StartDate: date(startTime),
    StateMachineArn: stateMachineArn,
    Status: status,
    StopDate: date(stopTime),
  };
}
