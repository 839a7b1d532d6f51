import { memberAt } from '../../services/idempotency/parameters';
import type { TaskState } from '../../syntax';
import { isUnknown, type Located } from '../../text/located';
import { walk } from '../../text/value';
import { isCalledPayment } from '../texts/action-names';
import { isCalledKey } from '../texts/name-words';
import { callsFunction } from './calls-function';

/**
 * Whether a Task calls a function that is called what takes or sends money, and gives it nothing by name that looks like a key to
 * recognise a repetition by: no id but that of who pays, and nothing of the Context Object.
 */
export function paysWithoutKey(task: TaskState): boolean {
  if (!callsFunction(task) || !isCalledPayment(task)) return false;
  if (task.resource.kind === 'lambda') return !task.callParameters || hasNoKey(task.callParameters);
  const payload = memberAt(task.callParameters, 'Payload');
  return payload.is === 'present' && hasNoKey(payload.value);
}

function hasNoKey(given: Located): boolean {
  const values: Located[] = [];
  walk(given, (value) => values.push(value));
  return !values.some((value) => isUnknown(value) || textsOf(value).some(holdsKey));
}

function textsOf(value: Located): readonly string[] {
  if (value.kind === 'object') return value.entries.map(({ key }) => key.value);
  return value.kind === 'string' ? [value.value] : [];
}

const holdsKey = (text: string): boolean => ofContext.test(text) || (text.match(name) ?? []).some(isCalledKey);

const ofContext = /\$\$|\$states\.context/;
const name = /[A-Za-z_]\w*/g;
