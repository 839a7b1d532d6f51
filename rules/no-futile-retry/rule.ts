import {
  heldByFailedJob,
  isUnknown,
  lastingError,
  quotedFew,
  retryScheduleOf,
  type Retrier,
  type TaskState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-futile-retry',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow retries after errors that another attempt ends with again',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      futile:
        '"{{state}}" is tried again after {{names}}, but {{because}}; leave such errors to a Catch, and keep Retry for those that pass',
      job: '"{{state}}" starts its job again after "{{error}}", but the one that has failed keeps its "{{member}}", which is the same in each attempt: {{because}}; make "{{member}}" of {{retryCount}}, too, or leave a failed job to a Catch',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task: TaskState) {
        for (const retrier of task.retry) check(task, retrier);
        checkJob(task);
      },
    };

    /** Who lists such an error beside others means the others. */
    function check(task: TaskState, retrier: Retrier): void {
      const { errorNames } = retrier;
      const schedule = retryScheduleOf(retrier);
      if (!errorNames.length || errorNames.some(isUnknown) || !schedule?.attempts) return;
      const reasons = errorNames.map(({ value }) => lastingError(task, value));
      const [because] = reasons;
      if (!because || reasons.includes(undefined)) return;
      context.report({
        loc: context.sourceCode.locOf(retrier.field('ErrorEquals')!.value.range),
        messageId: 'futile',
        data: { state: task.name, names: quotedFew(errorNames.map(({ value }) => value)), because },
      });
    }

    /** The first Retrier that takes the failure of a job is the one that counts. */
    function checkJob(task: TaskState): void {
      const retrier = task.retry.find(({ knownErrorNames }) => knownErrorNames?.some(isOfJob) !== false);
      const error = retrier?.knownErrorNames?.find(isOfJob);
      if (!retrier || !error || !retryScheduleOf(retrier)?.attempts) return;
      const held = heldByFailedJob(task.resource, task.callParameters);
      if (!held) return;
      context.report({
        loc: context.sourceCode.locOf(error.range),
        messageId: 'job',
        data: {
          ...held,
          state: task.name,
          error: error.value,
          retryCount: task.queryLanguage === 'JSONata' ? '$states.context.State.RetryCount' : '$$.State.RetryCount',
        },
      });
    }
  },
});

/** What a job fails with for which Step Functions waits, and what stands for every error. */
const isOfJob = ({ value }: { readonly value: string }): boolean =>
  value === 'States.TaskFailed' || value === 'States.ALL';
