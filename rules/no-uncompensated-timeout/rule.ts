import { quotedFew, uncompensatedTimeoutsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { secondsText } from '../src/time-limit-text';

export default createStatelessRule({
  name: 'no-uncompensated-timeout',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow a timeout of the state machine that can come before a Catch undoes what was done',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      bypassed:
        'After {{seconds}} seconds the execution is ended without asking any Catch, and it may take {{most}}: what {{done}} did would stand without {{undo}}; give the Tasks "TimeoutSeconds" that add up to less, or raise this one',
      express:
        'An Express workflow is ended after {{seconds}} seconds without asking any Catch, and the timeouts and retries up to the end of {{undo}} add up to {{most}}: what {{done}} did would stand; lower them to less together, or make the workflow Standard',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { limit, failed, done, undo, most } of uncompensatedTimeoutsOf(
          machine,
          context.sourceCode.workflowTypeOf(machine),
        )) {
          context.report({
            loc: context.sourceCode.locOf(limit.field?.value.range ?? failed.field('Catch')!.key.range),
            messageId: limit.field ? 'bypassed' : 'express',
            data: {
              seconds: limit.seconds,
              most: most === Infinity ? 'any time, for not all of its Tasks have a timeout' : secondsText(most),
              done: quotedFew(done.map(({ name }) => name)),
              undo: quotedFew(undo.map(({ name }) => name)),
            },
          });
        }
      },
    };
  },
});
