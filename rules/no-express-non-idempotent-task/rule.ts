import { taskIdempotencyOf, workflowTypeOf } from '@stepproof/asl';
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
        if (repeatable !== false || (opaque && !lambda)) return;
        context.report({
          loc: context.sourceCode.locOf(place ?? task.field('Resource')!.value.range),
          messageId: 'repeated',
          data: { state: task.name, because, remedies: [...remedies, standard].join(', or ') },
        });
      },
    };
  },
});

const standard = 'make the workflow Standard, which runs each step once';
