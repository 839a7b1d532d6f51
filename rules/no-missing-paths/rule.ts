import { dataGapsOf, describeGap, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-missing-paths',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow paths that no way through the workflow can have brought anything for',
      family: 'data flow',
      recommended: true,
      // Proven, but only of executions that come to this state; AWS accepts the definition.
      severity: 'warn',
    },
    messages: { missing: '"{{path}}" leads to nothing, and the state fails: {{reason}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const found of dataGapsOf(machine)) {
          const { read, gap, ways, isEmptyList } = found;
          if (ways !== 'every' || gap.isModelled || isEmptyList || !read.mustFind) continue;
          context.report({
            loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
            messageId: 'missing',
            data: { path: read.path, reason: describeGap(found) },
          });
        }
      },
    };
  },
});
