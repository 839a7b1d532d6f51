import {
  ChoiceRule,
  contradictionsIn,
  contradictoryFiltersIn,
  deadWaysOf,
  hasOrThatAlwaysHolds,
  jsonataExpressionsOf,
  shadowedRules,
  waysClosedBefore,
  waysClosedByKinds,
  type ChoiceState,
} from '@stepproof/asl';
import { isTypeGuard, isWrittenOut, kindsText, markOf, outcomesOf, valuesText } from '../src/choice-words';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-contradictory-conditions',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow conditions of a Choice, and of filters, that no data can meet',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      rule: 'Rule {{number}} of "{{state}}" never matches, because it cannot be that {{outcomes}}; correct the condition, or remove the rule',
      part: 'This part of rule {{number}} of "{{state}}" is never true, because it cannot be that {{outcomes}}; correct the condition, or remove the part',
      tested:
        'Rule {{number}} of "{{state}}" never matches, because the Choice before it has tested the same: it cannot be that {{outcomes}}; correct one of the tests, or remove the rule',
      known:
        'Rule {{number}} of "{{state}}" never matches, because {{values}} on every way to it; correct the condition or what brings the value, or remove the rule',
      always:
        'An Or in rule {{number}} of "{{state}}" holds for every value, because none makes all its parts false; join them by And if all are to hold, or correct one of them',
      filter:
        'This filter lets nothing through, because it cannot be that {{one}} and {{other}}; join the two by "or" if either will do, or correct one of them',
      kinds:
        'Rule {{number}} of "{{state}}" never matches, because {{kinds}}; correct the condition, or remove the rule',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const { span, one, other } of expression.jsonata ? contradictoryFiltersIn(expression.jsonata) : []) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(span)),
              messageId: 'filter',
              data: { one, other },
            });
          }
        }
        for (const { choice, rule, because } of deadWaysOf(machine)) {
          if (!rule || isToldOtherwise(choice, rule)) continue;
          context.report({
            loc: context.sourceCode.locOf(markOf(rule)),
            messageId: 'known',
            data: {
              number: numberOf(choice, rule),
              state: choice.name,
              values: valuesText(because),
            },
          });
        }
        for (const closed of waysClosedByKinds(machine)) {
          const { choice, rule, because, by } = closed;
          if (!rule || by.length || isTypeGuard(closed)) continue;
          context.report({
            loc: context.sourceCode.locOf(markOf(rule)),
            messageId: 'kinds',
            data: { number: numberOf(choice, rule), state: choice.name, kinds: kindsText(because) },
          });
        }
      },
      ChoiceState(choice) {
        for (const { rule, because } of waysClosedBefore(choice)) {
          if (!rule) continue;
          context.report({
            loc: context.sourceCode.locOf(markOf(rule)),
            messageId: 'tested',
            data: { number: numberOf(choice, rule), state: choice.name, outcomes: outcomesOf(because) },
          });
        }
        for (const [index, rule] of choice.choices.entries()) {
          if (hasOrThatAlwaysHolds(rule)) {
            context.report({
              loc: context.sourceCode.locOf(markOf(rule)),
              messageId: 'always',
              data: { number: String(index + 1), state: choice.name },
            });
          }
          for (const { test, because } of contradictionsIn(rule)) {
            if (isWrittenOut(because)) continue;
            context.report({
              loc: context.sourceCode.locOf(markOf(test)),
              messageId: test instanceof ChoiceRule ? 'rule' : 'part',
              data: { number: String(index + 1), state: choice.name, outcomes: outcomesOf(because) },
            });
          }
        }
      },
    };
  },
});

/** The tests alone say so, here or in an earlier rule, or together with those of the Choice before. */
const isToldOtherwise = (choice: ChoiceState, rule: ChoiceRule): boolean =>
  contradictionsIn(rule).length > 0 ||
  shadowedRules(choice).some((never) => never.rule === rule) ||
  waysClosedBefore(choice).some((closed) => closed.rule === rule);

const numberOf = ({ choices }: ChoiceState, rule: ChoiceRule): string => String(choices.indexOf(rule) + 1);
