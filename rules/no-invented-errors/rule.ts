import {
  isInReservedSpace,
  isReservedErrorName,
  isUnknown,
  nearestReservedName,
  type Catcher,
  type FailState,
  type LocatedString,
  type Retrier,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-invented-errors',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow invented error names that begin with "States."',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unknown:
        '"{{name}}" is no error of Step Functions, and names that begin with "States." are reserved for those; {{remedy}}',
      change: 'Change to "{{meant}}"',
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    return {
      Retrier: checkNames,
      Catcher: checkNames,
      FailState(state: FailState) {
        const error = state.field('Error');
        if (error?.value.kind === 'string' && !error.expressions.length) check(error.value);
      },
    };

    function checkNames({ errorNames }: Retrier | Catcher): void {
      for (const name of errorNames) check(name);
    }

    function check(name: LocatedString): void {
      const { value } = name;
      if (isUnknown(name) || !isInReservedSpace(value) || isReservedErrorName(value)) return;
      const meant = nearestReservedName(value);
      context.report({
        loc: context.sourceCode.locOf(name.range),
        messageId: 'unknown',
        data: { name: value, remedy: remedyOf(value, meant) },
        suggest:
          meant === undefined
            ? []
            : [
                {
                  messageId: 'change',
                  data: { meant },
                  fix: (fixer) => fixer.replaceTextRange([name.at(0), name.at(value.length)], meant),
                },
              ],
      });
    }
  },
});

function remedyOf(name: string, meant: string | undefined): string {
  if (name.startsWith('States.Http.StatusCode')) {
    return 'list each status that is meant, such as "States.Http.StatusCode.503": there are no wildcards';
  }
  return meant ? `did you mean "${meant}"?` : 'choose a name without "States."';
}
