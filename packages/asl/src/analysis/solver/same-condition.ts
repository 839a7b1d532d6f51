import type { ChoiceRule } from '../../syntax';

/** Functions that may give another value each time. */
const changing = /\$(?:random|uuid|now|millis|shuffle|eval)\b/;

/** An earlier rule with the same condition in JSONata, whatever it asks: what it leaves, this one leaves as well. */
export function sameConditionBefore(rule: ChoiceRule, earlier: readonly ChoiceRule[]): ChoiceRule | undefined {
  const condition = rule.once(conditionOf);
  return condition === undefined ? undefined : earlier.find((other) => other.once(conditionOf) === condition);
}

/** The text between the delimiters, with single blanks unless there are texts or comments in it. */
function conditionOf(rule: ChoiceRule): string | undefined {
  const jsonata = rule.field('Condition')?.expressions[0]?.jsonata;
  if (!jsonata?.isComplete || changing.test(jsonata.code)) return undefined;
  return /["'`/]/.test(jsonata.code) ? jsonata.code : jsonata.code.replace(/\s+/g, ' ');
}
