import { describeWay, jsonataExpressionsOf, jsonataTypeFaultsOf } from '@stepproof/asl';
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
    messages: { fault: '{{message}}', onWay: 'On the way {{way}}: {{message}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const { message, span, onWay } of jsonataTypeFaultsOf(expression)) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(span)),
              messageId: onWay ? 'onWay' : 'fault',
              data: { message, way: onWay ? describeWay(onWay.world.trail, onWay.state.name) : '' },
            });
          }
        }
      },
    };
  },
});
