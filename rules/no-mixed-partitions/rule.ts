import { partitionOf, resourcesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { mostUsed } from '../src/most-used';

export default createStatelessRule({
  name: 'no-mixed-partitions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow ARNs of a partition in which the workflow is not, or may not be, or their region is not',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      mixed:
        '"arn:{{partition}}:" is an ARN of another partition than "arn:{{most}}:", which {{times}} of {{all}} ARNs here have, and no workflow reaches from one into the other; write "{{most}}"',
      region:
        '"{{region}}" is a region of the partition "{{expected}}", so that there is no "arn:{{partition}}:" in it; write "arn:{{expected}}:"',
      fixed:
        '"arn:{{partition}}:" has the partition written out, which is filled in with "{{filledIn}}" in {{times}} of {{all}} ARNs here, so that it fails in another one; write "arn:{{filledIn}}:"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const all = resourcesOf(machine).flatMap(({ in: text, partition, region }) =>
          partition ? [{ text, partition, region: region.text }] : [],
        );
        const arns = all
          .filter(({ partition }) => /^aws(-[a-z-]+)?$/.test(partition.text))
          .map((arn) => ({ ...arn, expected: partitionOf(arn.region) ?? arn.partition.text }));
        const [most, times] = mostUsed(arns.map(({ expected }) => expected));
        const [filledIn, filled] = mostUsed(all.map(({ partition }) => partition.text).filter(isPlaceholder));
        for (const { text, partition, region, expected } of arns) {
          const loc = context.sourceCode.locOf([text.at(partition.start), text.at(partition.end)]);
          if (expected !== partition.text) {
            context.report({ loc, messageId: 'region', data: { region, partition: partition.text, expected } });
          } else if (partition.text !== most) {
            context.report({
              loc,
              messageId: 'mixed',
              data: { partition: partition.text, most, times: String(times), all: String(arns.length) },
            });
          } else if (filled >= arns.length) {
            context.report({
              loc,
              messageId: 'fixed',
              data: { partition: partition.text, filledIn, times: String(filled), all: String(all.length) },
            });
          }
        }
      },
    };
  },
});

const isPlaceholder = (partition: string): boolean => partition.startsWith('${');
