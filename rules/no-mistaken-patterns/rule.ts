import {
  comparedTextsOf,
  isMeantAsPattern,
  isUnknown,
  regexPieceIn,
  type ChoiceTest,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-mistaken-patterns',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow patterns where texts are compared letter by letter, and regular expressions in StringMatches',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      letters:
        '"{{path}}" is compared with "{{text}}" letter by letter, so "*" stands for nothing but itself; {{remedy}}',
      regex:
        '"StringMatches" takes no regular expressions: "{{piece}}" in "{{text}}" stands for nothing but itself; use "*", which stands for any characters or none',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { text, range, path, language } of comparedTextsOf(machine)) {
          if (!isMeantAsPattern(text)) continue;
          const remedy = language === 'JSONata' ? `use "$contains(${path}, ${regexOf(text)})"` : 'use "StringMatches"';
          context.report({ loc: context.sourceCode.locOf(range), messageId: 'letters', data: { path, text, remedy } });
        }
      },
      ChoiceRule: checkMatches,
      ChoiceCondition: checkMatches,
    };

    function checkMatches(test: ChoiceTest): void {
      const pattern = test.field('StringMatches')?.value;
      if (pattern?.kind !== 'string' || isUnknown(pattern)) return;
      const piece = regexPieceIn(pattern.value);
      if (!piece) return;
      const { start, end } = piece;
      context.report({
        loc: context.sourceCode.locOf([pattern.at(start), pattern.at(end)]),
        messageId: 'regex',
        data: { piece: pattern.value.slice(start, end), text: pattern.value },
      });
    }
  },
});

/** `order-*` as JSONata writes it. */
const regexOf = (text: string): string =>
  `/^${text
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}/]/g, '\\$&'))
    .join('.*')}$/`;
