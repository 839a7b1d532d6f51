import { numberIn } from '../analysis/time';
import { statesOf, TaskState } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** HeartbeatSeconds must be smaller than TimeoutSeconds (states-language.net), where both are numbers, or expressions that give one whatever the data. AWS's words are (unverified). */
export const validHeartbeats: ValidityCheck = function* (machine) {
  for (const state of statesOf(machine)) {
    if (!(state instanceof TaskState)) continue;
    const heartbeat = numberIn(state, 'HeartbeatSeconds');
    const timeout = numberIn(state, 'TimeoutSeconds');
    if (heartbeat === undefined || timeout === undefined || heartbeat < timeout) continue;
    const field = state.field('HeartbeatSeconds')!;
    const isWritten = field.value.kind === 'number' && state.field('TimeoutSeconds')!.value.kind === 'number';
    yield {
      message: `"HeartbeatSeconds" (${heartbeat}) must be smaller than "TimeoutSeconds" (${timeout}), or the timeout always comes first; lower it`,
      range: field.value.range,
      // What JSONata gives is not looked at before it is run.
      aws: isWritten ? schema('HeartbeatSeconds must be smaller than TimeoutSeconds', field.location) : undefined,
    };
  }
};
