import type { StateMachine } from '../../syntax';
import { literalComparisonsOf, type LiteralComparison } from './literal-comparisons';

/** A comparison of a Choice of what a path leads to with a text: `StringEquals`, or `=` in JSONata. */
export interface ComparedText extends Pick<LiteralComparison, 'range' | 'path' | 'language' | 'ways'> {
  readonly text: string;
}

export const comparedTextsOf = (machine: StateMachine): readonly ComparedText[] => machine.once(findComparedTexts);

const findComparedTexts = (machine: StateMachine): readonly ComparedText[] =>
  literalComparisonsOf(machine).flatMap(({ literal, operator, ...others }) =>
    typeof literal === 'string' && equalities.has(operator) ? [{ text: literal, ...others }] : [],
  );

const equalities: ReadonlySet<string> = new Set(['StringEquals', '=']);
