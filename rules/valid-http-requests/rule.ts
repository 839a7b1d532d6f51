import { httpRequestFaults } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'valid-http-requests',
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: {
      description: 'Require HTTP Tasks to call by https, and to leave alone the headers that are not theirs',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      scheme: '"http://" is not encrypted, and an HTTP Task calls endpoints of "https://" only; write that',
      header: '"{{name}}" is a header that an HTTP Task cannot set: it fails with "States.Runtime"; {{remedy}}',
      encrypt: 'Write "https"',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        for (const fault of httpRequestFaults(task)) {
          const loc = context.sourceCode.locOf(fault.range);
          if (fault.kind === 'header') {
            const remedy = /authorization$/i.test(fault.name)
              ? 'leave it to the connection that "Authentication" names'
              : 'remove it';
            context.report({ loc, messageId: 'header', data: { name: fault.name, remedy } });
            continue;
          }
          context.report({
            loc,
            messageId: 'scheme',
            suggest: [{ messageId: 'encrypt', fix: (fixer) => fixer.replaceTextRange([...fault.range], 'https') }],
          });
        }
      },
    };
  },
});
