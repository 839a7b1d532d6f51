import { calledActionOf, parameterFaultsOf } from '@stepproof/asl';
import { createRule } from '../src/create-rule';
import { onCalls } from '../src/on-calls';

export default createRule({
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
    const { sourceCode } = context;
    return onCalls((node) => {
      const call = calledActionOf(node);
      for (const fault of parameterFaultsOf(node)) {
        if (fault.kind !== 'value') continue;
        const { member, problem, remedy, range } = fault;
        context.report({
          loc: sourceCode.locOf(range),
          messageId: 'invalid',
          data: { call, member, problem, remedy },
        });
      }
    });
  },
});
