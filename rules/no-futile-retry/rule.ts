import { isUnknown, lastingError, quotedFew, retryScheduleOf, type Retrier, type TaskState } from '@stepproof/asl';
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
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task: TaskState) {
        for (const retrier of task.retry) check(task, retrier);
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
  },
});
