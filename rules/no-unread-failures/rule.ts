import { unreadFailuresOf, unreadOutcomesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unread-failures',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls that succeed although their answer tells of a failure, where no state reads that',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unread:
        '"{{state}}" succeeds even when all or a part of "{{call}}" has failed: only "{{member}}" of its result tells so, and no state reads that; {{remedy}}',
      outcome:
        '"{{state}}" is asked again until the {{job}} is "{{ended}}", which it is after a failure as well: only "{{member}}" of the result tells how it ended, and no state reads that; test it in a Choice behind the loop',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        // Whoever starts one synchronously gets the answer as its output, unless it is dropped.
        const isExpress = context.sourceCode.workflowTypeOf(machine) === 'EXPRESS';
        for (const { task, call, member, isDropped } of unreadFailuresOf(machine)) {
          if (isExpress && !isDropped) continue;
          const read = 'test it in a Choice';
          context.report({
            loc: context.sourceCode.locOf((task.field('Resource')?.value ?? task).range),
            messageId: 'unread',
            data: {
              state: task.name,
              call,
              member,
              remedy: call === 'ecs:runTask' ? `${read}, or use ".sync", which fails then` : read,
            },
          });
        }
        for (const { task, job, ended, member } of unreadOutcomesOf(machine))
          context.report({
            loc: context.sourceCode.locOf((task.field('Resource')?.value ?? task).range),
            messageId: 'outcome',
            data: { state: task.name, job, ended, member },
          });
      },
    };
  },
});
