import { accountsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface NoHardcodedAccountIdsOptions {
  /** Accounts that may be named. */
  readonly allow: readonly string[];
}

export default createStatelessRule({
  name: 'no-hardcoded-account-ids',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow the ids of accounts in ARNs, URLs and parameters',
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
        for (const { in: text, text: account, start, end } of accountsOf(machine)) {
          if (!/^\d{12}$/.test(account) || allow.includes(account)) continue;
          context.report({
            loc: context.sourceCode.locOf([text.at(start), text.at(end)]),
            messageId: 'account',
            data: { account },
          });
        }
      },
    };
  },
});
