import {
  descendantsOf,
  impossibleError,
  taskIdempotencyOf,
  TaskState,
  workflowTypeOf,
  type MapState,
  type ParallelState,
  type RecoverableState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
        '"{{state}}" is tried again after "{{error}}", even when the call was carried out and only its answer was lost, and {{because}}; {{remedies}}retry only errors that say that nothing was done, such as throttling',
      inside:
        '"{{state}}" is tried again as a whole after "{{error}}", and "{{task}}" inside with it, even when it was carried out, and {{because}}; {{remedies}}retry the states inside instead',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        report(task, [task], 'repeated');
      },
      ParallelState: checkInside,
      MapState: checkInside,
    };

    function checkInside(state: ParallelState | MapState): void {
      const tasks = [...descendantsOf(state)].filter((node) => node instanceof TaskState);
      report(state, tasks, 'inside');
    }

    function report(state: RecoverableState, tasks: readonly TaskState[], messageId: 'repeated' | 'inside'): void {
      const found = findBroadName(state);
      if (!found) return;
      const task = tasks.find(isUnrepeatable);
      if (!task) return;
      const { because, remedies } = taskIdempotencyOf(task);
      context.report({
        loc: context.sourceCode.locOf(found.range),
        messageId,
        data: {
          state: state.name,
          task: task.name,
          error: found.value,
          because,
          remedies: remedies.map((remedy) => `${remedy}, or `).join(''),
        },
      });
    }

    function isUnrepeatable(task: TaskState): boolean {
      // In an Express workflow the call may be repeated without a Retry as well: asl/no-express-non-idempotent-task.
      if (workflowTypeOf(task.parent, context.sourceCode.workflowTypeOf(task.parent.machine)) !== 'STANDARD')
        return false;
      const { resource } = task;
      // To start a job once more when it has failed is what the Retry of a job is for.
      if ('pattern' in resource && resource.pattern !== 'request-response') return false;
      const { repeatable, opaque } = taskIdempotencyOf(task);
      return repeatable === false && !opaque;
    }
  },
});

/** The names that stand for errors of which it is not known whether the call was carried out. */
const broadNames: ReadonlySet<string> = new Set([
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.Http.Socket',
]);

/** An answer of a server, or of a gateway before it, that says nothing about what was done (RFC 9110, 15.6). */
const openAnswer = /^(States\.Http\.StatusCode|ApiGateway)\.(500|502|504)$/;

/** A name that the state never fails with, such as that of a timeout it has not, is a finding of asl/no-impossible-errors. */
const findBroadName = (state: RecoverableState) =>
  state.retry
    .filter(({ MaxAttempts }) => MaxAttempts !== 0)
    .flatMap(({ errorNames }) => errorNames)
    .find(({ value }) => (broadNames.has(value) || openAnswer.test(value)) && !impossibleError(state, value));
