import { resourcesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-hardcoded-partition',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow ARNs of one partition in templates',
      family: 'hygiene',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      partition:
        '"arn:{{partition}}:" is an ARN of one partition, and a template can be deployed in others (China, GovCloud); use a placeholder such as "${AWS::Partition}"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        // A definition on its own has no other way to write an ARN.
        if (machine.declaration.name === undefined) return;
        for (const { in: text, partition } of resourcesOf(machine)) {
          if (!partition || !/^aws(-[a-z-]+)?$/.test(partition.text)) continue;
          context.report({
            loc: context.sourceCode.locOf([text.at(partition.start), text.at(partition.end)]),
            messageId: 'partition',
            data: { partition: partition.text },
          });
        }
      },
    };
  },
});
