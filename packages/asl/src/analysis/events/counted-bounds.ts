import { calledVariable, type JsonataNode } from '../../expressions';
import { ChoiceRule, type ChoiceTest, type ChoiceState, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { graphOf, type Transition } from '../graph/graph';
import { placeOf } from './number-puts';

/** A number that a Choice of a loop compares: the loop is gone round only while the place holds less (or more) than it. */
export interface CountedBound {
  readonly place: string;
  /** The number, or the place that holds it, or whose elements it is the number of. */
  readonly bound: number | string;
  readonly isUpper: boolean;
  /** The loop still goes on when the number is reached. */
  readonly isIncluded: boolean;
  /** Whether it is compared by `Equals` only, which is taken for both sides. */
  readonly isExact: boolean;
  /** Whether it decides alone: another condition beside it may keep the loop going, or end it. */
  readonly isAlone: boolean;
  readonly at: Located;
}

type Comparison = Omit<CountedBound, 'at'>;

/** What the rules say that lead back into the loop, and those that leave it, where what comes behind them may do the other. */
export const boundsIn = (choice: ChoiceState, loop: ReadonlySet<State>): readonly CountedBound[] =>
  graphOf(choice.parent)
    .transitionsFrom(choice)
    .flatMap((way) => {
      const bounds = boundsOn(way, loop);
      return bounds.length && decides(way, choice, loop) ? bounds : [];
    });

/** All that the rules compare, be it that the loop goes on either way, as one with another loop inside does. */
export const comparedIn = (choice: ChoiceState, loop: ReadonlySet<State>): readonly CountedBound[] =>
  graphOf(choice.parent)
    .transitionsFrom(choice)
    .flatMap((way) => boundsOn(way, loop));

/** Whether a rule makes a difference to whether the loop goes on: without a Default the execution fails. */
export function decides(rule: Transition, choice: ChoiceState, loop: ReadonlySet<State>): boolean {
  const ways = graphOf(choice.parent).transitionsFrom(choice);
  const fallback = ways.find(({ node }) => node === choice);
  const rules = ways.filter((way) => way !== fallback);
  const behind = rules.slice(rules.indexOf(rule) + 1);
  const goesOn = staysIn(rule, loop);
  return [...behind, fallback].some((way) => (way !== undefined && staysIn(way, loop)) !== goesOn);
}

const staysIn = ({ to }: Transition, loop: ReadonlySet<State>): boolean => to !== undefined && loop.has(to);

/** What one rule says; a Default says nothing. */
export function boundsOn(way: Transition, loop: ReadonlySet<State>): readonly CountedBound[] {
  const { node } = way;
  if (!(node instanceof ChoiceRule)) return [];
  const goesOn = staysIn(way, loop);
  const condition = node.field('Condition');
  if (!condition) return boundsOfTest(node, goesOn, true);
  const ast = condition.expressions[0]?.jsonata?.ast;
  return ast ? comparisonsIn(ast, goesOn, true).map((bound) => ({ ...bound, at: condition.value })) : [];
}

/** To go on, each part of an And must hold; to leave, one part of an Or is enough. In the others a part does not decide alone. */
function boundsOfTest(test: ChoiceTest, goesOn: boolean, isAlone: boolean): CountedBound[] {
  const [deciding, others] = goesOn ? [test.and, test.or] : [test.or, test.and];
  const parts = [
    ...deciding.flatMap((part) => boundsOfTest(part, goesOn, isAlone)),
    ...others.flatMap((part) => boundsOfTest(part, goesOn, false)),
  ];
  if (parts.length) return parts;
  if (test.not) return boundsOfTest(test.not, !goesOn, isAlone);
  const place = test.field('Variable')?.json;
  return test.operators.flatMap((name) => {
    const operand = test.field(name)!.value;
    const [, operator, isPath] = /^Numeric(\w+?)(Path)?$/.exec(name) ?? [];
    if (typeof place !== 'string' || operator === undefined) return [];
    const bound = isPath ? stringIn(operand) : operand.kind === 'number' ? operand.value : undefined;
    if (bound === undefined) return [];
    return comparisonOf(place, operator, bound, goesOn, isAlone).map((one) => ({ ...one, at: operand }));
  });
}

const stringIn = (value: Located): string | undefined => (value.kind === 'string' ? value.value : undefined);

const operators: ReadonlyMap<string, string> = new Map([
  ['<', 'LessThan'],
  ['<=', 'LessThanEquals'],
  ['>', 'GreaterThan'],
  ['>=', 'GreaterThanEquals'],
  ['=', 'Equals'],
  ['!=', 'NotEquals'],
]);

const mirrored: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
  ['=', '='],
  ['!=', '!='],
]);

function comparisonsIn(node: JsonataNode, goesOn: boolean, isAlone: boolean): Comparison[] {
  if (node.type === 'block' && node.expressions.length === 1)
    return comparisonsIn(node.expressions[0]!, goesOn, isAlone);
  if (node.type !== 'binary') return [];
  const { value, lhs, rhs } = node;
  if (value === 'and' || value === 'or') {
    const decides = value === (goesOn ? 'and' : 'or');
    return [lhs, rhs].flatMap((side) => comparisonsIn(side, goesOn, isAlone && decides));
  }
  const isMirrored = lhs.type === 'number' || placeOf(lhs) === undefined;
  const [path, limit] = isMirrored ? [rhs, lhs] : [lhs, rhs];
  const place = placeOf(path);
  const bound = limitOf(limit);
  const operator = operators.get((isMirrored ? mirrored.get(value) : value) ?? '');
  if (place === undefined || operator === undefined || bound === undefined) return [];
  return comparisonOf(place, operator, bound, goesOn, isAlone);
}

/** A number, a place, or the `$count` of one. */
function limitOf(node: JsonataNode): number | string | undefined {
  if (node.type === 'number') return Number(node.value);
  const [counted] = node.type === 'function' ? node.arguments : [];
  return placeOf(counted && calledVariable(node) === 'count' ? counted : node);
}

/** `Equals` ends a loop that comes to the number in its steps, from either side; it is taken for both. */
function comparisonOf(
  place: string,
  operator: string,
  bound: number | string,
  goesOn: boolean,
  isAlone: boolean,
): Comparison[] {
  if (operator === 'Equals' || operator === 'NotEquals') {
    const sides = goesOn === (operator === 'NotEquals') ? [true, false] : [];
    return sides.map((isUpper) => ({ place, bound, isUpper, isIncluded: false, isExact: true, isAlone }));
  }
  const isLess = operator.startsWith('Less');
  const hasEquals = operator.endsWith('Equals');
  return [{ place, bound, isUpper: isLess === goesOn, isIncluded: hasEquals === goesOn, isExact: false, isAlone }];
}
