import { unusedVariablesOf, type StateMachine } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-unused-variables',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow variables that are assigned and never read',
      family: 'variables',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unused: '"{{name}}" is assigned and never read{{inside}}; read it as "${{name}}", or remove it',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { name, key, scope } of unusedVariablesOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(key.range),
            messageId: 'unused',
            data: { name, inside: scope === machine ? '' : ' inside this branch or iteration, with which it ends' },
          });
        }
      },
    };
  },
});
