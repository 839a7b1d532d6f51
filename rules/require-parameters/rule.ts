import { calledActionOf, lackedParametersOf, parametersFieldOf, quotedFew } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'require-parameters',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require Parameters or Arguments on calls of integrations that need some',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing: '"{{call}}" needs {{members}}, and the state has no "{{field}}"; add "{{field}}" with {{it}}',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      TaskState(task) {
        const lacked = lackedParametersOf(task);
        if (!lacked) return;
        context.report({
          loc: sourceCode.locOf(task.field('Resource')!.value.range),
          messageId: 'missing',
          data: {
            call: calledActionOf(task),
            members: quotedFew(lacked),
            field: parametersFieldOf(task),
            it: lacked.length === 1 ? 'it' : 'them',
          },
        });
      },
    };
  },
});
