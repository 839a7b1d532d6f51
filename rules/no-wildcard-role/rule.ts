import type { Credentials } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-wildcard-role',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Credentials whose role has a wildcard',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      wildcard:
        '"{{role}}" has a wildcard, and a Task takes on one role: there is none of that name, so that it fails; name the role',
    },
    schema: [],
  },
  create(context) {
    return {
      Credentials(credentials: Credentials) {
        for (const name of ['RoleArn', 'RoleArn.$']) {
          const value = credentials.field(name)?.value;
          if (value?.kind !== 'string') continue;
          const written = /^(\{%|\$|States\.)/.test(value.value) ? arnInside : wholeRole;
          const match = written.exec(value.value);
          if (!match) continue;
          const [start, end] = match.indices![1]!;
          const isAll = end - start === value.value.length;
          context.report({
            loc: context.sourceCode.locOf(isAll ? value.range : [value.at(start), value.at(end)]),
            messageId: 'wildcard',
            data: { role: match[1]! },
          });
        }
      },
    };
  },
});

/** Names of roles have letters, digits and `+=,.@_-`. */
const wholeRole = /^(.*\*.*)$/ds;

/** An ARN with a wildcard that an expression has as a literal; a bare `*` in one is a product or all members. */
const arnInside = /["'](arn:[^"']*\*[^"']*)["']/d;
