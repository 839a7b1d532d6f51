import { optimizedServices } from './optimized';
import type { IntegrationPattern } from './task-resource';

/** What is called, and how: `{ service: 'glue', action: 'startJobRun', pattern: 'sync' }`. */
export interface PatternedCall {
  readonly service: string;
  readonly action: string;
  readonly pattern: string;
  readonly isSdk: boolean;
}

/** What is wrong with a pattern that the call does not have, and what to do instead. */
export function unsupportedPattern(call: PatternedCall, patterns: readonly IntegrationPattern[]): string {
  const { service, action, pattern, isSdk } = call;
  const fault = `"${isSdk ? 'aws-sdk:' : ''}${service}:${action}" does not support ".${pattern}"`;
  const waiting = isSdk && isSync(pattern) ? waitingCallOf(`${service}:${action}`) : undefined;
  if (waiting !== undefined) return `${fault}; use "arn:aws:states:::${waiting}"`;
  const hint = patterns.some(isSync) ? '' : askingInstead(call);
  if (hint) return `${fault}; drop it${hint}`;
  const suffixes = patterns.filter((one) => one !== 'request-response').map((one) => `".${one}"`);
  return `${fault}; drop it${suffixes.length ? `, or use ${suffixes.join(' or ')}` : ''}`;
}

/** Where nothing waits for the end of what is begun, the workflow has to. */
export const askingInstead = ({ action, pattern }: PatternedCall): string =>
  isSync(pattern) && /^(create|delete|run|start|submit|update)(?!Item)[A-Z]/.test(action)
    ? ', and ask in a loop whether it has ended, because nothing waits for it then'
    : '';

const isSync = (pattern: string): boolean => /^sync\b/.test(pattern);

/** The optimized integration that waits for what an AWS SDK integration only begins. */
function waitingCallOf(sdkAction: string): string | undefined {
  for (const [service, { actions }] of optimizedServices) {
    for (const [action, { sdk = `${service}:${action}`, patterns }] of actions) {
      const sync = sdk === sdkAction && patterns.find(isSync);
      if (sync) return `${service}:${action}.${sync}`;
    }
  }
  return undefined;
}
