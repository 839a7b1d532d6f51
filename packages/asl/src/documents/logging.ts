import { memberOf, type Located } from '../text/located';

/**
 * Who starts a workflow so is given its result: the API's action, in code or in a policy that allows it or all actions,
 * and pipes of EventBridge that ask and wait.
 */
const synchronousStart = /start_?sync_?execution|states:\*|\bREQUEST_RESPONSE\b|\bEnrichment\b/i;

/**
 * Whether a declaration has the executions written to a log. Undefined where only deployment will tell: a whole
 * configuration, or its level, is filled in.
 */
export function isLoggedBy(configuration: Located | undefined): boolean | undefined {
  if (!configuration) return false;
  if (configuration.kind !== 'object') return undefined;
  // `Fn::If`, `Ref` and the like: what becomes of them tells only the deployment.
  if (configuration.entries.some(({ key }) => /^(?:Fn::|Ref$)/.test(key.value))) return undefined;
  const level = memberOf(configuration, 'Level') ?? memberOf(configuration, 'level');
  // Without a level nothing is written: OFF is the default of the API.
  if (!level) return false;
  return level.kind === 'string' && !level.value.includes('${') ? level.value.toUpperCase() !== 'OFF' : undefined;
}

/** Whether a file speaks of starting workflows and waiting for their results. */
export const startsSynchronously = (text: string): boolean => synchronousStart.test(text);
