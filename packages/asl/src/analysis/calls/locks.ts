import { memberAt } from '../../services/idempotency/parameters';
import { writesOf } from '../../services/idempotency/update-expression';
import { TaskState, type State } from '../../syntax';
import { memberOf } from '../../text/located';
import { walk } from '../../text/value';
import { calls, textOfAttribute, writtenAt } from './written-members';

/**
 * Whether a Task takes a lock in DynamoDB: it writes an item, or a mark in one, on condition that it is not there yet. One that
 * says when it ends, or whose condition passes over an old one, comes free by itself.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export const takesLock = (state: State): state is TaskState =>
  state instanceof TaskState && state.once(findWhetherTaken);

function findWhetherTaken(task: TaskState): boolean {
  if (!calls(task, 'dynamodb', ['putItem', 'updateItem'])) return false;
  return newIn.test(writtenAt(task, 'ConditionExpression') ?? '') && !endsByItself(task);
}

const newIn = /\battribute_not_exists\s*\(\s*([#\w]+)\s*\)/;

/** An attribute or a value has to do with time, or the condition is met as well by what is less or more than a value. */
function endsByItself(task: TaskState): boolean {
  let ends = /<(?!>)|(?<!<)>/.test(writtenAt(task, 'ConditionExpression')!);
  walk(task.callParameters!, (part) => {
    if (part.kind === 'object') ends ||= part.entries.some(({ key }) => temporary.test(key.value));
    else if (part.kind === 'string') ends ||= temporary.test(part.value);
  });
  return ends;
}

const temporary = /ttl|expir|lease|time_?out|valid_?until|deadline/i;

/** Whether a Task gives back a lock that another one has taken: it deletes the item of the same key, or removes the mark in it. */
export const releasesLock = (state: State, taken: State): boolean =>
  state instanceof TaskState &&
  takesLock(taken) &&
  (calls(state, 'dynamodb', ['deleteItem']) || removesMark(state, taken)) &&
  isOfSameKey(state, taken);

function removesMark(task: TaskState, taken: TaskState): boolean {
  if (!calls(task, 'dynamodb', ['updateItem'])) return false;
  const [, mark] = newIn.exec(writtenAt(taken, 'ConditionExpression')!)!;
  const writes = writesOf(writtenAt(task, 'UpdateExpression') ?? '');
  return writes.some(({ keyword, path }) => keyword === 'REMOVE' && path === mark);
}

function isOfSameKey(task: TaskState, taken: TaskState): boolean {
  const key = memberOf(task.callParameters, 'Key');
  if (key?.kind !== 'object' || !key.entries.length) return false;
  const item = memberOf(taken.callParameters, 'Item') ?? memberOf(taken.callParameters, 'Key');
  const table = writtenAt(task, 'TableName');
  if (table === undefined || table !== writtenAt(taken, 'TableName')) return false;
  return key.entries.every(({ key: { value: name }, value }) => {
    const text = textOfAttribute(value);
    return text !== undefined && text === textOfAttribute(memberOf(item, name));
  });
}

/** Whether a Task that gives back a lock looks whose it is. */
export const looksWhose = (task: TaskState): boolean =>
  memberAt(task.callParameters, 'ConditionExpression').is !== 'absent';
