import { isDateOfBirth, namedTextsOf, personalDataIn, textsOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface NoPersonalDataOptions {
  /** Domains whose mail addresses are nobody's own, such as that of the company. */
  readonly allowedDomains: readonly string[];
}

export default createStatelessRule({
  name: 'no-personal-data',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow mail addresses, phone numbers and numbers of cards and accounts in definitions',
      family: 'hygiene',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      personal:
        '"{{text}}" looks like {{what}}, and whoever may read the definition or the history reads it; pass it in, or name a topic or a parameter that holds it',
    },
    schema: [
      {
        type: 'object',
        properties: { allowedDomains: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allowedDomains: [] }] as [NoPersonalDataOptions],
  },
  create(context) {
    const [{ allowedDomains }] = context.options;
    return {
      StateMachine(machine: StateMachine) {
        for (const text of textsOf(machine)) {
          for (const { what, text: found, start, end } of personalDataIn(text.value)) {
            if (sendersOf(machine).has(text)) continue;
            if (allowedDomains.some((domain) => found.toLowerCase().endsWith(`@${domain}`))) continue;
            context.report({
              loc: context.sourceCode.locOf([text.at(start), text.at(end)]),
              messageId: 'personal',
              data: { what, text: found },
            });
          }
        }
        for (const { name, text } of namedTextsOf(machine)) {
          if (!isDateOfBirth(name, text.value)) continue;
          context.report({
            loc: context.sourceCode.locOf(text.range),
            messageId: 'personal',
            data: { what: 'a date of birth', text: text.value },
          });
        }
      },
    };
  },
});

/** Where a call or a message comes from and is answered is the company's, and everybody who gets it sees it. */
const senderNames =
  /^(SourcePhoneNumber|Origination(Identity|Number|PhoneNumber)|From(Email)?Address|Source|ReplyToAddresses)$/;

const sendersOf = (machine: StateMachine): ReadonlySet<unknown> =>
  new Set(
    namedTextsOf(machine)
      .filter(({ name }) => senderNames.test(name))
      .map(({ text }) => text),
  );
