import { calledActionOf, invocationEnvelopeOf, parameterFaultsOf, shapesSource } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { onCalls } from '../src/on-calls';

export default createStatelessRule({
  name: 'no-unknown-parameters',
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: {
      description: 'Disallow parameters that the API does not have',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unknown: '"{{name}}"{{inside}} is no parameter of "{{call}}" in the API of {{date}}; {{remedy}}',
      envelope:
        '"FunctionName" and "Payload" are for "lambda:invoke"; called by its ARN, "{{name}}" gets them as they are, inside its event; give it the "Payload" itself, or call "arn:aws:states:::lambda:invoke"',
      rename: 'Write "{{meant}}"',
    },
    schema: [],
  },
  create(context) {
    return onCalls((node) => {
      const { resource } = node;
      const envelope = node.type === 'TaskState' ? invocationEnvelopeOf(node) : undefined;
      if (resource.kind === 'lambda' && envelope) {
        context.report({
          loc: context.sourceCode.locOf(envelope),
          messageId: 'envelope',
          data: { name: resource.name },
        });
      }
      const call = calledActionOf(node);
      for (const fault of parameterFaultsOf(node)) {
        if (fault.kind !== 'name' || fault.certainty === 'case' || fault.certainty === 'required') continue;
        const { name, meant, inside, range, nameRange } = fault;
        const remedy = meant === undefined ? 'remove it' : `did you mean "${meant}"?`;
        context.report({
          loc: context.sourceCode.locOf(range),
          messageId: 'unknown',
          data: { name, call, inside: inside && ` in "${inside}"`, date: shapesSource().date, remedy },
          suggest:
            meant === undefined
              ? []
              : [
                  {
                    messageId: 'rename',
                    data: { meant },
                    fix: (fixer) => fixer.replaceTextRange([...nameRange], meant),
                  },
                ],
        });
      }
    });
  },
});
