import {
  givenErrorName,
  isInReservedSpace,
  isReservedErrorName,
  isUnknown,
  nearestReservedName,
  type Catcher,
  type FailState,
  type LocatedString,
  type Retrier,
  type TaskState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      FailState: checkGiven,
      TaskState: checkGiven,
    };

    function checkGiven(state: FailState | TaskState): void {
      const given = givenErrorName(state);
      if (!given || isUnknown(given.at)) return;
      const { name, at, isBeginning } = given;
      if (isBeginning ? name.startsWith('States.') : isInvented(name)) report(at, isBeginning ? `${name}(...)` : name);
    }

    function checkNames({ errorNames }: Retrier | Catcher): void {
      for (const name of errorNames) check(name);
    }

    function check(name: LocatedString): void {
      if (!isUnknown(name) && isInvented(name.value)) report(name, name.value);
    }

    function report(at: LocatedString, name: string): void {
      const meant = nearestReservedName(name);
      context.report({
        loc: context.sourceCode.locOf(at.range),
        messageId: 'unknown',
        data: { name, remedy: remedyOf(name, meant) },
        suggest:
          meant === undefined || at.value !== name
            ? []
            : [
                {
                  messageId: 'change',
                  data: { meant },
                  fix: (fixer) => fixer.replaceTextRange([at.at(0), at.at(name.length)], meant),
                },
              ],
      });
    }
  },
});

const isInvented = (name: string): boolean => isInReservedSpace(name) && !isReservedErrorName(name);

function remedyOf(name: string, meant: string | undefined): string {
  if (name.startsWith('States.Http.StatusCode')) {
    return 'list each status that is meant, such as "States.Http.StatusCode.503": there are no wildcards';
  }
  return meant ? `did you mean "${meant}"?` : 'choose a name without "States."';
}
