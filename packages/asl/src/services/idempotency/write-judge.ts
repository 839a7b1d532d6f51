import type { Located } from '../../text/located';
import { judge, undecided, type Judge, type Verdict } from './judge';
import { memberAt } from './parameters';
import { stabilityOf } from './stability';
import { writtenKeysOf } from './written-keys';

/** A write whose key is another one each time leaves one item or object more each time. */
export function writesElsewhere(name: string, parameters: Located | undefined): Verdict | undefined {
  for (const { path, value, isPath } of writtenKeysOf(parameters)) {
    const stability = stabilityOf(value, isPath);
    if (typeof stability !== 'object') continue;
    if (memberAt(parameters, 'ConditionExpression').is !== 'absent') {
      return undecided('C', name, 'it depends on the ConditionExpression');
    }
    const because = `${name} gets another "${path}" at each attempt, from ${stability.changesBy}: every repetition writes one more`;
    const remedies = [`set "${path}" to a value made from the input or from the Id of the execution`];
    return { class: 'N', repeatable: false, because, remedies };
  }
  return undefined;
}

/** Puts an item or an object where its key says. */
export const write: Judge = (fact, name, parameters) =>
  writesElsewhere(name, parameters) ?? judge(fact, name, parameters);
