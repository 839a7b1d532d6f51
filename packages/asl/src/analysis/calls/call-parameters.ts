import { isOnlyInDistributedMap, parameterFaults, requiredMembersOf, type ParameterFault } from '../../services';
import type { ItemReader, ResultWriter, TaskState } from '../../syntax';
import type { Range } from '../../text/located';
import { writtenOutValue } from '../../syntax/written-out-value';
import { withoutPathMark } from '../../text/path-mark';

/** What calls an API: a Task, or a distributed Map that reads its items or writes its results. */
export type CallNode = TaskState | ItemReader | ResultWriter;

/**
 * What is wrong with what is given to what is called, in the order of the text. Nothing where the parameters, or what
 * takes them, are not known; for a Task without Parameters see `lackedParametersOf`.
 */
export const parameterFaultsOf = (call: CallNode): readonly ParameterFault[] => call.once(findFaults);

function findFaults(call: CallNode): readonly ParameterFault[] {
  const { resource } = call;
  const field = call.field(parametersFieldOf(call));
  const isCall = resource.kind === 'aws-sdk' || resource.kind === 'optimized' || resource.kind === 'http';
  // What no Task can call takes nothing from one: see `validResources`.
  if (!field || !isCall || (call.type === 'TaskState' && isOnlyInDistributedMap(resource))) return [];
  return parameterFaults({ resource, parameters: writtenOutValue(field), range: field.key.range }).toSorted(
    (a, b) => a.range[0] - b.range[0],
  );
}

/** The field that holds what is called with. */
export const parametersFieldOf = ({ queryLanguage }: CallNode): 'Parameters' | 'Arguments' =>
  queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';

/**
 * What is called, as messages and Resources name it: `sqs:sendMessage`, `aws-sdk:sqs:sendMessage`. Undefined for
 * functions, activities and what is not known.
 */
export function calledActionOf({ resource }: CallNode): string | undefined {
  if (resource.kind === 'aws-sdk') return `aws-sdk:${resource.service}:${resource.action}`;
  const isNamed = resource.kind === 'optimized' || resource.kind === 'http';
  return isNamed ? `${resource.service}:${resource.action}` : undefined;
}

/**
 * A Task that calls an integration with nothing, or an ItemReader. AWS refuses it: "Parameters field is required for resource ARN" (seen by
 * others for optimized integrations). Undefined where it is not so; else the members that the call needs.
 */
export function lackedParametersOf(call: TaskState | ItemReader): readonly string[] | undefined {
  const required = requiredMembersOf(call.resource);
  if (!required || call.has('Parameters') || call.has('Arguments')) return undefined;
  const needed = [...required.all, ...required.oneOf.slice(0, 1)];
  return needed.length ? needed : undefined;
}

const invocationMembers = new Set([
  'FunctionName',
  'Payload',
  'InvocationType',
  'Qualifier',
  'ClientContext',
  'LogType',
]);

/**
 * Where a function that is called by its ARN is given what `lambda:invoke` takes: the place of "FunctionName". Undefined
 * where "Payload" is not there as well, or something that is no part of an invocation.
 */
export function invocationEnvelopeOf(task: TaskState): Range | undefined {
  const field = task.resource.kind === 'lambda' ? task.field(parametersFieldOf(task)) : undefined;
  const value = field && writtenOutValue(field);
  if (value?.kind !== 'object') return undefined;
  const keys = new Map(value.entries.map(({ key }) => [withoutPathMark(key.value), key.range]));
  if (!keys.has('Payload') || [...keys.keys()].some((name) => !invocationMembers.has(name))) return undefined;
  return keys.get('FunctionName');
}
