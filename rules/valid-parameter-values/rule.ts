import { calledActionOf, parameterFaultsOf } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { onCalls } from '../src/on-calls';

export default createStatelessRule({
  name: 'valid-parameter-values',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require literal parameters to have the type and the spelling that the API takes',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: { invalid: '"{{member}}" of "{{call}}" {{problem}}; {{remedy}}' },
    schema: [],
  },
  create(context) {
    return onCalls((node) => {
      const call = calledActionOf(node);
      for (const fault of parameterFaultsOf(node)) {
        if (fault.kind !== 'value') continue;
        const { member, problem, remedy, range } = fault;
        context.report({
          loc: context.sourceCode.locOf(range),
          messageId: 'invalid',
          data: { call, member, problem, remedy },
        });
      }
    });
  },
});
