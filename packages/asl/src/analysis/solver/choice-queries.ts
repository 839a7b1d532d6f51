import { ChoiceRule, descendantsOf, Field, StateMachine, type ChoiceState, type ChoiceTest } from '../../syntax';
import { ruleFormula, testFormula } from './choice-formula';
import { comparedValues } from './compared-values';
import { and, not, or, type Formula } from './formula';
import type { SymbolicRoots } from './read-path';
import { sameConditionBefore } from './same-condition';
import { patience, proofAgainst, solve, type Budget, type Reason } from './solve';
import { reference, type Doubt, type FreeSymbol } from './place';
import { constant } from './symbolic-value';
import type { Witness } from './witness';

/** What a Choice reads as far as the state alone tells: any input, any context, any variables, assigned or not. */
export const choiceInput: FreeSymbol = { id: 'the input of the Choice' };
export const choiceContext: FreeSymbol = { id: 'the context object' };

const rootsOf = (choice: ChoiceState): SymbolicRoots => choice.once(findRoots);

function findRoots(choice: ChoiceState): SymbolicRoots {
  const isEmptied = choice.queryLanguage === 'JSONPath' && choice.field('InputPath')?.value.kind === 'null';
  return {
    input: isEmptied ? constant({}) : reference(choiceInput),
    context: reference(choiceContext),
    variable: (name) => reference({ id: `$${name}`, mayBeAbsent: true }),
  };
}

/** The formula of a rule as far as its state alone tells, made once: each later rule is tried together with it. */
export const formulaOf = (rule: ChoiceRule): Formula => rule.once(findFormula);

const findFormula = (rule: ChoiceRule): Formula => ruleFormula(rule, rootsOf(rule.parent as ChoiceState));

/** The formula that is true where the rule of that number is taken, or Default for the number behind the last. */
export function takenFormula({ choices }: ChoiceState, index: number): Formula {
  const rule = choices[index];
  return and(...choices.slice(0, index).map((earlier) => not(formulaOf(earlier))), ...(rule ? [formulaOf(rule)] : []));
}

/** What the questions about all Choices of a machine may cost together: about half a second. Then nothing more is proven. */
export const budgetOf = (node: ChoiceRule | ChoiceState): Budget =>
  node.enclosing(StateMachine)?.once(patience) ?? patience();

/** A rule that is never taken, whatever the data. */
export interface NeverTaken {
  readonly rule: ChoiceRule;
  /** The earlier rules that are taken, or fail the execution, where it would match. */
  readonly by: readonly ChoiceRule[];
  /** Empty where the conditions are the same, whatever they ask. */
  readonly because: readonly Reason[];
}

/** Why the rule can match no data at all: tests that exclude each other. Undefined where that is not proven. */
export const contradictionIn = (rule: ChoiceRule): readonly Reason[] | undefined => rule.once(findContradiction);

function findContradiction(rule: ChoiceRule): readonly Reason[] | undefined {
  return proofAgainst(formulaOf(rule), 'true', budgetOf(rule));
}

/** A test that can be true of no data. */
export interface Contradiction {
  readonly test: ChoiceTest;
  readonly because: readonly Reason[];
}

/** The rule if it contradicts itself, else the outermost And inside it that does, which an Or or a Not may hide. */
export function contradictionsIn(rule: ChoiceRule): readonly Contradiction[] {
  const because = contradictionIn(rule);
  if (because) return [{ test: rule, because }];
  if (rule.queryLanguage === 'JSONata') return [];
  const roots = rootsOf(rule.parent as ChoiceState);
  const found: Contradiction[] = [];
  const explained = new Set<unknown>();
  for (const node of descendantsOf(rule)) {
    const test = node as ChoiceTest;
    if (node === rule || test.and.length === 0 || explained.has(node)) continue;
    const because = proofAgainst(testFormula(test, roots), 'true', budgetOf(rule));
    if (!because) continue;
    found.push({ test, because });
    for (const inner of descendantsOf(test)) explained.add(inner);
  }
  return found;
}

/** The search takes time quadratic in the number of rules and more: beyond these, nothing is said of them together. */
export const mostRules = 100;

/**
 * The rules of which it is proven that they are never taken because earlier ones are: each could match on its own. A rule
 * that fails wherever its Variable is missing also keeps a later `IsPresent: false` on it from matching.
 */
export const shadowedRules = (choice: ChoiceState): readonly NeverTaken[] => choice.once(findShadowedRules);

function findShadowedRules(choice: ChoiceState): readonly NeverTaken[] {
  if (choice.choices.length > mostRules) return [];
  return choice.choices.flatMap((rule, index): NeverTaken[] => {
    if (index === 0) return [];
    const because = proofAgainst(takenFormula(choice, index), 'true', budgetOf(choice));
    const same = because ? undefined : sameConditionBefore(rule, choice.choices.slice(0, index));
    if (same && !contradictionIn(rule)) return [{ rule, by: [same], because: [] }];
    if (!because || contradictionIn(rule)) return [];
    const blamed = new Set(because.map(({ node }) => ruleAround(node)));
    const by = choice.choices.slice(0, index).filter((earlier) => blamed.has(earlier));
    return [{ rule, by, because }];
  });
}

export const ruleAround = (node: Reason['node']): ChoiceRule | undefined =>
  (node instanceof Field ? node.parent : node).enclosing(ChoiceRule);

/**
 * Whether the rules leave anything to Default.
 *
 * - `proven`: no data comes to Default, and without one States.NoChoiceMatched cannot happen. What is not said is that a
 *   rule always matches: `mayFail` tells whether a rule may fail the execution, for a Variable that is missing or, in
 *   JSONata, a condition that is no boolean. A Default would not help against that.
 * - `refuted`: with `example` no rule matches and none fails. Free data that is not in it may be anything.
 * - `open`: neither is known.
 */
export type Exhaustiveness =
  | { readonly kind: 'proven'; readonly because: readonly Reason[]; readonly mayFail: boolean }
  | { readonly kind: 'refuted'; readonly example: Witness }
  | { readonly kind: 'open'; readonly because: readonly Doubt[] };

export function exhaustivenessOf(choice: ChoiceState): Exhaustiveness {
  if (choice.choices.length > mostRules)
    return { kind: 'open', because: [{ reason: 'there are too many rules', node: choice }] };
  const proof = proofOfExhaustiveness(choice);
  if (proof) return { kind: 'proven', ...proof };
  const solution = solve(takenFormula(choice, choice.choices.length), 'true', budgetOf(choice));
  return solution.kind === 'witness'
    ? { kind: 'refuted', example: solution.values }
    : { kind: 'open', because: solution.kind === 'unknown' ? solution.because : [] };
}

interface ExhaustivenessProof {
  readonly because: readonly Reason[];
  readonly mayFail: boolean;
}

/** What `exhaustivenessOf` says of a Choice where it is proven; undefined where it is not. Needs less time: no example is made. */
export const proofOfExhaustiveness = (choice: ChoiceState): ExhaustivenessProof | undefined =>
  choice.once(findProofOfExhaustiveness);

function findProofOfExhaustiveness(choice: ChoiceState): ExhaustivenessProof | undefined {
  if (choice.choices.length > mostRules) return undefined;
  const budget = budgetOf(choice);
  const because = proofAgainst(takenFormula(choice, choice.choices.length), 'true', budget);
  return because && { because, mayFail: !proofAgainst(or(...choice.choices.map(formulaOf)), 'fails', budget) };
}

/**
 * Data that no rule matches and on which none fails, of the types that the rules compare: rules for `true` and `false`
 * leave nothing, though a text would match neither. `known` is what the data is known to meet. Undefined where none was found.
 */
export function leftToDefault(choice: ChoiceState, ...known: readonly Formula[]): Witness | undefined {
  if (choice.choices.length > mostRules) return undefined;
  const formula = takenFormula(choice, choice.choices.length);
  const solution = solve(and(...known, formula, comparedValues(formula)), 'true', budgetOf(choice));
  return solution.kind === 'witness' ? solution.values : undefined;
}
