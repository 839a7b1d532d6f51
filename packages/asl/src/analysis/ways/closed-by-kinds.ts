import { ChoiceRule, ChoiceState, statesOf, type AslNode, type Expression, type StateMachine } from '../../syntax';
import { dataFlowOf, type DataFlow } from '../shapes/data-flow';
import { impossibleComparisonsOf } from '../shapes/impossible-comparisons';
import { impossibleJsonataComparisonsOf } from '../shapes/impossible-jsonata-comparisons';
import {
  contradictionIn,
  formulaOf,
  leftToDefault,
  mostRules,
  proofOfExhaustiveness,
  ruleAround,
  shadowedRules,
  takenFormula,
} from '../solver/choice-queries';
import { waysClosedBefore } from '../solver/choice-chain';
import { and, or, type Formula } from '../solver/formula';
import { patience, proofAgainst, type Reason } from '../solver/solve';
import type { Witness } from '../solver/witness';
import { deadWaysOf } from './dead-ways';
import { kindsDemandsOf, type KindsDemand, type KnownKinds } from './known-kinds';

/** A rule, or the Default, that is never taken because of what kinds of values every way brings to its Choice. */
export interface ClosedByKinds {
  readonly choice: ChoiceState;
  /** The rule; undefined for the Default. */
  readonly rule: ChoiceRule | undefined;
  /** One at least. */
  readonly because: readonly KnownKinds[];
  /** The earlier rules that take the rest; none where the condition alone never holds. */
  readonly by: readonly ChoiceRule[];
}

/** Each rule is tried together with the earlier ones up to that number of rules, beyond it by itself. */
const mostTogether = 20;

/**
 * In the order of the text. What the rules, the Choices before, known values or a
 * comparison of the wrong type alone exclude is left out.
 */
export const waysClosedByKinds = (machine: StateMachine): readonly ClosedByKinds[] => machine.once(findClosedWays);

function findClosedWays(machine: StateMachine): readonly ClosedByKinds[] {
  const choices = [...statesOf(machine)].filter((state) => state instanceof ChoiceState);
  if (!choices.length) return [];
  const flow = dataFlowOf(machine);
  const told = new Set<AslNode>(deadWaysOf(machine).map(({ choice, rule }) => rule ?? choice));
  for (const { read } of impossibleComparisonsOf(machine)) addRule(told, read.expression);
  for (const { expression } of impossibleJsonataComparisonsOf(machine)) addRule(told, expression);
  return choices.flatMap((choice) => closedIn(choice, flow).filter(({ rule }) => !told.has(rule ?? choice)));
}

function addRule(to: Set<AslNode>, { parent: field }: Expression): void {
  const rule = field.parent.enclosing(ChoiceRule);
  if (rule) to.add(rule);
}

/** What the questions about all Choices of a machine may cost together. */
const budgetOf = (machine: StateMachine) => machine.once(freshBudget);
const freshBudget = () => patience();

/** What is known of the data of a Choice, as a formula; undefined where nothing is. */
function demandsIn(choice: ChoiceState, flow: DataFlow): ReadonlyMap<string, KindsDemand> | undefined {
  const { length } = choice.choices;
  const worlds = flow.worldsAt(choice);
  if (!worlds.length || !length || length > mostRules) return undefined;
  const demands = kindsDemandsOf(choice, worlds, or(...choice.choices.map(formulaOf)));
  return demands.size ? demands : undefined;
}

const allOf = (demands: ReadonlyMap<string, KindsDemand>): Formula[] =>
  [...demands.values()].map(({ formula }) => formula);

function closedIn(choice: ChoiceState, flow: DataFlow): readonly ClosedByKinds[] {
  const demands = demandsIn(choice, flow);
  if (!demands) return [];
  const { choices } = choice;
  const budget = budgetOf(choice.parent.machine);
  const known = allOf(demands);
  const ways: ClosedByKinds[] = [];
  let open = 0;
  for (const index of [...choices.keys(), ...(choice.has('Default') ? [choices.length] : [])]) {
    const rule = choices[index];
    const together = !rule || choices.length <= mostTogether;
    const formula = together ? takenFormula(choice, index) : formulaOf(rule);
    const reasons = proofAgainst(and(...known, formula), 'true', budget);
    if (!reasons) {
      open++;
      continue;
    }
    const because = kindsIn(reasons, demands);
    if (!because.length || isClosedAnyway(choice, rule)) continue;
    ways.push({ choice, rule, because, by: blamed(choice, rule, reasons) });
  }
  // Where nothing is left the Choice fails for another reason, which is another finding.
  return open ? ways : [];
}

function blamed({ choices }: ChoiceState, rule: ChoiceRule | undefined, reasons: readonly Reason[]): ChoiceRule[] {
  const around = new Set(reasons.map(({ node }) => ruleAround(node)));
  return choices.filter((one) => one !== rule && around.has(one));
}

/** Whether the rules, or the Choices before, leave nothing to it. */
function isClosedAnyway(choice: ChoiceState, rule: ChoiceRule | undefined): boolean {
  if (waysClosedBefore(choice).some((closed) => closed.rule === rule)) return true;
  if (!rule) return proofOfExhaustiveness(choice) !== undefined;
  return contradictionIn(rule) !== undefined || shadowedRules(choice).some((never) => never.rule === rule);
}

/** Whether what is known of the data lets no rule fail the execution. */
export function kindsKeepFromFailing(choice: ChoiceState): readonly KnownKinds[] | undefined {
  const demands = demandsIn(choice, dataFlowOf(choice.parent.machine));
  if (!demands) return undefined;
  const formula = and(...allOf(demands), or(...choice.choices.map(formulaOf)));
  const reasons = proofAgainst(formula, 'fails', budgetOf(choice.parent.machine));
  return reasons && kindsIn(reasons, demands);
}

/** A path that two languages read differently is two places, but the same evidence. */
const kindsIn = (reasons: readonly Reason[], demands: ReadonlyMap<string, KindsDemand>): readonly KnownKinds[] => [
  ...new Map(
    reasons
      .flatMap(({ text, outcome }) => (outcome === 'true' ? (demands.get(text)?.kinds() ?? []) : []))
      .map((one) => [one.path, one]),
  ).values(),
];

/** What `leftToDefault` finds among the data that ways bring to the Choice. */
export function broughtToDefault(choice: ChoiceState): Witness | undefined {
  const demands = demandsIn(choice, dataFlowOf(choice.parent.machine));
  return leftToDefault(choice, ...(demands ? allOf(demands) : []));
}
