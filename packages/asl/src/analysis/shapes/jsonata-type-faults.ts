import { typeFaults, type Span } from '../../expressions';
import type { Expression, StateMachine } from '../../syntax';
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
export function jsonataTypeFaultsOf(expression: Expression, machine: StateMachine): readonly LocatedTypeFault[] {
  const { parsed } = expression;
  if (parsed.language !== 'jsonata' || !parsed.result.value) return [];
  const literal = typeFaults(parsed.result.value);
  const known = new Set(literal.map(({ start }) => start));
  for (const { span, expression: compared } of comparedIn(machine)) if (compared === expression) known.add(span.start);
  const byData = typeFaults(parsed.result.value, jsonataTypesOf(expression, readTypesOf(machine)));
  return [...literal, ...byData.filter(({ start }) => !known.has(start))]
    .sort((a, b) => a.start - b.start)
    .map(({ message, start, end }) => ({ message, span: { start, end } }));
}

const comparedIn = (machine: StateMachine) => machine.once(impossibleJsonataComparisonsOf);
