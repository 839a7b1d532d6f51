import { mistakenContextOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-mistaken-context',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow looking in the input for what the Context Object has',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    hasSuggestions: true,
    messages: {
      mistaken: '"{{path}}" looks in the input for what the Context Object has; write "{{meant}}"',
      write: 'Write "{{meant}}"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { read, meant } of mistakenContextOf(machine)) {
          const range = read.expression.rangeOf(read.span);
          const isPlain = context.sourceCode.text.slice(...range) === read.path;
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: 'mistaken',
            data: { path: read.path, meant },
            suggest: isPlain
              ? [{ messageId: 'write', data: { meant }, fix: (fixer) => fixer.replaceTextRange([...range], meant) }]
              : [],
          });
        }
      },
    };
  },
});
