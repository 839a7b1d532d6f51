import type { StateFailure } from './state-failure';

/**
 * Whether a name in ErrorEquals matches a failure. States.TaskFailed stands for every error but timeouts, States.ALL for
 * every error; States.Runtime, which is matched by nothing, never gets here. A missed heartbeat is a States.Timeout that
 * also goes by the name of States.HeartbeatTimeout:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function errorMatches(name: string, { errorName, isHeartbeat }: StateFailure): boolean {
  if (name === 'States.ALL' || name === errorName) return true;
  if (name === 'States.TaskFailed') return errorName !== 'States.Timeout';
  return name === 'States.HeartbeatTimeout' && isHeartbeat;
}
