import type { ArnPart } from './arn-parts';

/**
 * Which part of the ARN of a function or an activity is empty by a second colon, and the remedy. Two colons after the partition, or after
 * the service, move every part on by one, whatever is filled in behind them. Without an account as well the region counts as redacted.
 */
export function emptyPart([, partition, service, region, account, ...rest]: readonly ArnPart[]): string | undefined {
  if (!service || !partition || partition.isOpen) return undefined;
  if (!service.text)
    return `names no service after "arn:${partition.text}:"; write its name there, or drop the second ":"`;
  const [type] = rest.filter(({ text }) => text === 'function' || text === 'activity');
  if (!account || region?.text !== '' || !(account.isOpen || /^\d{12}$/.test(account.text))) return undefined;
  if (service.text !== 'lambda' && type?.text !== 'activity') return undefined;
  const isMoved = type !== undefined && rest[0] !== type;
  return `names no region after ":${service.text}:"; write one there${isMoved ? ', or drop the second ":"' : ''}`;
}
