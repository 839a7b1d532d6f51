import { isJsonata, type Credentials } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-dynamic-role',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Credentials whose role comes from the input',
      family: 'hygiene',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      dynamic:
        '"{{expression}}" decides whose rights the Task has, and whoever starts an execution may decide on that; name the role, or choose among roles that are written out in a Choice',
    },
    schema: [],
  },
  create(context) {
    return {
      Credentials(credentials: Credentials) {
        const { role } = credentials;
        const isExpression = role && (credentials.field('RoleArn.$') !== undefined || isJsonata(role.value));
        if (!isExpression || !readsInput(role.value)) return;
        context.report({
          loc: context.sourceCode.locOf(role.range),
          messageId: 'dynamic',
          data: { expression: role.value },
        });
      },
    };
  },
});

/** Variables and the Context Object are not looked at: a Pass or a Choice may have decided on them. */
const readsInput = (text: string): boolean => /\$states\.input|(?<![\w$])\$(?=$|[.[])/.test(text);
