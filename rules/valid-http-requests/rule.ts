import { httpRequestFaults } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      'no-scheme': 'The endpoint of an HTTP Task is a URL; begin it with "https://"',
      encoding:
        'The body is encoded as a form only where "Headers" says so; add "Content-Type": "application/x-www-form-urlencoded"',
      encrypt: 'Write "https"',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        for (const fault of httpRequestFaults(task)) {
          const loc = context.sourceCode.locOf(fault.range);
          switch (fault.kind) {
            case 'header':
              context.report({ loc, messageId: 'header', data: { name: fault.name, remedy: remedyFor(fault.name) } });
              break;
            case 'scheme':
              context.report({
                loc,
                messageId: 'scheme',
                suggest: [{ messageId: 'encrypt', fix: (fixer) => fixer.replaceTextRange([...fault.range], 'https') }],
              });
              break;
            default:
              context.report({ loc, messageId: fault.kind });
          }
        }
      },
    };
  },
});

const remedyFor = (header: string): string =>
  /authorization$/i.test(header) ? 'leave it to the connection that "Authentication" names' : 'remove it';
