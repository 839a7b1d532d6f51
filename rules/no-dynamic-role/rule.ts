import { isJsonata, type Credentials } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
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
        for (const name of ['RoleArn', 'RoleArn.$']) {
          const value = credentials.field(name)?.value;
          if (value?.kind !== 'string') continue;
          if (name === 'RoleArn' && !isJsonata(value.value)) continue;
          if (!readsInput(value.value)) continue;
          context.report({
            loc: context.sourceCode.locOf(value.range),
            messageId: 'dynamic',
            data: { expression: value.value },
          });
        }
      },
    };
  },
});

/** Variables and the Context Object are not looked at: a Pass or a Choice may have decided on them. */
const readsInput = (text: string): boolean => /\$states\.input|(?<![\w$])\$(?=$|[.[])/.test(text);
