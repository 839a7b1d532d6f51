import { retryScheduleOf, type Retrier } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'consistent-retry-delays',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require MaxDelaySeconds of a Retrier not to be below its IntervalSeconds',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      cut: '"MaxDelaySeconds" ({{most}}) is below "IntervalSeconds" ({{interval}}), so that each retry waits {{most}} seconds, and neither "IntervalSeconds" nor "BackoffRate" has any effect; raise "MaxDelaySeconds", or lower "IntervalSeconds"',
    },
    schema: [],
  },
  create(context) {
    return {
      Retrier(retrier: Retrier) {
        const most = retrier.field('MaxDelaySeconds');
        const interval = retrier.field('IntervalSeconds');
        if (most?.value.kind !== 'number' || interval?.value.kind !== 'number') return;
        if (most.value.value >= interval.value.value || retryScheduleOf(retrier)?.attempts === 0) return;
        context.report({
          loc: context.sourceCode.locOf(most.value.range),
          messageId: 'cut',
          data: { most: most.value.value, interval: interval.value.value },
        });
      },
    };
  },
});
