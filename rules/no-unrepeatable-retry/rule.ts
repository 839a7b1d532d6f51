import { idempotencyOf, workflowTypeOf, type Retrier } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-unrepeatable-retry',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow a Retry after any error on calls that have another effect when they are repeated',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      repeated:
        '"{{state}}" is tried again after "{{error}}", even when the call was carried out and only its answer was lost, and {{because}}; {{remedies}}',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      TaskState(task) {
        const found = findBroadRetrier(task.retry);
        // In an Express workflow the call may be repeated without a Retry as well: asl/no-express-non-idempotent-task.
        if (!found || workflowTypeOf(task.parent, sourceCode.workflowTypeOf(task.parent.machine)) !== 'STANDARD')
          return;
        const { resource } = task;
        // To start a job once more when it has failed is what the Retry of a job is for.
        if ('pattern' in resource && resource.pattern !== 'request-response') return;
        const { repeatable, because, remedies, opaque } = idempotencyOf(resource, task.callParameters);
        if (repeatable !== false || opaque) return;
        context.report({
          loc: sourceCode.locOf(found.range),
          messageId: 'repeated',
          data: {
            state: task.name,
            error: found.value,
            because,
            remedies: [...remedies, 'retry only errors that say that nothing was done, such as throttling'].join(
              ', or ',
            ),
          },
        });
      },
    };
  },
});

/** The names that stand for errors of which it is not known whether the call was carried out. */
const broadNames: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed', 'States.Timeout']);

const findBroadRetrier = (retriers: readonly Retrier[]) =>
  retriers
    .filter(({ MaxAttempts }) => MaxAttempts !== 0)
    .flatMap(({ errorNames }) => errorNames)
    .find(({ value }) => broadNames.has(value));
