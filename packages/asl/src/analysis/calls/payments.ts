import { memberAt } from '../../services/idempotency/parameters';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import type { TaskState } from '../../syntax';
import { isUnknown, type Located, type LocatedEntry } from '../../text/located';
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

function hasTermsOnly(given: Located | undefined): boolean {
  if (given?.kind !== 'object') return false;
  const isTerm = ({ key }: LocatedEntry): boolean => isCalledTerm(withoutPathMark(key.value));
  const telling = given.entries.filter((entry) => isTerm(entry) || !isTheSameForAll(entry));
  if (!telling.length && given.entries.length) return false;
  return telling.every(
    (entry) =>
      isTerm(entry) &&
      (entry.value.kind === 'number' ||
        (entry.value.kind === 'string' && !isUnknown(entry.value) && !holdsKey(entry.value.value))),
  );
}

/** What is written out for every payment, such as what is to be done, tells none from another. */
const isTheSameForAll = ({ key, value }: LocatedEntry): boolean =>
  value.kind === 'string' &&
  !isUnknown(value) &&
  !key.value.endsWith('.$') &&
  !isJsonata(value.value) &&
  !value.value.startsWith('$');

const holdsKey = (text: string): boolean => ofContext.test(text) || (text.match(name) ?? []).some(isCalledKey);

const ofContext = /\$\$|\$states\.context/;
const name = /[A-Za-z_]\w*/g;
