import { jsonataExpressionsOf, unknownFunctions } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unknown-jsonata-functions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls of JSONata functions that Step Functions does not have',
      family: 'JSONata',
      recommended: true,
      // AWS accepts the definition, and the call fails only if it is evaluated (recorded).
      severity: 'warn',
    },
    messages: { unknown: '{{message}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          const { jsonata } = expression;
          for (const call of jsonata ? unknownFunctions(jsonata) : []) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(call)),
              messageId: 'unknown',
              data: { message: call.message },
            });
          }
        }
      },
    };
  },
});
