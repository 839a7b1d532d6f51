import { allExpressionsOf, lacksTaskToken } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-absent-task-token',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow reading the task token where there is none',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: { absent: '{{token}} exists only while a Task with ".waitForTaskToken" runs; {{remedy}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const expression of allExpressionsOf(machine)) {
          if (!lacksTaskToken(expression)) continue;
          const { queryLanguage, type } = expression.parent.parent;
          context.report({
            loc: context.sourceCode.locOf(expression.range),
            messageId: 'absent',
            data: {
              token: queryLanguage === 'JSONata' ? '"$states.context.Task.Token"' : '"$$.Task.Token"',
              remedy: type === 'TaskState' ? 'add that to the "Resource", or remove this' : 'remove this',
            },
          });
        }
      },
    };
  },
});
