import { resourcesOf, type StateMachine } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export interface NoHardcodedAccountIdsOptions {
  /** Accounts that may be named. */
  readonly allow: readonly string[];
}

export default createRule({
  name: 'no-hardcoded-account-ids',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow the ids of accounts in ARNs and URLs',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      account:
        '"{{account}}" is the id of an account, so that the definition works in that one only; use a placeholder such as "${AWS::AccountId}", or allow it in the options',
    },
    schema: [
      {
        type: 'object',
        properties: { allow: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allow: [] }] as [NoHardcodedAccountIdsOptions],
  },
  create(context) {
    const [{ allow }] = context.options;
    return {
      StateMachine(machine: StateMachine) {
        for (const { in: text, account } of resourcesOf(machine)) {
          if (!account || !/^\d{12}$/.test(account.text) || allow.includes(account.text)) continue;
          context.report({
            loc: context.sourceCode.locOf([text.at(account.start), text.at(account.end)]),
            messageId: 'account',
            data: { account: account.text },
          });
        }
      },
    };
  },
});
