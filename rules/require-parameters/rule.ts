import {
  calledActionOf,
  lackedParametersOf,
  parametersFieldOf,
  quotedFew,
  type ItemReader,
  type TaskState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      missing: '"{{call}}" needs {{members}}, and the {{holder}} has no "{{field}}"; add "{{field}}" with {{it}}',
    },
    schema: [],
  },
  create(context) {
    const check = (call: TaskState | ItemReader, holder: string): void => {
      const lacked = lackedParametersOf(call);
      if (!lacked) return;
      context.report({
        loc: context.sourceCode.locOf(call.field('Resource')!.value.range),
        messageId: 'missing',
        data: {
          call: calledActionOf(call),
          members: quotedFew(lacked),
          holder,
          field: parametersFieldOf(call),
          it: lacked.length === 1 ? 'it' : 'them',
        },
      });
    };
    return {
      TaskState(task) {
        check(task, 'state');
      },
      ItemReader(reader) {
        check(reader, '"ItemReader"');
      },
    };
  },
});
