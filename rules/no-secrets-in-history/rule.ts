import { calledActionOf, secretResultOf, workflowTypeOf, type TaskState } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-secrets-in-history',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls whose result brings a secret into the history of the execution',
      family: 'hygiene',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      secret:
        '"{{state}}" brings a secret into the history of each execution, in plain text and whatever it keeps of the result: "{{member}}" of "{{action}}"; read it in the function that needs it, or leave it to an EventBridge connection',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task: TaskState) {
        const member = secretResultOf(task.resource, task.callParameters);
        if (member === undefined) return;
        // The executions of an Express workflow have no history; what its logs have is not in the definition.
        if (workflowTypeOf(task.parent, context.sourceCode.workflowTypeOf(task.parent.machine)) === 'EXPRESS') return;
        context.report({
          loc: context.sourceCode.locOf(task.field('Resource')!.value.range),
          messageId: 'secret',
          data: { state: task.name, member, action: calledActionOf(task)! },
        });
      },
    };
  },
});
