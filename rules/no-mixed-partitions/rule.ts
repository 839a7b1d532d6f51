import { partitionOf, resourcesOf, type StateMachine } from '@stepproof/asl';
import { createRule } from '../src/create-rule';
import { mostUsed } from '../src/most-used';

export default createRule({
  name: 'no-mixed-partitions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow ARNs of a partition in which the workflow is not, or their region',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      mixed:
        '"arn:{{partition}}:" is an ARN of another partition than "arn:{{most}}:", which {{times}} of {{all}} ARNs here have, and no workflow reaches from one into the other; write "{{most}}"',
      region:
        '"{{region}}" is a region of the partition "{{expected}}", so that there is no "arn:{{partition}}:" in it; write "arn:{{expected}}:"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const arns = resourcesOf(machine).flatMap(({ in: text, partition, region }) =>
          partition && /^aws(-[a-z-]+)?$/.test(partition.text) ? [{ text, partition, region: region.text }] : [],
        );
        const [most, times] = mostUsed(arns.map(({ partition }) => partition.text));
        for (const { text, partition, region } of arns) {
          const expected = partitionOf(region) ?? partition.text;
          const loc = context.sourceCode.locOf([text.at(partition.start), text.at(partition.end)]);
          if (expected !== partition.text) {
            context.report({ loc, messageId: 'region', data: { region, partition: partition.text, expected } });
          } else if (partition.text !== most) {
            context.report({
              loc,
              messageId: 'mixed',
              data: { partition: partition.text, most, times: String(times), all: String(arns.length) },
            });
          }
        }
      },
    };
  },
});
