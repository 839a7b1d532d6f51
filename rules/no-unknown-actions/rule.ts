import { sdkActionFault } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unknown-actions',
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: {
      description: 'Disallow AWS SDK integrations that AWS does not have or Step Functions cannot call',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      case: '"{{call}}" is not known: the {{part}} is "{{meant}}", and capitals matter; write "{{corrected}}"',
      near: '"{{call}}" is not known; did you mean "{{corrected}}"?',
      unsupported:
        '"{{call}}" is an action that Step Functions cannot call; call it from a Lambda function, or use another action',
      rename: 'Write "{{meant}}"',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        const { resource } = task;
        const value = task.field('Resource')?.value;
        if (resource.kind !== 'aws-sdk' || value?.kind !== 'string') return;
        const { service, action } = resource;
        const fault = sdkActionFault(service, action);
        if (!fault) return;
        const { kind, part, meant } = fault;
        const serviceAt = value.value.indexOf(':aws-sdk:') + ':aws-sdk:'.length;
        const at = part === 'service' ? serviceAt : serviceAt + service.length + 1;
        const range = [value.at(at), value.at(at + resource[part].length)] as const;
        const corrected = part === 'service' ? `aws-sdk:${meant}:${action}` : `aws-sdk:${service}:${meant}`;
        context.report({
          loc: context.sourceCode.locOf(range),
          messageId: kind,
          data: { call: `aws-sdk:${service}:${action}`, part, meant, corrected },
          suggest:
            meant === undefined
              ? []
              : [
                  {
                    messageId: 'rename',
                    data: { meant },
                    fix: (fixer) => fixer.replaceTextRange([...range], meant),
                  },
                ],
        });
      },
    };
  },
});
