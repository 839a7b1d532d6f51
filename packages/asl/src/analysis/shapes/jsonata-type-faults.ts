import { typeFaults, uncalledFunctions, type Span } from '../../expressions';
import { StateMachine, type Expression } from '../../syntax';
import { isAssigned } from '../variables/assignments';
import { impossibleJsonataComparisonsOf } from './impossible-jsonata-comparisons';
import { jsonataTypesOf, readTypesOf } from './read-types';

/** What a JSONata expression calculates or calls with something of the wrong type. */
export interface LocatedTypeFault {
  /** Where the call or the operator stands in the text of the expression. */
  readonly span: Span;
  readonly message: string;
}

/**
 * The faults of types that are written out in an expression, and those that the data of the machine shows: a text of
 * DynamoDB that is calculated with. Comparisons that never hold are found by `impossibleJsonataComparisonsOf`.
 */
export function jsonataTypeFaultsOf(expression: Expression): readonly LocatedTypeFault[] {
  const { jsonata } = expression;
  const machine = expression.parent.parent.enclosing(StateMachine);
  if (!jsonata || !machine) return [];
  const literal = [...typeFaults(jsonata), ...uncalledFunctions(jsonata, (name) => isAssigned(machine, name))];
  const known = new Set(literal.map(({ start }) => start));
  for (const { span, expression: compared } of impossibleJsonataComparisonsOf(machine))
    if (compared === expression) known.add(span.start);
  const byData = typeFaults(jsonata, jsonataTypesOf(expression, readTypesOf(machine)));
  return [...literal, ...byData.filter(({ start }) => !known.has(start))]
    .sort((a, b) => a.start - b.start)
    .map(({ message, start, end }) => ({ message, span: { start, end } }));
}
