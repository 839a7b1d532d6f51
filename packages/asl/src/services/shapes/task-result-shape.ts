import type { TaskResource } from '../resource';
import { apiResultShape } from './api-result-shape';
import type { Shape } from './shape';

const json: Shape = { kind: 'json' };

/**
 * What a Task is given as its result before ResultSelector: the API's answer, but optimized integrations read what is
 * JSON in it, such as the Payload of a Lambda function. Undefined as for `apiResultShape`, and for `.sync` of other
 * services than Step Functions itself: what is left there of the description differs from service to service.
 */
export function taskResultShape(resource: TaskResource): Shape | undefined {
  const answer = apiResultShape(resource);
  if (resource.kind !== 'optimized' || answer?.kind !== 'structure') return answer;
  const { service, pattern } = resource;
  const isJob = pattern === 'sync' || pattern === 'sync:2';
  if (isJob && service !== 'states') return undefined;
  const isRead = (name: string, { kind }: Shape): boolean => {
    if (!isJob) return kind === 'blob';
    // Dates are milliseconds, and `.sync:2` gives Input and Output as JSON (recorded).
    return kind === 'timestamp' || (pattern === 'sync:2' && (name === 'Input' || name === 'Output'));
  };
  const members = [...answer.members].map(([name, member]) => [name, isRead(name, member) ? json : member] as const);
  return { ...answer, members: new Map(members) };
}
