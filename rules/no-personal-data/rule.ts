import { textsOf, type StateMachine } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export interface NoPersonalDataOptions {
  /** Domains whose mail addresses are nobody's own, such as `example.com` or that of the company. */
  readonly allowedDomains: readonly string[];
}

export default createRule({
  name: 'no-personal-data',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow mail addresses and phone numbers in definitions',
      family: 'hygiene',
      recommended: false,
      strict: true,
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
    defaultOptions: [{ allowedDomains: ['example.com', 'example.org', 'example.net'] }] as [NoPersonalDataOptions],
  },
  create(context) {
    const [{ allowedDomains }] = context.options;
    return {
      StateMachine(machine: StateMachine) {
        for (const text of textsOf(machine)) {
          for (const { what, match } of personalDataIn(text.value)) {
            if (allowedDomains.some((domain) => match[0].toLowerCase().endsWith(`@${domain}`))) continue;
            context.report({
              loc: context.sourceCode.locOf([text.at(match.index), text.at(match.index + match[0].length)]),
              messageId: 'personal',
              data: { what, text: match[0] },
            });
          }
        }
      },
    };
  },
});

const kinds = [
  [
    'a mail address',
    /(?<![\w.+-])[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w-])/g,
  ],
  // E.164, and the usual way to write numbers in North America. Digits alone may be anything.
  [
    'a phone number',
    /(?<![\w+.-])(?:\+[1-9]\d{7,14}|\+[1-9]\d{0,2}(?:[ -]\d{2,4}){2,5}|\(\d{3}\) ?\d{3}-\d{4})(?![\w-])/g,
  ],
] as const;

const personalDataIn = (text: string) =>
  kinds.flatMap(([what, pattern]) => [...text.matchAll(pattern)].map((match) => ({ what, match })));
