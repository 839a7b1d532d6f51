import { typeFaults, uncalledFunctions, type Span } from '../../expressions';
import { StateMachine, type Expression } from '../../syntax';
import { isAssigned } from '../variables/assignments';
import { impossibleJsonataComparisonsOf } from './impossible-jsonata-comparisons';
import type { DataRead } from './data-read';
import { mistypedWaysOf } from './mistyped-ways';
import { jsonataTypesOf, readTypesOf } from './read-types';

/** What a JSONata expression calculates or calls with something of the wrong type. */
export interface LocatedTypeFault {
  /** Where the call or the operator stands in the text of the expression. */
  readonly span: Span;
  readonly message: string;
  /** A look from the way, where it is not so on all of them. */
  readonly onWay?: DataRead;
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
  const types = readTypesOf(machine);
  const faults: LocatedTypeFault[] = literal.map(({ message, start, end }) => ({ message, span: { start, end } }));
  const addNew = (way?: DataRead, told: readonly number[] = []): void => {
    for (const { message, start, end } of typeFaults(jsonata, jsonataTypesOf(expression, types, way?.world))) {
      if (known.has(start) || told.includes(expression.rangeOf({ start, end })[0])) continue;
      known.add(start);
      faults.push({ message, span: { start, end }, ...(way && { onWay: way }) });
    }
  };
  if (types.hasAny(expression)) addNew();
  const ways = types.apart(expression);
  const told = ways.length ? mistypedWaysOf(machine).map(({ operatorRange: [start] }) => start) : [];
  for (const way of ways) addNew(way, told);
  return faults.sort((a, b) => a.span.start - b.span.start);
}
