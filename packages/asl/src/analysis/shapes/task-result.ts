import { taskResultShape, type StructureShape } from '../../services';
import type { TaskState } from '../../syntax';
import { shapeOfApi, structureWith } from './api-data-shape';
import { memberAt, textAt } from '../../services/idempotency/parameters';
import { parametersFieldOf } from '../calls/call-parameters';
import { writtenOutValue } from '../../syntax/written-out-value';
import { contractedResultOf } from './contract-shapes';
import {
  lacking,
  number,
  object,
  possible,
  string,
  sure,
  unknown,
  type DataShape,
  type Member,
  type ScalarShape,
} from './data-shape';
import { refine } from './meet';

const ofAnswer = (members: Readonly<Record<string, DataShape>>): Member =>
  possible(
    object(
      Object.entries(members).map(([name, shape]) => [name, possible(shape)]),
      'modelled',
      'what Step Functions tells of the answer',
    ),
  );

/** Beside the answer of an optimized integration (recorded). */
const metadata: readonly (readonly [string, Member])[] = [
  ['SdkHttpMetadata', ofAnswer({ AllHttpHeaders: unknown, HttpHeaders: unknown, HttpStatusCode: number })],
  ['SdkResponseMetadata', ofAnswer({ RequestId: string })],
];

/** Integrations whose results have none (recorded). */
const isWithoutMetadata = (service: string, pattern: string): boolean =>
  service === 'events' || (service === 'states' && pattern.startsWith('sync'));

/** Anything from 400 on is an error of the Task, and what becomes of a redirection is not on record. */
const statusOfResponse: ScalarShape = {
  ...number,
  status: { least: 200, greatest: 399, others: 'the Task fails with another one, which a Catch or a Retry may handle' },
};

/** By the API reference of Invoke: 200, of an event 202, of a dry run 204. */
const statusOfInvocation: ScalarShape = {
  ...number,
  status: { least: 200, greatest: 204, others: 'it is that of the call; what the function answers is in "Payload"' },
};

/** What a call through an endpoint gives back. */
const response: readonly (readonly [string, Member])[] = [
  ['Headers', possible(unknown)],
  ['ResponseBody', possible(unknown)],
  ['StatusCode', possible(statusOfResponse)],
  ['StatusText', possible(string)],
];

/** What `lambda:invoke` gives back is on record, so that there surely is nothing else. */
const invocation: readonly (readonly [string, Member])[] = [
  ['ExecutedVersion', possible(string)],
  ['LogResult', possible(string)],
  ['Payload', sure(unknown)],
  ...metadata,
  ['StatusCode', sure(statusOfInvocation)],
];

/** A call that does not wait has nothing to give back, by the developer guide's page on Lambda; what it has is unverified. */
const withoutWaiting = (state: string, type: string): Member =>
  possible(object([], 'modelled', `what "${state}" gets for want of waiting ("InvocationType": "${type}")`));

export const functionResultPrefix = 'the result of the function ';

export const payloadPrefix = 'what the function gives back ';

export const callbackResultPrefix = 'what SendTaskSuccess brings ';

/** Of the answers of calls what whoever sends a token back hardly has to tell, beside the metadata. */
const answers: ReadonlyMap<string, readonly string[]> = new Map([
  ['ecs:runTask', ['Tasks']],
  ['events:putEvents', ['Entries', 'FailedEntryCount']],
  ['lambda:invoke', ['Payload']],
  ['sns:publish', ['MessageId']],
  ['sqs:sendMessage', ['MessageId', 'MD5OfMessageBody']],
]);

/** Anything but the answer of the call: that is only in the history, as the output of `TaskSubmitted` (recorded). */
function resultOfCallback({ name }: TaskState, call: string): DataShape {
  const origin = `${callbackResultPrefix}"${name}"`;
  const members = [...(answers.get(call) ?? []), ...metadata.map(([member]) => member)];
  return lacking(...members.map((member) => ({ names: [member], origin })));
}

/** A function hardly gives back a Payload of its own: what reads one has it taken out already. */
const payloadOf = (state: string): Member =>
  sure(lacking({ names: ['Payload'], origin: `${payloadPrefix}in "${state}"` }));

/** Anything, but what `lambda:invoke` puts around it is not there: no function gives back a Payload of its own. */
const resultOfFunction = (state: string, name: string): DataShape =>
  lacking({ names: ['Payload'], origin: `${functionResultPrefix}"${name}" in "${state}"` });

/** The result of a Task before ResultSelector: what its contract says, as far as there is one, and the model of its API. */
export const shapeOfTaskResult = (state: TaskState): DataShape => state.once(findShape);

const findShape = (state: TaskState): DataShape => refine(contractedResultOf(state), modelledResultOf(state));

/** Functions, activities and whoever sends a token back choose theirs. */
function modelledResultOf(state: TaskState): DataShape {
  const { resource } = state;
  if (resource.kind === 'lambda') return resultOfFunction(state.name, resource.name);
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk' && resource.kind !== 'http') return unknown;
  const { service, action, pattern } = resource;
  if (pattern === 'waitForTaskToken') return resultOfCallback(state, `${service}:${action}`);
  const origin = `the result of ${service}:${action} in "${state.name}"`;
  if (resource.kind === 'http' || service === 'apigateway') return object(response, 'modelled', origin);
  if (resource.kind === 'optimized' && service === 'lambda') {
    const field = state.field(parametersFieldOf(state));
    const type = textAt(field && writtenOutValue(field), 'InvocationType');
    const isWaiting = type !== 'Event' && type !== 'DryRun';
    return object(
      [...invocation, ['Payload', isWaiting ? payloadOf(state.name) : withoutWaiting(state.name, type)]],
      'closed',
      origin,
    );
  }
  const shape = taskResultShape(resource);
  if (!shape) return unknown;
  if (shape.kind !== 'structure') return shapeOfApi(shape, origin);
  const asked = askedFor(state, origin);
  const own = asked.lacks === undefined ? shape : withoutMember(shape, asked.lacks);
  // What jobs of CodeBuild give has them, by definitions that AWS itself deploys; of other jobs it is not on record.
  const added = resource.kind === 'optimized' && !isWithoutMetadata(service, pattern) ? metadata : [];
  // The optimized call repeats the name of the job, by the developer guide's page on Glue; its only action there is.
  const repeated = resource.kind === 'optimized' && service === 'glue' ? [['JobName', possible(string)] as const] : [];
  return structureWith(own, [...added, ...repeated], asked.origin);
}

/** The writes of DynamoDB tell what there was, or is, only if they are asked to. */
function askedFor(state: TaskState, origin: string): { readonly origin: string; readonly lacks?: string } {
  const { resource } = state;
  if (!('service' in resource) || resource.service !== 'dynamodb' || !/^(put|update|delete)Item$/.test(resource.action))
    return { origin };
  const field = state.field(parametersFieldOf(state));
  const parameters = field && writtenOutValue(field);
  const lacks = 'Attributes';
  if (memberAt(parameters, 'ReturnValues').is === 'absent')
    return { origin: `${origin}, which has no "ReturnValues",`, lacks };
  if (textAt(parameters, 'ReturnValues') === 'NONE')
    return { origin: `${origin}, whose "ReturnValues" are "NONE",`, lacks };
  return { origin };
}

function withoutMember(shape: StructureShape, name: string): StructureShape {
  const members = new Map(shape.members);
  members.delete(name);
  return { ...shape, members };
}
