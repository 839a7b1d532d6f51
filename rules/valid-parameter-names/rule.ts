import { calledActionOf, parameterFaultsOf, type NameFault } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { onCalls } from '../src/on-calls';

export default createStatelessRule({
  name: 'valid-parameter-names',
  meta: {
    type: 'problem',
    fixable: 'code',
    docs: {
      description: 'Require parameters to be written as the integration writes them',
      family: 'integrations',
      recommended: true,
      severity: 'error',
    },
    messages: {
      capitals: '"{{name}}"{{inside}} is no parameter of "{{call}}"; write "{{meant}}": capitals matter',
      misspelt: '"{{name}}"{{inside}} is no parameter of "{{call}}", which needs "{{meant}}"; write that',
    },
    schema: [],
  },
  create(context) {
    return onCalls((node) => {
      const call = calledActionOf(node);
      for (const fault of parameterFaultsOf(node)) {
        if (!isCertain(fault)) continue;
        const { name, meant, inside, range, nameRange } = fault;
        context.report({
          loc: context.sourceCode.locOf(range),
          messageId: fault.certainty === 'case' ? 'capitals' : 'misspelt',
          data: { name, meant, call, inside: inside && ` in "${inside}"` },
          // AWS takes the definition in no other way.
          fix: fault.certainty === 'case' ? (fixer) => fixer.replaceTextRange([...nameRange], meant!) : null,
        });
      }
    });
  },
});

/** Names that are only near to one on record may be newer than the record. */
const isCertain = (fault: { readonly kind: string }): fault is NameFault =>
  fault.kind === 'name' && ['case', 'required'].includes((fault as NameFault).certainty);
