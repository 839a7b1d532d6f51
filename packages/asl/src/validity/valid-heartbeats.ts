import { statesOf, TaskState } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** HeartbeatSeconds must be smaller than TimeoutSeconds (states-language.net), where both are numbers. AWS's words are (unverified). */
export const validHeartbeats: ValidityCheck = function* (machine) {
  for (const state of statesOf(machine)) {
    if (!(state instanceof TaskState)) continue;
    const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout } = state;
    if (typeof heartbeat !== 'number' || typeof timeout !== 'number' || heartbeat < timeout) continue;
    const field = state.field('HeartbeatSeconds')!;
    yield {
      message: `"HeartbeatSeconds" (${heartbeat}) must be smaller than "TimeoutSeconds" (${timeout}), or the timeout always comes first; lower it`,
      range: field.value.range,
      aws: schema('HeartbeatSeconds must be smaller than TimeoutSeconds', field.location),
    };
  }
};
