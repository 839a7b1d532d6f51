import { latePresencesOf, shadowedRules, waysClosedByKinds, type ChoiceRule, type NeverTaken } from '@stepproof/asl';
import { isTypeGuard, kindsText, markOf, ruleNumbers } from '../src/choice-words';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-shadowed-choice-rules',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Choice rules that earlier ones never leave anything for',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      taken:
        '"{{state}}" never takes rule {{number}}{{target}}, because {{earlier}} before it takes all that it would match; move it up, or remove it',
      takenTogether:
        '"{{state}}" never takes rule {{number}}{{target}}, because {{earlier}} before it take all that it would match; move it up, or remove it',
      failed:
        '"{{state}}" never takes rule {{number}}{{target}}, because {{earlier}} before it already fails the execution where there is no value; move the test of "IsPresent" up',
      late: '"IsPresent" asks for "{{variable}}" too late: "{{operator}}" before it already fails the execution where there is no value; put "IsPresent" first',
      kinds:
        '"{{state}}" never takes rule {{number}}{{target}}, because {{kinds}}, and of that {{earlier}} before it {{leave}} nothing that it would match; move it up, or remove it',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const closed of waysClosedByKinds(machine)) {
          const { choice, rule, because, by } = closed;
          if (!rule || !by.length || isTypeGuard(closed)) continue;
          context.report({
            loc: context.sourceCode.locOf(markOf(rule)),
            messageId: 'kinds',
            data: {
              state: choice.name,
              number: String(choice.choices.indexOf(rule) + 1),
              target: targetOf(rule),
              kinds: kindsText(because),
              earlier: ruleNumbers(choice, by),
              leave: by.length > 1 ? 'leave' : 'leaves',
            },
          });
        }
      },
      ChoiceState(choice) {
        for (const { field, variable, operator } of latePresencesOf(choice)) {
          context.report({
            loc: context.sourceCode.locOf(field.key.range),
            messageId: 'late',
            data: { variable, operator },
          });
        }
        for (const never of shadowedRules(choice)) {
          const { rule } = never;
          const by = never.by.length ? never.by : choice.choices.slice(0, choice.choices.indexOf(rule));
          context.report({
            loc: context.sourceCode.locOf(markOf(rule)),
            messageId: by.length > 1 ? 'takenTogether' : needsAbsence(never) ? 'failed' : 'taken',
            data: {
              state: choice.name,
              number: String(choice.choices.indexOf(rule) + 1),
              target: targetOf(rule),
              earlier: ruleNumbers(choice, by),
            },
          });
        }
      },
    };
  },
});

/** Whether the rule wants nothing to be there, where an earlier one reads a value. */
const needsAbsence = ({ because, by }: NeverTaken): boolean =>
  because.some(({ text, outcome }) => text.endsWith(' IsPresent false') && outcome === 'true') &&
  because.every(({ text, outcome }) => !text.includes(' IsPresent ') || outcome === 'true') &&
  by.length === 1;

function targetOf(rule: ChoiceRule): string {
  const next = rule.field('Next')?.json;
  return typeof next === 'string' ? ` (to "${next}")` : '';
}
