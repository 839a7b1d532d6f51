import {
  impossibleAskedErrorsOf,
  impossibleError,
  isUnknown,
  type RecoverableState,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-impossible-errors',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow error names in Retry, Catch and Choices behind it that the state can never fail with',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      impossible: '"{{state}}" never fails with "{{name}}": {{because}}; {{remedy}}',
      asked: '"{{path}}" is never "{{name}}", because {{because}}; {{remedy}}',
      change: 'Change to "{{meant}}"',
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const { range, path, name, because, remedy } of impossibleAskedErrorsOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: 'asked',
            data: { path, name, because, remedy },
          });
        }
      },
      TaskState: check,
      ParallelState: check,
      MapState: check,
    };

    function check(state: RecoverableState): void {
      for (const { errorNames } of [...state.retry, ...state.catch]) {
        for (const name of errorNames) {
          const found = isUnknown(name) ? undefined : impossibleError(state, name.value);
          if (!found) continue;
          const { meant, ...data } = found;
          context.report({
            loc: context.sourceCode.locOf(name.range),
            messageId: 'impossible',
            data: { state: state.name, name: name.value, ...data },
            suggest:
              meant === undefined
                ? []
                : [
                    {
                      messageId: 'change',
                      data: { meant },
                      fix: (fixer) => fixer.replaceTextRange([name.at(0), name.at(name.value.length)], meant),
                    },
                  ],
          });
        }
      }
    }
  },
});
