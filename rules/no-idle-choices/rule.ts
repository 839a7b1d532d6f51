import { isUnknown, type ChoiceState } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-idle-choices',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Choices whose rules and Default all lead to the same state',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      idle: '"{{state}}" decides nothing: {{rules}} and the Default lead to "{{target}}"; correct the one that is to lead elsewhere, or remove the Choice',
    },
    schema: [],
  },
  create(context) {
    return {
      ChoiceState(choice: ChoiceState) {
        const fallback = choice.field('Default')?.value;
        if (fallback?.kind !== 'string' || isUnknown(fallback) || !choice.choices.length) return;
        const leadsThere = choice.choices.every((rule) => {
          // A rule may differ by what it hands on.
          if (rule.has('Assign') || rule.has('Output')) return false;
          const next = rule.field('Next')?.value;
          return next?.kind === 'string' && !isUnknown(next) && next.value === fallback.value;
        });
        // An Assign or Output of the state is that of its Default.
        if (!leadsThere || choice.has('Assign') || choice.has('Output')) return;
        const count = choice.choices.length;
        context.report({
          loc: context.sourceCode.locOf(fallback.range),
          messageId: 'idle',
          data: {
            state: choice.name,
            rules: count === 1 ? 'its rule' : `its ${count} rules`,
            target: fallback.value,
          },
        });
      },
    };
  },
});
