import {
  ChoiceState,
  descendantsOf,
  PassState,
  WaitState,
  type AslNode,
  type ChoiceRule,
  type State,
} from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { reachableStates } from '../graph/reachability';
import { budgetOf, mostRules, takenFormula } from './choice-queries';
import { and, anyOf, type Formula } from './formula';
import { proofAgainst, type Reason } from './solve';

/** A rule, or the Default, that is never taken because of what the Choices right before have tested. */
export interface ClosedWay {
  /** Undefined for the Default. */
  readonly rule: ChoiceRule | undefined;
  readonly because: readonly Reason[];
}

/** Ways beyond that number, and Choices further back, are not looked at: what they let through is taken for anything. */
const mostWays = 6;
const mostSteps = 3;

/**
 * What no data can take that has come by the Choices which lead to this one, with the same data: nothing is between them but
 * states that hand it on as it is. What the rules alone exclude is left out.
 */
export const waysClosedBefore = (choice: ChoiceState): readonly ClosedWay[] => choice.once(findClosedWays);

function findClosedWays(choice: ChoiceState): readonly ClosedWay[] {
  if (!mayShareData(choice)) return [];
  const arriving = arrivingAt(choice, []);
  const budget = budgetOf(choice);
  if (!arriving || proofAgainst(arriving, 'true', budget)) return [];
  const indexes = [...choice.choices.keys(), ...(choice.has('Default') ? [choice.choices.length] : [])];
  return indexes.flatMap((index): ClosedWay[] => {
    const taken = takenFormula(choice, index);
    const because = proofAgainst(and(arriving, taken), 'true', budget);
    return because && !proofAgainst(taken, 'true', budget) ? [{ rule: choice.choices[index], because }] : [];
  });
}

/**
 * The formula of the data that comes to a state; undefined where it may be anything. What comes by one of the ways might
 * have failed the tests of another one.
 */
function arrivingAt(state: State, passed: readonly State[]): Formula | undefined {
  const graph = graphOf(state.parent);
  if (graph.isPartial || graph.start === state || passed.length >= mostSteps) return undefined;
  const reachable = reachableStates(state.parent);
  const ways = graph.transitionsTo(state).filter(({ from }) => reachable.has(from));
  if (!ways.length || ways.length > mostWays) return undefined;
  const formulas = ways.map((way) => arrivingBy(way, [...passed, state]));
  return formulas.every((formula) => formula !== undefined) ? anyOf(...formulas) : undefined;
}

function arrivingBy({ from, node }: Transition, passed: readonly State[]): Formula | undefined {
  if (passed.includes(from)) return undefined;
  const before = arrivingAt(from, passed);
  if (node === from && handsOn(from)) return before;
  if (!(from instanceof ChoiceState) || !mayShareData(from) || changesData(node) || changesData(from)) return undefined;
  const index = node === from ? from.choices.length : from.choices.indexOf(node as ChoiceRule);
  const taken = takenFormula(from, index);
  return before ? and(before, taken) : taken;
}

/** Whether what the state tests is the same for the next one: not where an execution is at the moment. */
const mayShareData = (choice: ChoiceState): boolean => choice.once(findWhetherDataIsShared);

const findWhetherDataIsShared = (choice: ChoiceState): boolean =>
  choice.choices.length <= mostRules &&
  !choice.has('InputPath') &&
  ![...descendantsOf(choice)].some(({ fields }) =>
    fields.some(({ expressions }) => expressions.some(({ text }) => text !== undefined && changing.test(text))),
  );

const changing = /\$\$\.State\b|\bcontext\s*\.\s*State\b|\$(?:random|uuid|now|millis|shuffle|eval)\b/;

const handsOn = (state: State): boolean =>
  (state instanceof WaitState || state instanceof PassState) && !changesData(state);

const changesData = (node: AslNode): boolean => changes.some((name) => node.has(name)) || node.hasUnknownFields;

const changes = ['Result', 'Parameters', 'InputPath', 'OutputPath', 'ResultPath', 'Output', 'Assign'];
