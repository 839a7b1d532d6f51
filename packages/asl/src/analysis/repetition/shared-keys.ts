import { isJsonata } from '../../expressions/jsonata/delimiters';
import { memberAt } from '../../services/idempotency/parameters';
import { repetitionKeyOf } from '../../services/idempotency/repetition-key';
import { samenessOf } from '../../services/idempotency/sameness';
import { ItemProcessor, statesOf, TaskState, type MapState, type StateMachine } from '../../syntax';
import type { Located, Range } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';

/** A call that is to do something else each time, with a token or a name by which AWS takes it for the same. */
export interface SharedKey {
  readonly task: TaskState;
  /** `Name`, `ClientRequestToken` */
  readonly key: string;
  readonly range: Range;
  /** All items of this Map share it; undefined: all executions do. */
  readonly map?: MapState;
}

/**
 * Tokens and names of jobs that are written out, and tokens and names that do not depend on the item in whose iteration the call is made. The items
 * of a distributed Map have executions of their own, by whose Ids they differ.
 */
export const sharedKeysOf = (machine: StateMachine): readonly SharedKey[] =>
  statesOf(machine).flatMap((state) => (state instanceof TaskState ? (sharedKeyOf(state) ?? []) : []));

function sharedKeyOf(task: TaskState): SharedKey | undefined {
  const known = repetitionKeyOf(task.resource);
  if (!known) return undefined;
  const { member: key, isToken } = known;
  const member = memberAt(task.callParameters, key);
  if (member.is !== 'present') return undefined;
  const sameness = samenessOf(member.value, member.isPath);
  if (!sameness || isOneOfMany(task, key) || foreseesRefusal(task)) return undefined;
  const found = { task, key, range: member.value.range };
  const map = inlineMapAround(task);
  if (map) return { ...found, map };
  const isForOneCall = isToken ? !creates(task) : isJobName(key) && !deletes(task);
  return sameness === 'executions' && isForOneCall ? found : undefined;
}

/** A job that has ended keeps its name: `TrainingJobName`, `TranscriptionJobName`. */
const isJobName = (key: string): boolean => key.endsWith('JobName');

/** Whether the machine deletes what the service of the call has, so that a name may be given once more. */
const deletes = ({ resource, parent: { machine } }: TaskState): boolean =>
  statesOf(machine).some(
    (state) =>
      state instanceof TaskState &&
      'action' in state.resource &&
      'action' in resource &&
      state.resource.service === resource.service &&
      state.resource.action.startsWith('delete'),
  );

/** What all executions create together is there after the first, which is what a token that is written out may be for. */
const creates = ({ resource }: TaskState): boolean => 'action' in resource && resource.action.startsWith('create');

function inlineMapAround(task: TaskState): MapState | undefined {
  const map = task.enclosing(ItemProcessor)?.parent as MapState | undefined;
  return map?.mode === 'INLINE' ? map : undefined;
}

/** Whether the key need only differ in a state machine, a queue or an account that is another one each time. */
function isOneOfMany(task: TaskState, key: string): boolean {
  const parameters = task.callParameters;
  return (
    task.has('Credentials') ||
    (parameters?.kind === 'object' &&
      parameters.entries.some(
        (entry) =>
          namesTarget.test(withoutPathMark(entry.key.value)) && !isWithin(key, entry.key.value) && varies(entry),
      ))
  );
}

const namesTarget = /(Arn|Id|Name|Url)$/;

const isWithin = (path: string, name: string): boolean => path.split('.', 1)[0] === withoutPathMark(name);

/** What is filled in at the deployment is the same from then on. */
const varies = ({ key, value }: { readonly key: { readonly value: string }; readonly value: Located }): boolean =>
  key.value.endsWith('.$') || (value.kind === 'string' && isJsonata(value.value));

const refusal = /Already|Exists|Conflict|InUse|Mismatch/;

/** Whether a Retry or a Catch asks for the error of a second call, which then is meant to do nothing. */
const foreseesRefusal = (task: TaskState): boolean =>
  [...task.retry, ...task.catch].some(({ errorEquals }) => errorEquals.some((name) => refusal.test(name)));
