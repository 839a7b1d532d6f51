import type { Json } from '@stepproof/asl';
import type { Frame } from '../states/frame';
import { timestampText } from './timestamp-text';

/**
 * The context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 * Express executions have no RedriveCount, and only Tasks that wait for something have `Task` (recorded).
 */
export function executionContext(frame: Frame, state: Json, taskToken: string | undefined): Json {
  const { identity, workflowType, input } = frame;
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
    State: state,
    ...(taskToken !== undefined && { Task: { Token: taskToken } }),
  };
}
