/**
 * Whether a name in ErrorEquals matches an error. States.TaskFailed stands for every error but timeouts, States.ALL for
 * every error; States.Runtime, which neither matches, never gets here. A missed heartbeat is raised as States.Timeout
 * and goes by both names: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function errorMatches(name: string, error: string | undefined, isHeartbeat: boolean): boolean {
  if (name === 'States.ALL' || name === error) return true;
  if (name === 'States.TaskFailed') return error !== 'States.Timeout';
  return name === 'States.HeartbeatTimeout' && isHeartbeat;
}
