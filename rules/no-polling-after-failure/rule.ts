import { quotedFew, scopesOf, unansweredFailuresOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-polling-after-failure',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that go on asking for a status after it has told of a failure',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unanswered:
        '"{{choice}}" goes on to "{{next}}" when "{{path}}", {{from}}, is {{words}}, which {{changes}} no more, and {{states}} ask again and again; add a rule for {{them}} that leads out of the loop',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          for (const { choice, kinds, words, taken, loop } of unansweredFailuresOf(scope)) {
            const states = scope.states.filter((state) => loop.includes(state));
            context.report({
              loc: context.sourceCode.locOf(taken.field.value.range),
              messageId: 'unanswered',
              data: {
                choice: choice.name,
                next: taken.to!.name,
                path: kinds.path,
                from: kinds.from ?? 'which the API gives',
                words: quotedFew(words, 'or'),
                changes: words.length > 1 ? 'change' : 'changes',
                states: quotedFew(states.map(({ name }) => name)),
                them: words.length > 1 ? 'these' : 'it',
              },
            });
          }
        }
      },
    };
  },
});
