import { memberAt } from './idempotency/parameters';
import type { Located } from '../text/located';
import type { TaskResource } from './task-resource';

/** The parameters by which a job that is started with `.sync` is told how long it may take. */
const limitingMembers: ReadonlyMap<string, string> = new Map([
  ['batch:submitJob', 'Timeout'],
  ['emr-serverless:startJobRun', 'ExecutionTimeoutMinutes'],
  ['glue:startJobRun', 'Timeout'],
  ['sagemaker:createProcessingJob', 'StoppingCondition'],
  ['sagemaker:createTrainingJob', 'StoppingCondition'],
]);

/** Services that end every job within hours unless they are told otherwise: Athena's quota for queries, CodeBuild's hour. */
const limitingServices: ReadonlySet<string> = new Set(['athena', 'codebuild']);

/** Whether a job ends by itself, so that a Task which waits for it does not wait for ever. */
export function hasJobLimit(resource: TaskResource, parameters: Located | undefined): boolean {
  if (resource.kind !== 'optimized') return false;
  const member = limitingMembers.get(`${resource.service}:${resource.action}`);
  return (
    limitingServices.has(resource.service) || (member !== undefined && memberAt(parameters, member).is !== 'absent')
  );
}
