import {
  StateMachine,
  type Execution,
  type ExecutionOptions,
  type HistoryEvent,
  type StateMachineOptions,
} from '../src';

/** Runs a machine of the given states, starting with the first. */
export function run(
  states: Readonly<Record<string, object>>,
  input: unknown = {},
  options: ExecutionOptions & StateMachineOptions & { readonly top?: object } = {},
): Promise<Execution> {
  return machineOf(states, options).execute(input, options);
}

export function machineOf(
  states: Readonly<Record<string, object>>,
  options: StateMachineOptions & { readonly top?: object } = {},
): StateMachine {
  return new StateMachine({ StartAt: Object.keys(states)[0], States: states, ...options.top }, options);
}

/** `PassStateEntered:2<0`: type, id and predecessor of each event, without the frame of the execution. */
export function shapeOf(history: readonly HistoryEvent[]): string[] {
  return history.slice(1).map(({ type, id, previousEventId }) => `${type}:${id}<${previousEventId}`);
}

export const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:work';
export const queue = 'arn:aws:states:::sqs:sendMessage';
export const job = 'arn:aws:states:::glue:startJobRun.sync';
export const activity = 'arn:aws:states:us-east-1:123456789012:activity:review';
