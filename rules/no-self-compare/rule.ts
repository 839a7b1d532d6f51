import {
  jsonataExpressionsOf,
  selfComparisonOf,
  selfComparisonsIn,
  type ChoiceTest,
  type SelfComparison,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-self-compare',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow comparisons of a value with itself',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      self: '"{{path}}" is compared with itself, and "{{operator}}" then holds of {{holds}}; compare it with the value that is meant',
    },
    schema: [],
  },
  create(context) {
    return {
      ChoiceRule: checkTest,
      ChoiceCondition: checkTest,
      StateMachine(machine: StateMachine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const found of selfComparisonsIn(expression)) report(found);
        }
      },
    };

    function checkTest(test: ChoiceTest): void {
      const found = selfComparisonOf(test);
      if (found) report(found);
    }

    function report({ range, path, operator, holds }: SelfComparison): void {
      context.report({
        loc: context.sourceCode.locOf(range),
        messageId: 'self',
        data: { path, operator, holds: holds ? 'every value that it can compare' : 'no value' },
      });
    }
  },
});
