import { proofOfExhaustiveness, type Reason } from '@stepproof/asl';
import { isWrittenOut, outcomesOf } from '../src/choice-words';
import { createRule } from '../src/create-rule';

export default createRule({
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
    },
    schema: [],
  },
  create(context) {
    return {
      ChoiceState(choice) {
        const field = choice.field('Default');
        if (!field || choice.choices.length === 0) return;
        const proof = proofOfExhaustiveness(choice);
        if (!proof) return;
        context.report({
          loc: context.sourceCode.locOf(field.key.range),
          messageId: proof.mayFail ? 'failing' : 'unused',
          data: {
            state: choice.name,
            target: typeof field.json === 'string' ? field.json : '',
            evidence: evidenceOf(proof.because),
          },
        });
      },
    };
  },
});

/** A condition that is written as true needs none. */
const evidenceOf = (because: readonly Reason[]): string =>
  isWrittenOut(because) ? '' : ` (it cannot be that ${outcomesOf(because)})`;
