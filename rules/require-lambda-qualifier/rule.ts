import { unqualifiedFunctionOf } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'require-lambda-qualifier',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require calls of Lambda functions to name a version or an alias',
      family: 'integrations',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      unqualified:
        '"{{name}}" is called as it is at the time, so that an execution may meet two versions of the code; {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState(task) {
        const found = unqualifiedFunctionOf(task);
        if (!found) return;
        context.report({
          loc: context.sourceCode.locOf(found.range),
          messageId: 'unqualified',
          data: {
            name: found.name,
            remedy: found.mayHaveQualifierMember
              ? 'add the version or an alias to the name, or "Qualifier"'
              : 'add the version or an alias at the end of the ARN',
          },
        });
      },
    };
  },
});
