import { memberAt } from '../../services/idempotency/parameters';
import type { TaskState } from '../../syntax';
import { isUnknown, type Located } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import { isCalledPayment } from '../texts/action-names';
import { isCalledKey, isCalledTerm } from '../texts/name-words';
import { callsFunction } from './calls-function';

/**
 * Whether a Task calls a function that is called what takes or sends money, and gives it the terms of the payment and nothing
 * that looks like a key to recognise a repetition by. The input as a whole, or an order, may hold one.
 */
export function paysWithoutKey(task: TaskState): boolean {
  if (!callsFunction(task) || !isCalledPayment(task)) return false;
  if (task.resource.kind === 'lambda') return hasTermsOnly(task.callParameters);
  const payload = memberAt(task.callParameters, 'Payload');
  return payload.is === 'present' && hasTermsOnly(payload.value);
}

const hasTermsOnly = (given: Located | undefined): boolean =>
  given?.kind === 'object' &&
  given.entries.every(
    ({ key, value }) =>
      isCalledTerm(withoutPathMark(key.value)) &&
      (value.kind === 'number' || (value.kind === 'string' && !isUnknown(value) && !holdsKey(value.value))),
  );

const holdsKey = (text: string): boolean => ofContext.test(text) || (text.match(name) ?? []).some(isCalledKey);

const ofContext = /\$\$|\$states\.context/;
const name = /[A-Za-z_]\w*/g;
