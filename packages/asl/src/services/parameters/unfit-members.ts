import { isUnknown, type Located, type Range } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import { memberAt, textAt } from '../idempotency/parameters';
import type { AwsSdkResource, HttpResource, IntegrationPattern, OptimizedResource } from '../task-resource';

/** A member that Step Functions does not take in this call, though the API has it. */
export interface UnfitMember {
  /** `Instances.KeepJobFlowAliveWhenNoSteps` */
  readonly member: string;
  readonly range: Range;
  readonly problem: string;
  readonly remedy: string;
}

type Look = (parameters: Located, pattern: IntegrationPattern) => readonly UnfitMember[];

/** The methods that have a body in API Gateway: "only accepted for Post, Patch, Put" (developer guide). */
const withBody = /^(POST|PUT|PATCH|.*\$\{.*)$/i;

const bodyWithoutMethod: Look = (parameters) => {
  const method = textAt(parameters, 'Method');
  const body = givenAt(parameters, 'RequestBody');
  if (!body || method === undefined || withBody.test(method)) return [];
  const problem = `is for the methods with a body, and the method is "${method}"`;
  return [{ member: 'RequestBody', range: body.range, problem, remedy: 'remove it, or use "POST", "PUT" or "PATCH"' }];
};

const clusterThatEnds: Look = (parameters, pattern) => {
  if (pattern !== 'sync') return [];
  const found: UnfitMember[] = [];
  const isKept = givenAt(parameters, 'Instances.KeepJobFlowAliveWhenNoSteps');
  if (isKept?.kind === 'boolean' && !isKept.value) {
    const problem = 'must be true where the Task waits for the cluster';
    const member = 'Instances.KeepJobFlowAliveWhenNoSteps';
    found.push({ member, range: isKept.range, problem, remedy: 'write true' });
  }
  const steps = givenAt(parameters, 'Steps');
  if (steps) {
    const problem = 'is not taken where the Task waits for the cluster';
    found.push({ member: 'Steps', range: steps.range, problem, remedy: 'add steps by Tasks with "addStep.sync"' });
  }
  return found;
};

/** "When you set FifoQueue, you can't set DelaySeconds per message" (API reference of SendMessage). */
const delayInOrder: Look = (parameters) => {
  const delay = givenAt(parameters, 'DelaySeconds');
  const isFifo = textAt(parameters, 'QueueUrl')?.endsWith('.fifo');
  if (!isFifo || delay?.kind !== 'number' || delay.value === 0) return [];
  const problem = 'is not taken for one message of a FIFO queue';
  return [{ member: 'DelaySeconds', range: delay.range, problem, remedy: 'remove it, and set the delay of the queue' }];
};

/** Lambda: "The derived qualifier from the function name does not match the specified qualifier". */
const otherQualifier: Look = (parameters) => {
  const qualifier = givenAt(parameters, 'Qualifier');
  const given = textAt(parameters, 'Qualifier');
  if (!qualifier || given === undefined) return [];
  const [, named] = /^(?:arn:.*:function:)?[\w-]+:([\w$.-]+)$/.exec(textAt(parameters, 'FunctionName') ?? '') ?? [];
  if (named === undefined || given === named) return [];
  const problem = `is "${given}", and "FunctionName" ends with ":${named}"`;
  return [{ member: 'Qualifier', range: qualifier.range, problem, remedy: 'remove one of the two' }];
};

/**
 * With "json" the message "must contain at least a top-level JSON key of "default" with a value that is a string", and "non-string values
 * will cause the key to be ignored" (API reference of Publish).
 */
const messagesByProtocol: Look = (parameters) => {
  const message = givenAt(parameters, 'Message');
  if (textAt(parameters, 'MessageStructure') !== 'json' || !message) return [];
  const fault = (range: Range, problem: string, remedy: string) => [{ member: 'Message', range, problem, remedy }];
  const add = 'add it: a text for all who have none of their own';
  if (message.kind === 'object') {
    if (message.entries.some(({ key }) => isUnknown(key) || key.value === 'default.$')) return [];
    const own = message.entries.find(({ key }) => key.value === 'default');
    if (!own) return fault(message.range, withoutDefault, add);
    const isText = own.value.kind === 'string' || own.value.kind === 'null' || isUnknown(own.value);
    return isText ? [] : fault(own.value.range, defaultIsNoText, 'write a text');
  }
  const text = textAt(parameters, 'Message');
  if (text === undefined || !/^\s*\{/.test(text)) return [];
  const given = parsedObject(text);
  return given && !Object.hasOwn(given, 'default') ? fault(message.range, withoutDefault, add) : [];
};

const withoutDefault = 'has no "default", and "MessageStructure" is "json"';
const defaultIsNoText = 'has a "default" that is no text, and "MessageStructure" is "json"';

function parsedObject(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** A script takes its arguments by their names, "--day" (AWS Glue: "Using job parameters"), and never finds another one. */
const unmarkedArguments: Look = (parameters) => {
  const given = givenAt(parameters, 'Arguments');
  if (given?.kind !== 'object') return [];
  return given.entries.flatMap(({ key }) => {
    const name = withoutPathMark(key.value);
    if (isUnknown(key) || !/^\w/.test(name)) return [];
    const problem = 'is no argument that a job of Glue finds, whose names begin with "--"';
    return [{ member: `Arguments.${name}`, range: key.range, problem, remedy: `write "--${name}"` }];
  });
};

const looks: ReadonlyMap<string, Look> = new Map([
  ['apigateway:invoke', bodyWithoutMethod],
  ['elasticmapreduce:createCluster', clusterThatEnds],
  ['glue:startJobRun', unmarkedArguments],
  ['lambda:invoke', otherQualifier],
  ['sns:publish', messagesByProtocol],
  ['sqs:sendMessage', delayInOrder],
]);

/** What calls do not take because of their pattern or their other parameters. */
export const unfitMembers = (
  { service, action, pattern }: AwsSdkResource | OptimizedResource | HttpResource,
  parameters: Located,
): readonly UnfitMember[] => looks.get(`${service}:${action}`)?.(parameters, pattern) ?? [];

function givenAt(parameters: Located, path: string): Located | undefined {
  const member = memberAt(parameters, path);
  return member.is === 'present' && !isUnknown(member.value) ? member.value : undefined;
}
