import { dataGapsOf, describeGap, describeWay, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unknown-result-members',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow reading members that the result of an integration does not have',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing: '"{{path}}" leads to nothing: {{reason}}',
      missingOnWay: '"{{path}}" leads to nothing on the way {{way}}: {{reason}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const found of dataGapsOf(machine)) {
          const { read, gap, ways } = found;
          if (!gap.isModelled) continue;
          context.report({
            loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
            messageId: ways === 'every' ? 'missing' : 'missingOnWay',
            data: {
              path: read.path,
              reason: describeGap(found),
              way: describeWay(read.world.trail, read.state.name),
            },
          });
        }
      },
    };
  },
});
