import { unqualifiedFunctionOf } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface RequireLambdaQualifierOptions {
  /** Whether functions that are called by a plain name are reported, too. */
  readonly names: boolean;
}

export default createStatelessRule({
  name: 'require-lambda-qualifier',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require calls of Lambda functions by ARN to name a version or an alias',
      family: 'integrations',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unqualified:
        '"{{name}}" is called as it is at the time, so that an execution may meet two versions of the code; {{remedy}}',
    },
    schema: [{ type: 'object', properties: { names: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ names: false }] as [RequireLambdaQualifierOptions],
  },
  create(context) {
    const [{ names }] = context.options;
    return {
      TaskState(task) {
        const found = unqualifiedFunctionOf(task);
        if (!found || (found.isPlainName && !names)) return;
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
