import { calledActionOf, earlyStatementsOf, earlyUsesOf, type EarlyUse, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unawaited-jobs',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls that need what an earlier call has only started',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      fails:
        '"{{state}}" needs the {{begun}} that "{{start}}" has only started, and nothing waits between the two: "{{action}}" fails{{error}} until it is done; {{remedy}}',
      answers:
        '"{{state}}" reads the results of the {{begun}} that "{{start}}" has only started, and nothing waits between the two: until it is done, "{{action}}" answers with "{{status}}" "{{word}}" and not with all "{{results}}"; {{remedy}}',
      statement:
        '"{{state}}" names the table "{{table}}", which the statement of "{{start}}" changes, and nothing waits between the two: both run at the same time, in either order; ask "{{ask}}" in a loop with a Wait, or run them as one',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const use of earlyUsesOf(machine)) report(use);
        for (const { start, task, table, ask } of earlyStatementsOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(task.field('Resource')!.value.range),
            messageId: 'statement',
            data: { state: task.name, start: start.name, table, ask },
          });
        }
      },
    };

    function report({ task, start, begun, early, error, remedy }: EarlyUse): void {
      const loc = context.sourceCode.locOf(task.field('Resource')!.value.range);
      const data = { state: task.name, start: start.name, begun, action: calledActionOf(task)!, remedy };
      if ('errors' in early) {
        context.report({
          loc,
          messageId: 'fails',
          data: { ...data, error: error === undefined ? '' : ` with "${error}"` },
        });
      } else context.report({ loc, messageId: 'answers', data: { ...data, ...early } });
    }
  },
});
