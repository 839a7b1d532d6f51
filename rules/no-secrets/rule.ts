import { secretsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-secrets',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow keys, tokens and passwords in definitions',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      secret:
        'Here is {{what}} for everybody who may read the definition or the history; keep it in Secrets Manager or in an EventBridge connection, and replace it, for it is known now',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { what, range } of secretsOf(machine)) {
          context.report({ loc: context.sourceCode.locOf(range), messageId: 'secret', data: { what } });
        }
      },
    };
  },
});
