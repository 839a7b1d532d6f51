import { ChoiceRule, contradictionsIn } from '@stepproof/asl';
import { isWrittenOut, markOf, outcomesOf } from '../src/choice-words';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-contradictory-conditions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Choice conditions that no data can meet',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      rule: 'Rule {{number}} of "{{state}}" never matches, because it cannot be that {{outcomes}}; correct the condition, or remove the rule',
      part: 'This part of rule {{number}} of "{{state}}" is never true, because it cannot be that {{outcomes}}; correct the condition, or remove the part',
    },
    schema: [],
  },
  create(context) {
    return {
      ChoiceState(choice) {
        for (const [index, rule] of choice.choices.entries()) {
          for (const { test, because } of contradictionsIn(rule)) {
            if (isWrittenOut(because)) continue;
            context.report({
              loc: context.sourceCode.locOf(markOf(test)),
              messageId: test instanceof ChoiceRule ? 'rule' : 'part',
              data: { number: String(index + 1), state: choice.name, outcomes: outcomesOf(because) },
            });
          }
        }
      },
    };
  },
});
