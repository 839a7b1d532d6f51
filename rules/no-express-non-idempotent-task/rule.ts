import { taskIdempotencyOf, unstableKeyOf, workflowTypeOf, type TaskState } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface NoExpressNonIdempotentTaskOptions {
  /** Report calls of Lambda functions, too. Only the function can recognise a repetition, and many do. */
  readonly lambda: boolean;
}

export default createStatelessRule({
  name: 'no-express-non-idempotent-task',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls in Express workflows that have another effect when they are repeated',
      family: 'Express',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      repeated: '"{{state}}" may run more than once in an Express workflow, and {{because}}; {{remedies}}',
      renewed:
        '"{{state}}" gets another "{{key}}" whenever the Express workflow runs it again, from "{{changesBy}}", so that no repetition is recognised by it; make it from the input or from the Id of the execution, or {{standard}}',
    },
    schema: [
      {
        type: 'object',
        properties: { lambda: { type: 'boolean' } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ lambda: false }] as [NoExpressNonIdempotentTaskOptions],
  },
  create(context) {
    const [{ lambda }] = context.options;
    return {
      TaskState(task) {
        const workflowType = workflowTypeOf(task.parent, context.sourceCode.workflowTypeOf(task.parent.machine));
        if (workflowType !== 'EXPRESS') return;
        const { repeatable, because, remedies, opaque, place } = taskIdempotencyOf(task);
        if (repeatable !== false || (opaque && !lambda)) {
          reportRenewedKey(task);
          return;
        }
        context.report({
          loc: context.sourceCode.locOf(place ?? task.field('Resource')!.value.range),
          messageId: 'repeated',
          data: { state: task.name, because, remedies: [...remedies, standard].join(', or ') },
        });
      },
    };

    /** Who is called may recognise a repetition, but not by a key that is another one each time. */
    function reportRenewedKey(task: TaskState): void {
      const found = unstableKeyOf(task);
      if (!found) return;
      const { member: key, changesBy, range } = found;
      const isTriedAgain = task.retry.some(({ MaxAttempts }) => MaxAttempts !== 0);
      // The count of a run that begins anew begins anew, too.
      if (changesBy.endsWith('.RetryCount') && !isTriedAgain) return;
      const loc = context.sourceCode.locOf(range);
      context.report({ loc, messageId: 'renewed', data: { state: task.name, key, changesBy, standard } });
    }
  },
});

const standard = 'make the workflow Standard, which runs each step once';
