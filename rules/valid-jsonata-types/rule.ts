import { jsonataExpressionsOf, jsonataTypeFaultsOf } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'valid-jsonata-types',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require arguments and operands that JSONata can take',
      family: 'JSONata',
      recommended: true,
      // AWS accepts the definition, and the expression fails only if it is evaluated.
      severity: 'warn',
    },
    messages: { fault: '{{message}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const { message, span } of jsonataTypeFaultsOf(expression)) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(span)),
              messageId: 'fault',
              data: { message },
            });
          }
        }
      },
    };
  },
});
