import { nearest } from '../expressions/nearest';

/** The names that Step Functions gives to errors; all others that begin with "States." are nobody's. */
const reservedNames: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
]);

/** Error names that begin so are for Step Functions alone: https://states-language.net/spec.html#errors */
export const isInReservedSpace = (name: string): boolean => /^states\./i.test(name);

export const isReservedErrorName = (name: string): boolean =>
  reservedNames.has(name) || /^States\.Http\.StatusCode\.\d+$/.test(name);

/** What functions call errors of their own, too. */
const common: ReadonlySet<string> = new Set(['permissions', 'runtime', 'taskfailed', 'timeout']);

/** The name of Step Functions that was meant by one without `States.`, such as `ALL`; undefined where it may be another one's. */
export const reservedNameWithoutPrefix = (name: string): string | undefined =>
  common.has(name.toLowerCase())
    ? undefined
    : [...reservedNames].find((one) => afterDot(one).toLowerCase() === name.toLowerCase());

/** The name that was probably meant by one in the reserved space that Step Functions does not have. */
export function nearestReservedName(name: string): string | undefined {
  const meant = nearest(name, reservedNames);
  // Of "States.QuorumMet" only the first half is like "States.Runtime".
  return meant && nearest(afterDot(name), [afterDot(meant)]) && meant;
}

const afterDot = (name: string): string => name.slice(name.indexOf('.') + 1);
