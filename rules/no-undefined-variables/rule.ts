import { assignednessOf, reachableStates, variableReadsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { reasonOf } from '../src/variable-words';

export default createStatelessRule({
  name: 'no-undefined-variables',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow reading variables that no state before has assigned',
      family: 'variables',
      recommended: true,
      // AWS accepts the definition, and the expression fails only when it is evaluated (recorded).
      severity: 'warn',
    },
    messages: {
      failing: '"${{name}}" has no value here, so the state fails: {{reason}}',
      nothing: '"${{name}}" has no value here, so it gives nothing: {{reason}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const read of variableReadsOf(machine)) {
          const { name, expression, span, state, mustHaveValue } = read;
          if (!reachableStates(state.parent).has(state)) continue;
          const assignedness = assignednessOf(read);
          if (assignedness.kind === 'assigned' || assignedness.kind === 'possibly') continue;
          context.report({
            loc: context.sourceCode.locOf(expression.rangeOf(span)),
            messageId: mustHaveValue ? 'failing' : 'nothing',
            data: { name, reason: reasonOf(read, assignedness) },
          });
        }
      },
    };
  },
});
