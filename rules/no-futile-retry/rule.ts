import {
  heldJobOf,
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
      inside:
        '"{{owner}}" is tried again after "{{error}}", and "{{state}}" in it starts its job again, but the one before keeps its "{{member}}", which is the same in each attempt: {{because}}; make "{{member}}" of {{uuid}}, too, or leave a failed job to a Catch',
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

    function checkJob(task: TaskState): void {
      const held = heldJobOf(task);
      if (!held) return;
      const { owner, error, member, because } = held;
      const isJsonata = task.queryLanguage === 'JSONata';
      context.report({
        loc: context.sourceCode.locOf(error.range),
        messageId: owner === task ? 'job' : 'inside',
        data: {
          member,
          because,
          state: task.name,
          owner: owner.name,
          error: error.value,
          retryCount: isJsonata ? '$states.context.State.RetryCount' : '$$.State.RetryCount',
          uuid: isJsonata ? '$uuid()' : 'States.UUID()',
        },
      });
    }
  },
});
