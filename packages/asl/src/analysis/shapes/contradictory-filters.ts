import { calledVariable, type Jsonata, type JsonataNode, type Span } from '../../expressions';
import { nodesOf } from '../../expressions/jsonata/visited-nodes';
import { common, emptiness, only, type Domain } from '../solver/domain';
import type { RelationType } from '../solver/formula';
import { allBut, valuesRelated } from '../solver/relation';
import { orders } from '../solver/sign';
import { pathStartOf, relativeStartOf, writtenOut } from './plain-path';

/** A filter of JSONata that lets nothing through, because two of its comparisons exclude each other. */
export interface ContradictoryFilter {
  /** Where the second one stands in the text of the expression. */
  readonly span: Span;
  /** `status = "A"` */
  readonly one: string;
  readonly other: string;
}

interface Comparison {
  /** What is compared, as JSONata writes it. */
  readonly path: string;
  readonly operator: string;
  readonly value: string | number | boolean;
  readonly span: Span;
}

/** The filters behind values and steps of paths, several in a row as one, and the functions that `$filter` and `$single` call. */
export function contradictoryFiltersIn({
  ast,
  isComplete,
  hasPlaceholders,
  code,
  text,
}: Jsonata): ContradictoryFilter[] {
  if (!ast || !isComplete || hasPlaceholders || !/\band\b|\]\s*\[/.test(code)) return [];
  return nodesOf(ast).flatMap(({ node }) => {
    const conflict = conflictAmong(conditionsOf(node).flatMap((condition) => comparisonsIn(condition, text)));
    if (!conflict) return [];
    const [one, other] = conflict;
    return [{ span: other.span, one: wordsFor(one), other: wordsFor(other) }];
  });
}

/** The conditions that what a node lets through must all meet. */
function conditionsOf(node: JsonataNode): readonly JsonataNode[] {
  const filters = [...(node.predicate ?? []), ...(node.stages ?? [])];
  const called = calledVariable(node);
  const filtering = node.type === 'function' && (called === 'filter' || called === 'single') ? node.arguments : [];
  return [
    ...filters.flatMap((stage) => (stage.type === 'filter' ? [stage.expr] : [])),
    ...filtering.flatMap((argument) => (argument.type === 'lambda' ? [argument.body] : [])),
  ];
}

/** The comparisons with literals that must all hold. */
function comparisonsIn(node: JsonataNode, text: string): readonly Comparison[] {
  if (node.type === 'block' && node.expressions.length === 1) return comparisonsIn(node.expressions[0]!, text);
  if (node.type !== 'binary') return [];
  const { value: operator, lhs, rhs, position } = node;
  if (operator === 'and') return [lhs, rhs].flatMap((side) => comparisonsIn(side, text));
  if (!Object.hasOwn(turned, operator) || position === undefined) return [];
  const isTurned = literalOf(lhs) !== undefined;
  const value = literalOf(isTurned ? lhs : rhs);
  const compared = isTurned ? rhs : lhs;
  const path = relativeStartOf(compared, text) ?? pathStartOf(compared, text);
  if (value === undefined || !path?.isWhole) return [];
  const written = path.root ? `$${path.root}${writtenOut(path.segments)}` : writtenOut(path.segments).slice(1);
  const span = isTurned
    ? { start: position - operator.length, end: path.end }
    : { start: path.start, end: rhs.position ?? position };
  return [{ path: written, operator: isTurned ? turned[operator]! : operator, value, span }];
}

/** The operators, and what they are with their sides exchanged. */
const turned: Readonly<Record<string, string>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function literalOf(node: JsonataNode): Comparison['value'] | undefined {
  if ((node.type !== 'string' && node.type !== 'number' && node.type !== 'value') || node.predicate) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** More comparisons are not tried with one another. */
const maxComparisons = 20;

function conflictAmong(all: readonly Comparison[]): readonly [Comparison, Comparison] | undefined {
  for (const [at, other] of all.slice(0, maxComparisons).entries()) {
    const one = all.slice(0, at).find((before) => before.path === other.path && areApart(before, other));
    if (one) return [one, other];
  }
  return undefined;
}

/** Whether no value meets both. An order of two types fails, which is another finding. */
function areApart(one: Comparison, other: Comparison): boolean {
  const isOfOneType = typeof one.value === typeof other.value || !(isOrder(one) || isOrder(other));
  return isOfOneType && emptiness(common(valuesFor(one), valuesFor(other))) === 'empty';
}

const isOrder = ({ operator }: Comparison): boolean => Object.hasOwn(orders, operator);

/** All values that meet a comparison. */
function valuesFor({ operator, value }: Comparison): Domain {
  const signs = orders[operator];
  if (signs) return valuesRelated(relationTypes[typeof value]!, signs, value);
  return operator === '=' ? only(value) : allBut(value);
}

const relationTypes: Readonly<Partial<Record<string, RelationType>>> = {
  boolean: 'Boolean',
  number: 'Numeric',
  string: 'String',
};

const wordsFor = ({ path, operator, value }: Comparison): string => `${path} ${operator} ${JSON.stringify(value)}`;
