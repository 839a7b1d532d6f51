/**
 * Errors that the wildcard States.TaskFailed does not stand for, or of which that is not on record:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
const besideTaskFailed: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.DataLimitExceeded',
  'States.HeartbeatTimeout',
  'States.Runtime',
  'States.Timeout',
]);

/**
 * Whether a Retrier or Catcher with the name `earlier` takes every error that the name `later` matches, so that a later
 * one with that name never gets any. What is not on record counts as not taken.
 */
export function errorNameCovers(earlier: string, later: string): boolean {
  if (earlier === later) return true;
  // A missed heartbeat is a States.Timeout, too: the guide, as above, and the names in recorded histories.
  if (earlier === 'States.Timeout') return later === 'States.HeartbeatTimeout';
  if (earlier === 'States.TaskFailed') return !besideTaskFailed.has(later);
  // That States.ALL takes States.DataLimitExceeded was seen, but the guide denies it; States.Runtime is taken by nothing.
  return earlier === 'States.ALL' && later !== 'States.DataLimitExceeded' && later !== 'States.Runtime';
}
