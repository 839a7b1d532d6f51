import type { Located } from '../../text/located';
import { judge, undecided, type Judge, type Verdict } from './judge';
import { asksForAbsence, nameIn } from './condition-expression';
import { memberAt, textAt } from './parameters';
import { stabilityOf } from './stability';
import { writtenKeysOf } from './written-keys';

/** A write whose key is another one each time leaves one item or object more each time. */
export function writesElsewhere(name: string, parameters: Located | undefined): Verdict | undefined {
  for (const { path, value, isPath } of writtenKeysOf(parameters)) {
    const stability = stabilityOf(value, isPath);
    if (typeof stability !== 'object') continue;
    if (mayRefuseKey(parameters, path)) return undecided('C', name, 'it depends on the ConditionExpression');
    const because = `${name} gets another "${path}" at each attempt, from ${stability.changesBy}: every repetition writes one more`;
    const remedies = [`set "${path}" to a value made from the input or from the Id of the execution`];
    return { class: 'N', repeatable: false, because, remedies, place: value.range };
  }
  return undefined;
}

/**
 * Whether the ConditionExpression of a write may recognise a repetition with another key. That there is no item yet of
 * that key is met each time; what else it asks may be asked of an item that the rest of the key leads to.
 */
export function mayRefuseKey(parameters: Located | undefined, path: string): boolean {
  if (memberAt(parameters, 'ConditionExpression').is === 'absent') return false;
  const condition = textAt(parameters, 'ConditionExpression');
  const name = path.slice(path.indexOf('.') + 1);
  return condition === undefined || !asksForAbsence(condition, name, nameIn(parameters));
}

/** Puts an item or an object where its key says. */
export const write: Judge = (fact, name, parameters) =>
  writesElsewhere(name, parameters) ?? judge(fact, name, parameters);
