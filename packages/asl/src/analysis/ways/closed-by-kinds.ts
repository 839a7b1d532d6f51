import { ChoiceRule, ChoiceState, statesOf, type AslNode, type Expression, type StateMachine } from '../../syntax';
import { impossibleComparisonsOf } from '../shapes/impossible-comparisons';
import { impossibleJsonataComparisonsOf } from '../shapes/impossible-jsonata-comparisons';
import {
  contradictionIn,
  formulaOf,
  leftToDefault,
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
import { broughtData, demandsOn, kindsDemandsOf, type KindsDemands, type KnownKinds } from './known-kinds';

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
  const told = new Set<AslNode>(deadWaysOf(machine).map(({ choice, rule }) => rule ?? choice));
  for (const { read } of impossibleComparisonsOf(machine)) addRule(told, read.expression);
  for (const { expression } of impossibleJsonataComparisonsOf(machine)) addRule(told, expression);
  return choices.flatMap((choice) => closedIn(choice).filter(({ rule }) => !told.has(rule ?? choice)));
}

function addRule(to: Set<AslNode>, { parent: field }: Expression): void {
  const rule = field.parent.enclosing(ChoiceRule);
  if (rule) to.add(rule);
}

/** What the questions about all Choices of a machine may cost together. */
const budgetOf = (machine: StateMachine) => machine.once(freshBudget);
const freshBudget = () => patience();

const allOf = (demands: KindsDemands): Formula[] => [...demands.values()].map(({ formula }) => formula);

function closedIn(choice: ChoiceState): readonly ClosedByKinds[] {
  const demands = kindsDemandsOf(choice);
  if (!demands.size) return [];
  const { choices } = choice;
  const ways: ClosedByKinds[] = [];
  let open = 0;
  const met = new Set<string>();
  for (const index of [...choices.keys(), ...(choice.has('Default') ? [choices.length] : [])]) {
    const rule = choices[index];
    const own = rule ? demandsOn(rule, demands) : [];
    for (const key of own) met.add(key);
    if (isClosedAnyway(choice, rule)) continue;
    const isAlone = rule && choices.length > mostTogether;
    const known = [...(isAlone ? own : met)].map((key) => demands.get(key)!.formula);
    const taken = isAlone ? formulaOf(rule) : takenFormula(choice, index);
    const reasons = known.length
      ? proofAgainst(and(...known, taken), 'true', budgetOf(choice.parent.machine))
      : undefined;
    const because = reasons && kindsIn(reasons, demands);
    if (because?.length) ways.push({ choice, rule, because, by: blamed(choice, rule, reasons!) });
    else open++;
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
  const demands = kindsDemandsOf(choice);
  if (!demands.size) return undefined;
  const formula = and(...allOf(demands), or(...choice.choices.map(formulaOf)));
  const reasons = proofAgainst(formula, 'fails', budgetOf(choice.parent.machine));
  return reasons && kindsIn(reasons, demands);
}

/** A path that two languages read differently is two places, but the same evidence. */
const kindsIn = (reasons: readonly Reason[], demands: KindsDemands): readonly KnownKinds[] => [
  ...new Map(
    reasons
      .flatMap(({ text, outcome }) => (outcome === 'true' ? (demands.get(text)?.kinds() ?? []) : []))
      .map((one) => [one.path, one]),
  ).values(),
];

/** What `leftToDefault` finds among the data that ways bring to the Choice. */
export const broughtToDefault = (choice: ChoiceState): Witness | undefined =>
  leftToDefault(choice, broughtData(choice));
