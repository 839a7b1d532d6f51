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
      updated:
        '"{{name}}" is only read to be assigned again{{inside}}; use it as "${{name}}", as in the Choice that it should end a loop by, or remove it',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { name, key, scope, isUpdated } of unusedVariablesOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(key.range),
            messageId: isUpdated ? 'updated' : 'unused',
            data: { name, inside: scope === machine ? '' : ' inside this branch or iteration, with which it ends' },
          });
        }
      },
    };
  },
});
