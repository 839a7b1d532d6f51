import { sdkActionOf } from '../../services';
import { descendantsOf, statesOf, TaskState, type Expression, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { statesFrom } from '../graph/reachability';
import { handsOnWhole } from '../calls/handed-on-whole';
import { readingExpressions } from '../texts/mentions';
import { dropsResult } from './result-places';

/** A call that succeeds although parts of it have failed, and whose answer is not asked for them. */
export interface UnreadFailure {
  readonly task: TaskState;
  /** What is called: `ecs:runTask`. */
  readonly call: string;
  /** The member of the answer that tells of what has failed: `Failures`. */
  readonly member: string;
  /** That member, and what tells so as well. */
  readonly members: readonly string[];
  /** Whether no part of the answer goes into the data or a variable. */
  readonly isDropped: boolean;
}

/**
 * By the pages of the API reference; that Step Functions raises no error for `ecs:runTask` is in its guide. The first member
 * tells of what has failed, and each of the others is there only, or says so, too.
 */
const failureMembers: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['dynamodb:batchExecuteStatement', ['Responses']],
  ['dynamodb:batchGetItem', ['UnprocessedKeys']],
  ['dynamodb:batchWriteItem', ['UnprocessedItems']],
  ['ecr:batchDeleteImage', ['Failures']],
  ['ecs:runTask', ['Failures']],
  ['eventbridge:putEvents', ['FailedEntryCount', 'Entries', 'ErrorCode']],
  ['eventbridge:putTargets', ['FailedEntryCount', 'FailedEntries', 'ErrorCode']],
  ['eventbridge:removeTargets', ['FailedEntryCount', 'FailedEntries', 'ErrorCode']],
  ['firehose:putRecordBatch', ['FailedPutCount', 'ErrorCode']],
  ['glue:batchCreatePartition', ['Errors']],
  ['glue:batchDeletePartition', ['Errors']],
  ['kinesis:putRecords', ['FailedRecordCount', 'ErrorCode']],
  ['s3:deleteObjects', ['Errors']],
  // A failed execution has no "Output", and to read it fails the execution that started it.
  ['sfn:startSyncExecution', ['Status', 'Output', 'Error', 'Cause']],
  ['sns:publishBatch', ['Failed']],
  ['sqs:changeMessageVisibilityBatch', ['Failed']],
  ['sqs:deleteMessageBatch', ['Failed']],
  ['sqs:sendMessageBatch', ['Failed']],
]);

/** Where nothing names that member, and no later state is given the answer as a whole. */
export const unreadFailuresOf = (machine: StateMachine): readonly UnreadFailure[] =>
  statesOf(machine)
    .flatMap((state) => (state instanceof TaskState ? (failureMemberOf(state) ?? []) : []))
    .slice(0, maxSearches)
    .filter((found) => !graphOf(found.task.parent).isPartial && !mayBeRead(found));

/** Each search goes over the whole machine. */
const maxSearches = 100;

function failureMemberOf(task: TaskState): UnreadFailure | undefined {
  const { resource } = task;
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined;
  // The optimized `events:putEvents` raises "EventBridge.FailedEntry", and a job with failures fails.
  if (resource.pattern !== 'request-response' || resource.service === 'events') return undefined;
  const call = sdkActionOf(resource);
  const members = failureMembers.get(call);
  if (!members) return undefined;
  return { task, call, member: members[0], members, isDropped: dropsAnswer(task) };
}

/** Whether no part of the answer goes into the data or a variable. */
export function dropsAnswer(task: TaskState): boolean {
  if (task.queryLanguage !== 'JSONata') return dropsResult(task);
  const kept = [...textsIn(task, 'Output'), ...textsIn(task, 'Assign')];
  return (
    task.has('Output') &&
    !task.field('Output')!.isUnknown &&
    !kept.some((text) => /\$states\b(?!\.(input|context)\b)/.test(text))
  );
}

/** Whether some state may learn of one of the members of the answer. */
export function mayBeRead({
  task,
  members,
  isDropped,
}: Pick<UnreadFailure, 'task' | 'members' | 'isDropped'>): boolean {
  if (isDropped) return false;
  const names = new RegExp(`\\b(${members.join('|')})\\b`);
  if (statesOf(task.parent.machine).some((state) => textsReadBy(state).some((text) => names.test(text)))) return true;
  if (textsIn(task, 'Assign').some((text) => wholeAnswer.test(text))) return true;
  const place = placeOfAnswer(task);
  return place !== undefined && laterStates(task).some((state) => readsWhole(state, place));
}

/** Where all of the answer is in the data afterwards; undefined where it is nowhere. */
function placeOfAnswer(task: TaskState): string | undefined {
  if (task.queryLanguage === 'JSONata') {
    const isHandedOn = !task.has('Output') || textsIn(task, 'Output').some((text) => wholeAnswer.test(text));
    return isHandedOn ? '$states.input' : undefined;
  }
  const [selector, path, output] = ['ResultSelector', 'ResultPath', 'OutputPath'].map(
    (name) => task.field(name)?.value,
  );
  if (path?.kind === 'null' || output?.kind === 'null') return undefined;
  if (selector && !textsIn(task, 'ResultSelector').some((text) => wholeAnswer.test(text))) return undefined;
  return path?.kind === 'string' ? path.value : '$';
}

/** `$`, `f($)`, `$states.result` without a member. */
const wholeAnswer = /^\$$|[(,]\s*\$\s*[,)]|\$states\.result\b(?!\s*\.)/;

/** The states that come after it, in its scope and in those around. */
function laterStates(state: State): readonly State[] {
  const { parent } = state;
  const next = graphOf(parent).transitionsFrom(state);
  const later = [...statesFrom(next.flatMap(({ to }) => to ?? []))];
  return parent === parent.machine ? later : [...later, ...laterStates(parent.parent as State)];
}

/** Whether a state, or one inside, is given all of the data, or all that stands in a place. */
const readsWhole = (state: State, place: string): boolean =>
  descendantsOf(state).some(handsOnWhole) ||
  textsReadBy(state).some((text) =>
    text
      .split(place)
      .slice(1)
      .some((rest) => place === '$states.input' || (place !== '$' && !/^[.\w[]/.test(rest))),
  );

const textsReadBy = (state: State): readonly string[] => textsOf(readingExpressions(state));

const textsIn = (task: TaskState, name: string): readonly string[] => textsOf(task.field(name)?.expressions ?? []);

const textsOf = (expressions: readonly Expression[]): readonly string[] =>
  expressions.flatMap(({ value }) => (value.kind === 'string' ? [value.value] : []));
