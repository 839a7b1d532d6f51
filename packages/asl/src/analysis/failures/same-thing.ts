import { constantAt, textAt } from '../../services/idempotency/parameters';
import type { State, TaskState } from '../../syntax';
import type { Located } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import { toJson, walk } from '../../text/value';
import { runsUnknownCode } from '../calls/effects';
import { calls } from '../calls/written-members';
import { placesFromResult } from '../payload/places-of-result';
import { originsOf, placeReadBy, type Place } from '../payload/value-places';
import { membersOfResult } from '../shapes/handed-on';
import { resultNames } from './result-places';

/**
 * Whether a Task is called for what another one has begun: each of its parameters is that of the other as well, or reads its
 * result. Numbers and switches, such as `SkipFinalSnapshot`, name nothing.
 */
export function isSameThing(begun: TaskState, end: TaskState): boolean {
  const { callParameters } = end;
  if (callParameters?.kind !== 'object') return false;
  const own = membersOf(begun.callParameters);
  const named = [...membersOf(callParameters)].filter(([, { kind }]) => kind !== 'boolean' && kind !== 'number');
  let ofResult: ReadonlyMap<Place, State> | undefined;
  return (
    named.length > 0 && named.every(([name, value]) => isSameValue(end, value, own.get(name)) || readsResult(value))
  );

  function readsResult({ range }: Located): boolean {
    ofResult ??= placesFromResult(end.parent.machine, begun, membersRightBehind(begun));
    const field = end.field('Arguments') ?? end.field('Parameters');
    return field!.expressions.some(
      (expression) =>
        expression.range[0] >= range[0] &&
        expression.range[1] <= range[1] &&
        placeReadBy(expression, ofResult!) !== undefined,
    );
  }
}

/** Where the members of the result of a Task are found right behind it. */
function membersRightBehind(task: TaskState): ReadonlyMap<Place, State> {
  if (task.queryLanguage === 'JSONata') {
    const names = task.has('Output') ? membersOfResult(task) : resultNames(task);
    return new Map(names.map((name) => [`$states.input.${name}`, task]));
  }
  const path = task.has('ResultPath') ? task.field('ResultPath')!.json : '$';
  if (typeof path !== 'string' || task.has('OutputPath')) return new Map();
  return new Map(path === '$' ? resultNames(task).map((name) => [`$.${name}`, task]) : [[path, task]]);
}

const membersOf = (parameters: Located | undefined): ReadonlyMap<string, Located> =>
  new Map(
    parameters?.kind === 'object'
      ? parameters.entries.map(({ key, value }) => [withoutPathMark(key.value), value] as const)
      : [],
  );

function isSameValue(end: TaskState, here: Located, there: Located | undefined): boolean {
  if (!there) return false;
  if (JSON.stringify(toJson(here)) === JSON.stringify(toJson(there))) return true;
  if (here.kind !== 'string' || there.kind !== 'string') return false;
  const origins = originsOf(end.parent.machine, there.value);
  return originsOf(end.parent.machine, here.value).some((place) => origins.includes(place));
}

/**
 * Whether what a Task begins may come to an end without a call: a job, an application of EMR Serverless, which stops when it is
 * idle, a cluster that lives as long as its steps, an instance that is terminated when it shuts down.
 */
export function endsItself(begun: TaskState): boolean {
  if (runsUnknownCode(begun)) return true;
  if ('service' in begun.resource && begun.resource.service === 'emrserverless') return true;
  const isCluster = calls(begun, 'elasticmapreduce', ['createCluster']) || calls(begun, 'emr', ['runJobFlow']);
  if (isCluster && !staysAlive(begun)) return true;
  let ends = false;
  walk(begun.callParameters!, (part) => {
    if (part.kind === 'object') ends ||= part.entries.some(({ key }) => key.value === 'AutoTerminationPolicy');
    else if (part.kind === 'string') ends ||= part.value === 'terminate';
  });
  return ends;
}

function staysAlive({ callParameters }: TaskState): boolean {
  const value = constantAt(callParameters, 'Instances.KeepJobFlowAliveWhenNoSteps');
  return value?.kind === 'boolean' && value.value;
}

/** Whether a failure of the Task may end what it is called for: a step of EMR, unless it says that its cluster goes on. */
export const mayEndWhole = (task: TaskState): boolean =>
  'action' in task.resource &&
  /^add(Step|JobFlowSteps)/.test(task.resource.action) &&
  !['CONTINUE', 'CANCEL_AND_WAIT'].includes(textAt(task.callParameters, 'Step.ActionOnFailure') ?? '');
