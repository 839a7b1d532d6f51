import { calledActionOf, parameterFaultsOf, quotedFew, type MissingFault } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { onCalls } from '../src/on-calls';

export default createStatelessRule({
  name: 'required-parameters',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require the parameters that each call of an integration must have',
      family: 'integrations',
      recommended: true,
      severity: 'error',
    },
    messages: {
      missing: '"{{call}}" needs {{members}}{{inside}}{{because}}; add {{it}}',
    },
    schema: [],
  },
  create(context) {
    return onCalls((node) => {
      const call = calledActionOf(node);
      if (call === undefined) return;
      for (const fault of parameterFaultsOf(node)) {
        if (fault.kind !== 'missing') continue;
        context.report({
          loc: context.sourceCode.locOf(fault.range),
          messageId: 'missing',
          data: { call, ...wordsOf(fault) },
        });
      }
    });
  },
});

const wordsOf = ({ members, isChoice, because, inside }: MissingFault): Record<string, string> => ({
  members: quotedFew(members, isChoice ? 'or' : 'and'),
  inside: inside && ` in "${inside}"`,
  because: because === undefined ? '' : ` when ${because}`,
  it: isChoice ? 'one' : members.length === 1 ? 'it' : 'them',
});
