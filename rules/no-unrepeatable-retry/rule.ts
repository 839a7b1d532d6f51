import {
  descendantsOf,
  impossibleError,
  taskIdempotencyOf,
  TaskState,
  unstableKeyOf,
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
      renewed:
        '"{{state}}" gets another "{{key}}" whenever it is tried again, from "{{changesBy}}", so that no repetition is recognised by it; make it from the Id of the execution and the name of the state, or let an earlier state make it',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        if (!report(task, [task], 'repeated')) reportRenewedKey(task);
      },
      ParallelState: checkInside,
      MapState: checkInside,
    };

    function checkInside(state: ParallelState | MapState): void {
      const tasks = [...descendantsOf(state)].filter((node) => node instanceof TaskState);
      report(state, tasks, 'inside');
    }

    /** Such a key is of no use, whatever the errors are: what was given before is never given again. */
    function reportRenewedKey(task: TaskState): void {
      if (!isStandard(task) || !task.retry.some(({ MaxAttempts }) => MaxAttempts !== 0)) return;
      const found = unstableKeyOf(task);
      if (!found) return;
      const { member: key, changesBy, range } = found;
      const loc = context.sourceCode.locOf(range);
      context.report({ loc, messageId: 'renewed', data: { state: task.name, key, changesBy } });
    }

    function report(state: RecoverableState, tasks: readonly TaskState[], messageId: 'repeated' | 'inside'): boolean {
      const found = findBroadName(state);
      if (!found) return false;
      const task = tasks.find(isUnrepeatable);
      if (!task) return false;
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
      return true;
    }

    function isUnrepeatable(task: TaskState): boolean {
      if (!isStandard(task)) return false;
      const { resource } = task;
      // To start a job once more when it has failed is what the Retry of a job is for.
      if ('pattern' in resource && resource.pattern !== 'request-response') return false;
      const { repeatable, opaque } = taskIdempotencyOf(task);
      return repeatable === false && !opaque;
    }

    /** In an Express workflow the call may be repeated without a Retry as well: asl/no-express-non-idempotent-task. */
    function isStandard(task: TaskState): boolean {
      return workflowTypeOf(task.parent, context.sourceCode.workflowTypeOf(task.parent.machine)) === 'STANDARD';
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
