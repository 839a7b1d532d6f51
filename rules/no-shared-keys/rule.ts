import { sharedKeysOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-shared-keys',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow tokens and names of calls that are the same for every item or for every execution',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      items:
        '"{{state}}" gives the call of each item of "{{map}}" the same "{{key}}", so that the calls after the first are refused, or taken for its repetition; make it from the item as well, such as its index',
      executions:
        '"{{state}}" gives its call the same "{{key}}" in every execution, so that the calls after the first are refused, or taken for its repetition; make it from the input or from the Id of the execution',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { task, key, range, map } of sharedKeysOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: map ? 'items' : 'executions',
            data: { state: task.name, key, map: map?.name ?? '' },
          });
        }
      },
    };
  },
});
