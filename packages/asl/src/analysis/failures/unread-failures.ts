import { sdkActionOf } from '../../services';
import {
  Catcher,
  descendantsOf,
  statesOf,
  TaskState,
  type AslNode,
  type Expression,
  type State,
  type StateMachine,
} from '../../syntax';
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
    .filter(
      (found) => !graphOf(found.task.parent).isPartial && (found.isDropped || !mayBeRead(found.task, found.members)),
    );

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

/** Whether some state may learn of one of the members of an answer that is kept. They stand at its top, or in one that does: `Crawler`. */
export function mayBeRead(task: TaskState, members: readonly string[], within?: string): boolean {
  const names = new RegExp(`\\b(${members.join('|')})\\b`);
  if (statesOf(task.parent.machine).some((state) => textsReadBy(state).some((text) => names.test(text)))) return true;
  if (textsIn(task, 'Assign').some((text) => wholeAnswer.test(text))) return true;
  if (within !== undefined && makers.some((name) => textsIn(task, name).some((text) => text.endsWith(`.${within}`))))
    return true;
  const whole = wholeOfAnswer(task, within);
  return whole !== undefined && laterStates(task).some((state) => readsWhole(state, whole));
}

/** The fields that make the output and the variables of a Task. */
const makers: readonly string[] = ['Assign', 'Output', 'OutputPath', 'ResultSelector'];

/** What reads all of the answer, or the part that counts, afterwards; undefined where that is nowhere. */
function wholeOfAnswer(task: TaskState, within?: string): RegExp | undefined {
  const part = within === undefined ? '' : `\\.${within}`;
  if (task.queryLanguage === 'JSONata') {
    if (!task.has('Output')) return new RegExp(`\\$states\\.input(${part})?(?![.\\w[])`);
    // Under which name it is handed on is not looked at.
    return textsIn(task, 'Output').some((text) => wholeAnswer.test(text)) ? /\$states\.input/ : undefined;
  }
  const [selector, path, output] = ['ResultSelector', 'ResultPath', 'OutputPath'].map(
    (name) => task.field(name)?.value,
  );
  if (path?.kind === 'null' || output?.kind === 'null') return undefined;
  if (selector && !textsIn(task, 'ResultSelector').some((text) => wholeAnswer.test(text))) return undefined;
  const place = path?.kind === 'string' ? path.value : '$';
  // Who is given all of the data is asked for elsewhere.
  if (place === '$') return part ? new RegExp(`^\\$${part}(?![.\\w[])`) : nothing;
  return new RegExp(`${place.replace(/[^\w ]/g, '\\$&')}(${part})?(?![.\\w[])`);
}

const nothing = /(?!)/;

/** `$`, `f($)`, `$states.result` without a member. */
const wholeAnswer = /^\$$|[(,]\s*\$\s*[,)]|\$states\.result\b(?!\s*\.)/;

/** The states that come after it, in its scope and in those around, up to those that put something else in the place of all data. */
function laterStates(state: State): readonly State[] {
  const { parent } = state;
  const graph = graphOf(parent);
  const later = [
    ...statesFrom(
      graph.transitionsFrom(state).flatMap(({ to }) => to ?? []),
      (one) => graph.transitionsFrom(one).filter(({ node }) => !replacesData(node)),
    ),
  ];
  return parent === parent.machine ? later : [...later, ...laterStates(parent.parent as State)];
}

/** Whether only the result of a Task is left, or only the error output behind a Catch. */
function replacesData(node: AslNode): boolean {
  if (!(node instanceof TaskState || node instanceof Catcher)) return false;
  if (node.queryLanguage === 'JSONata') return !node.has('Output');
  return !node.has('ResultPath') || node.field('ResultPath')!.json === '$';
}

/** Whether a state, or one inside, is given all of the data, or all of the answer. */
const readsWhole = (state: State, whole: RegExp): boolean =>
  descendantsOf(state).some(handsOnWhole) || textsReadBy(state).some((text) => whole.test(text));

const textsReadBy = (state: State): readonly string[] => textsOf(readingExpressions(state));

const textsIn = (task: TaskState, name: string): readonly string[] => textsOf(task.field(name)?.expressions ?? []);

const textsOf = (expressions: readonly Expression[]): readonly string[] =>
  expressions.flatMap(({ value }) => (value.kind === 'string' ? [value.value] : []));
