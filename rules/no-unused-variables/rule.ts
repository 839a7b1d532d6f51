import { overwrittenAssignmentsOf, unusedVariablesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      overwritten:
        'this value of "{{name}}" is never read, for {{by}} assigns another one first; read it in between, or remove the assignment that is too much',
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
        for (const { name, key, by } of overwrittenAssignmentsOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(key.range),
            messageId: 'overwritten',
            data: { name, by: by.map((state) => `"${state.name}"`).join(' or ') },
          });
        }
      },
    };
  },
});
