import { calledActionOf, parametersFieldOf, sendsTaskToken } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'require-task-token',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require callbacks to hand out their task token',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      kept: '"{{state}}" waits for its task token and hands it to nobody, so that it can never be completed; pass {{token}} in "{{field}}", or drop ".waitForTaskToken" from "{{call}}"',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        const { resource, queryLanguage } = task;
        if (!('pattern' in resource) || resource.pattern !== 'waitForTaskToken') return;
        if (sendsTaskToken(task) !== false) return;
        const field = parametersFieldOf(task);
        context.report({
          loc: context.sourceCode.locOf(task.field(field)!.key.range),
          messageId: 'kept',
          data: { state: task.name, field, token: tokenIn[queryLanguage], call: calledActionOf(task) },
        });
      },
    };
  },
});

const tokenIn = { JSONPath: '"$$.Task.Token"', JSONata: '"$states.context.Task.Token"' } as const;
