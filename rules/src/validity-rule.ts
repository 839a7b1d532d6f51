import type { SuggestedEdit } from '@eslint/core';
import { validityChecks, type StateMachine, type Suggestion, type ValidityCheckName } from '@stepproof/asl';
import { createStatelessRule } from './create-rule';
import type { RuleFamily } from './rule-types';

interface ValidityRuleOptions {
  readonly family?: RuleFamily;
  readonly hasSuggestions?: boolean;
}

/** A rule that reports what one of asl's validity checks finds: what AWS refuses, or what must fail when it is run. */
export function validityRule(
  name: ValidityCheckName,
  description: string,
  { family = 'syntax', hasSuggestions = false }: ValidityRuleOptions = {},
) {
  return createStatelessRule({
    name,
    meta: {
      type: 'problem',
      docs: { description, family, recommended: true, severity: 'error' },
      messages: { invalid: '{{message}}', suggestion: '{{message}}' },
      schema: [],
      hasSuggestions,
    },
    create(context) {
      return {
        StateMachine(machine: StateMachine) {
          const workflowType = context.sourceCode.workflowTypeOf(machine);
          for (const problem of validityChecks[name](machine, { workflowType })) {
            if (problem.isConsequence) continue;
            const { message, range, suggestion } = problem;
            context.report({
              loc: context.sourceCode.locOf(range),
              messageId: 'invalid',
              data: { message },
              suggest: suggestion ? [suggest(suggestion)] : [],
            });
          }
        },
      };
    },
  });
}

const suggest = ({ message, range, text }: Suggestion): SuggestedEdit<'suggestion'> => ({
  messageId: 'suggestion',
  data: { message },
  fix: (fixer) => fixer.replaceTextRange([...range], text),
});
