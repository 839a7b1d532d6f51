import type { Json } from '@stepproof/asl';
import type { Frame } from '../states/frame';
import type { ExecutionContext } from './execution-context';
import { timestampText } from './timestamp-text';

/**
 * The context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 * Express executions have no RedriveCount, and only Tasks that wait for something have `Task` (recorded).
 */
export function executionContext({ identity, workflowType, input }: Omit<Frame, 'context'>): ExecutionContext {
  return {
    Execution: {
      Id: identity.executionArn,
      Input: input,
      StartTime: timestampText(identity.startTime),
      Name: identity.executionName,
      RoleArn: identity.roleArn,
      ...(workflowType === 'STANDARD' && { RedriveCount: identity.redriveCount }),
      ...(identity.redriveTime !== undefined && { RedriveTime: timestampText(identity.redriveTime) }),
    },
    StateMachine: { Id: identity.stateMachineArn, Name: identity.stateMachineName },
  };
}

export function stateContext({ Execution, StateMachine }: ExecutionContext, state: Json, taskToken?: string): Json {
  return taskToken === undefined
    ? { Execution, StateMachine, State: state }
    : { Execution, StateMachine, State: state, Task: { Token: taskToken } };
}
