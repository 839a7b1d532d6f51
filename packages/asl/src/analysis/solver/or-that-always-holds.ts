import type { ChoiceRule } from '../../syntax';
import { budgetOf, formulaOf } from './choice-queries';
import { present } from './domain';
import { and, demand, not, testsOf, type Formula } from './formula';
import { proofAgainst } from './solve';
import { keyOf, type Reference } from './place';

/**
 * Whether the parts of an Or match every value together, though none does alone: `$a != 1 or $a != 2`. False where that is not
 * proven, and where the rule leaves nothing at all, a missing value included: then Default and the later rules are of no use,
 * which is another finding.
 */
export const hasOrThatAlwaysHolds = (rule: ChoiceRule): boolean => rule.once(findOr);

function findOr(rule: ChoiceRule): boolean {
  const formula = formulaOf(rule);
  const budget = budgetOf(rule);
  const isNever = (part: Formula): boolean => proofAgainst(part, 'true', budget) !== undefined;
  for (const part of alternativesIn(formula)) {
    const values = valuesThere(part);
    if (!isNever(and(values, not(part))) || (part === formula && isNever(not(part)))) continue;
    if (!part.operands.some((operand) => isNever(and(values, not(operand))))) return true;
  }
  return false;
}

type Operation = Extract<Formula, { readonly operands: readonly Formula[] }>;

/** The outermost Or of a condition, and those that must hold together with other tests. */
function* alternativesIn(formula: Formula): Generator<Operation> {
  if (formula.kind === 'or') yield formula;
  if (formula.kind === 'and') for (const operand of formula.operands) yield* alternativesIn(operand);
}

/** That every place that a formula tests has a value. */
function valuesThere(formula: Formula): Formula {
  const places = new Map<string, Formula>();
  for (const tested of testsOf(formula)) {
    for (const { restrictions = [] } of tested.ways('true')) {
      for (const { place } of restrictions)
        if (isData(place)) places.set(keyOf(place), demand(tested.node, tested.text, place, present));
    }
  }
  return and(...places.values());
}

const isData = ({ symbol }: Reference): boolean => !symbol.truthOf;
