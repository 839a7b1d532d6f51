import {
  deadWaysOf,
  kindsKeepFromFailing,
  proofOfExhaustiveness,
  waysClosedBefore,
  waysClosedByKinds,
  type ChoiceState,
  type Field,
  type KnownRead,
  type Reason,
} from '@stepproof/asl';
import { isFailure, isWrittenOut, kindsText, outcomesOf, valuesText } from '../src/choice-words';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unused-default',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow a Default that the rules leave nothing to',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unused:
        '"{{state}}" never goes to its Default "{{target}}", because the rules match everything{{evidence}}; remove the Default, or correct the rules',
      failing:
        '"{{state}}" never goes to its Default "{{target}}": where no rule matches, one of them fails the execution, because a value is missing or of another type; test for that before, and remove the Default',
      tested:
        '"{{state}}" never goes to its Default "{{target}}", because the Choice before it has tested the same: it cannot be that {{outcomes}}; remove the Default, or correct one of the tests',
      known:
        '"{{state}}" never goes to its Default "{{target}}", because {{values}} on every way to it, and a rule matches that; remove the Default, or let the value be what the rules were meant to test',
      kinds:
        '"{{state}}" never goes to its Default "{{target}}", because {{kinds}}, and the rules take all of that; remove the Default, or correct the rules',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine) {
        for (const { choice, rule, because } of deadWaysOf(machine)) {
          const field = choice.field('Default');
          if (rule || !field || isToldOtherwise(choice) || isMeantForNothing(choice, because)) continue;
          context.report({
            loc: context.sourceCode.locOf(field.key.range),
            messageId: 'known',
            data: {
              state: choice.name,
              target: targetOf(field),
              values: valuesText(because),
            },
          });
        }
        for (const { choice, rule, because } of waysClosedByKinds(machine)) {
          const field = choice.field('Default');
          if (rule || !field) continue;
          context.report({
            loc: context.sourceCode.locOf(field.key.range),
            messageId: 'kinds',
            data: { state: choice.name, target: targetOf(field), kinds: kindsText(because) },
          });
        }
      },
      ChoiceState(choice) {
        const field = choice.field('Default');
        if (!field || choice.choices.length === 0) return;
        const closed = waysClosedBefore(choice).find(({ rule }) => !rule);
        // A Fail behind several rules is there for what nobody expects.
        if (closed && choice.choices.length > 1 && defaultFails(choice)) return;
        if (closed) {
          context.report({
            loc: context.sourceCode.locOf(field.key.range),
            messageId: 'tested',
            data: { state: choice.name, target: targetOf(field), outcomes: outcomesOf(closed.because) },
          });
          return;
        }
        const proof = proofOfExhaustiveness(choice);
        if (!proof) return;
        const kinds = proof.mayFail ? kindsKeepFromFailing(choice) : undefined;
        context.report({
          loc: context.sourceCode.locOf(field.key.range),
          messageId: kinds ? 'kinds' : proof.mayFail ? 'failing' : 'unused',
          data: {
            state: choice.name,
            target: targetOf(field),
            evidence: evidenceOf(proof.because),
            kinds: kindsText(kinds ?? []),
          },
        });
      },
    };
  },
});

const targetOf = ({ json }: Field): string => (typeof json === 'string' ? json : '');

/** A condition that is written as true needs none. */
const evidenceOf = (because: readonly Reason[]): string =>
  isWrittenOut(because) ? '' : ` (it cannot be that ${outcomesOf(because)})`;

/** The rules alone say so, or together with the Choice before. */
const isToldOtherwise = (choice: ChoiceState): boolean =>
  proofOfExhaustiveness(choice) !== undefined || waysClosedBefore(choice).some(({ rule }) => !rule);

/** Each of several values has its rule, and a Fail is there for what nobody expects: that is good practice. */
const isMeantForNothing = (choice: ChoiceState, because: readonly KnownRead[]): boolean =>
  because.some(({ leadsTo }) => typeof leadsTo !== 'string' && leadsTo.length > 1) && defaultFails(choice);

const defaultFails = (choice: ChoiceState): boolean => isFailure(choice, choice.field('Default')?.json);
