import { ChoiceState } from '../../syntax';
import type { World } from './world';

/** Whether a Condition on the way has asked for the type of something, of which nothing is concluded. */
export function isTypeAskedFor({ trail }: World): boolean {
  for (let step = trail; step; step = step.before) {
    const { from } = step.transition;
    if (!(from instanceof ChoiceState)) continue;
    const conditions = from.choices.flatMap((rule) => rule.field('Condition')?.expressions ?? []);
    if (conditions.some(({ text }) => text?.includes('$type('))) return true;
  }
  return false;
}
