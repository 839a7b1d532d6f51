import { jsonataExpressionsOf, oneSidedConditions, undefinedResultsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-undefined-results',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow JSONata expressions that give nothing',
      family: 'JSONata',
      recommended: true,
      // AWS accepts the definition, and the state fails only if it is entered.
      severity: 'warn',
    },
    messages: {
      oneSided:
        '"?" has no ":", so that "{{field}}" is given nothing where the condition does not hold, and the state fails; add ":" and the value for then',
      undefined:
        '"{{field}}" is given nothing, and the state fails: the expression comes to nothing {{when}}; correct what it looks for, or give another value for then',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const span of expression.jsonata ? oneSidedConditions(expression.jsonata) : []) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(span)),
              messageId: 'oneSided',
              data: { field: expression.parent.name },
            });
          }
        }
        for (const { expression, readsData } of undefinedResultsOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(expression.range),
            messageId: 'undefined',
            data: {
              field: expression.parent.name,
              when: readsData ? 'with the values that it reads, which are all known' : 'whatever the data is',
            },
          });
        }
      },
    };
  },
});
