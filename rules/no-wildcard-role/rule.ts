import { madeTextOf, type Credentials, type LocatedString } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-wildcard-role',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Credentials whose role has a wildcard, or is no role',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      wildcard:
        '"{{role}}" has a wildcard, and a Task takes on one role: there is none of that name, so that it fails; name the role',
      other:
        '"{{role}}" is no ARN of a role, and a Task takes on a role only, so that it fails; write "arn:<partition>:iam::<account>:role/<name>"',
    },
    schema: [],
  },
  create(context) {
    return {
      Credentials(credentials: Credentials) {
        const { role } = credentials;
        if (!role) return;
        const written = /^(\{%|\$|States\.)/.test(role.value) ? arnInside : wholeRole;
        const match = written.exec(role.value);
        if (!match) {
          checkKind(role, credentials.has('RoleArn.$'));
          return;
        }
        const [start, end] = match.indices![1]!;
        const isAll = end - start === role.value.length;
        context.report({
          loc: context.sourceCode.locOf(isAll ? role.range : [role.at(start), role.at(end)]),
          messageId: 'wildcard',
          data: { role: match[1]! },
        });
      },
    };

    function checkKind(role: LocatedString, isPath: boolean): void {
      if (!otherArn.test(madeTextOf(role, isPath).pattern)) return;
      context.report({
        loc: context.sourceCode.locOf(role.range),
        messageId: 'other',
        data: { role: role.value },
      });
    }
  },
});

/** Names of roles have letters, digits and `+=,.@_-`. */
const wholeRole = /^(.*\*.*)$/ds;

/** An ARN, or its end, with a wildcard that an expression has as a literal; a bare `*` in one is a product or all members. */
const arnInside = /["']((?:arn:|[^"'\s]*:role\/)[^"']*\*[^"']*)["']/d;

/** An ARN of another service, or of what else IAM has; what is only known later is U+FFFC. */
const otherArn = /^arn:[^:]+:(?:(?!iam:)[a-z]|iam::[^:]+:(?!role\/)[a-z])/;
