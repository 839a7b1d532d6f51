import { perResource } from '../per-resource';
import type { TaskResource } from '../task-resource';
import { apiResultShape } from './api-result-shape';
import type { Shape, StructureShape } from './shape';

const json: Shape = { kind: 'json' };
const parsed: Shape = { kind: 'json', isParsed: true };

/**
 * Where the description of a job with `.sync` has the one that is handed on: of several tasks or jobs the entry, of the
 * others the whole of it. The JSON is the same that is the Cause of a failure, of which much is published.
 */
const entries: ReadonlyMap<string, string | undefined> = new Map([
  ['athena:startQueryExecution', undefined],
  ['batch:submitJob', 'Jobs'],
  ['ecs:runTask', 'Tasks'],
  ['glue:startJobRun', 'JobRun'],
  ['sagemaker:createHyperParameterTuningJob', undefined],
  ['sagemaker:createLabelingJob', undefined],
  ['sagemaker:createProcessingJob', undefined],
  ['sagemaker:createTrainingJob', undefined],
  ['sagemaker:createTransformJob', undefined],
]);

/** Jobs that hand on what their start has answered, as it is in the end: the sample projects read `$.Build.ReportArns`. */
const asStarted: ReadonlySet<string> = new Set(['codebuild:startBuild', 'codebuild:startBuildBatch']);

/**
 * What a Task is given as its result before ResultSelector: the API's answer, but optimized integrations read what is
 * JSON in it, such as the Payload of a Lambda function. Undefined as for `apiResultShape`, and for `.sync` of those
 * services of which it is not known what is left of the description.
 */
export const taskResultShape = perResource(findTaskResultShape);

function findTaskResultShape(resource: TaskResource): Shape | undefined {
  if (
    resource.kind === 'optimized' &&
    resource.pattern === 'sync' &&
    asStarted.has(`${resource.service}:${resource.action}`)
  )
    return apiResultShape({ ...resource, pattern: 'request-response' });
  const answer = apiResultShape(resource);
  if (resource.kind !== 'optimized' || answer?.kind !== 'structure') return answer;
  const { service, action, pattern } = resource;
  const isJob = pattern === 'sync' || pattern === 'sync:2';
  if (isJob && service !== 'states') return jobShape(`${service}:${action}`, answer);
  const read = (name: string, member: Shape): Shape => {
    if (!isJob) return member.kind === 'blob' ? json : member;
    // Dates are milliseconds, and `.sync:2` gives Input and Output as JSON (recorded).
    if (pattern === 'sync:2' && (name === 'Input' || name === 'Output')) return parsed;
    return member.kind === 'timestamp' ? json : member;
  };
  const members = [...answer.members].map(([name, member]) => [name, read(name, member)] as const);
  return { ...answer, members: new Map(members) };
}

function jobShape(call: string, description: StructureShape): Shape | undefined {
  if (!entries.has(call)) return undefined;
  const entry = entries.get(call);
  if (entry === undefined) return description;
  const found = description.members.get(entry);
  return found?.kind === 'list' ? found.item : found;
}
