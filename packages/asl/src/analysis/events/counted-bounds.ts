import type { JsonataNode } from '../../expressions';
import { ChoiceRule, type ChoiceTest, type ChoiceState, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { graphOf } from '../graph';
import { placeOf } from './number-puts';

/** A number that a Choice of a loop compares: the loop is gone round only while the place holds less (or more) than it. */
export interface CountedBound {
  readonly place: string;
  readonly bound: number;
  readonly isUpper: boolean;
  /** The loop still goes on when the number is reached. */
  readonly isIncluded: boolean;
  readonly at: Located;
}

type Comparison = Omit<CountedBound, 'at'>;

/** What the rules say that lead back into the loop, and those that leave it. */
export function boundsIn(choice: ChoiceState, loop: ReadonlySet<State>): readonly CountedBound[] {
  return graphOf(choice.parent)
    .transitionsFrom(choice)
    .flatMap(({ node, to }) => {
      if (!(node instanceof ChoiceRule)) return [];
      const goesOn = to !== undefined && loop.has(to);
      const condition = node.field('Condition');
      if (!condition) return boundsOfTest(node, goesOn);
      const ast = condition.expressions[0]?.jsonata?.ast;
      return ast ? comparisonsIn(ast, goesOn).map((bound) => ({ ...bound, at: condition.value })) : [];
    });
}

/** To go on, each part of an And must hold; to leave, one part of an Or is enough. */
function boundsOfTest(test: ChoiceTest, goesOn: boolean): CountedBound[] {
  const parts = goesOn ? test.and : test.or;
  if (parts.length) return parts.flatMap((part) => boundsOfTest(part, goesOn));
  const place = test.field('Variable')?.json;
  return test.operators.flatMap((name) => {
    const operand = test.field(name)!.value;
    const [, operator] = /^Numeric(\w+)$/.exec(name) ?? [];
    if (typeof place !== 'string' || operand.kind !== 'number' || operator === undefined) return [];
    return comparisonOf(place, operator, operand.value, goesOn).map((bound) => ({ ...bound, at: operand }));
  });
}

const operators: ReadonlyMap<string, string> = new Map([
  ['<', 'LessThan'],
  ['<=', 'LessThanEquals'],
  ['>', 'GreaterThan'],
  ['>=', 'GreaterThanEquals'],
  ['=', 'Equals'],
]);

const mirrored: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
  ['=', '='],
]);

function comparisonsIn(node: JsonataNode, goesOn: boolean): Comparison[] {
  if (node.type === 'block' && node.expressions.length === 1) return comparisonsIn(node.expressions[0]!, goesOn);
  if (node.type !== 'binary') return [];
  const { value, lhs, rhs } = node;
  if (value === (goesOn ? 'and' : 'or')) return [lhs, rhs].flatMap((side) => comparisonsIn(side, goesOn));
  const isMirrored = lhs.type === 'number';
  const [path, number] = isMirrored ? [rhs, lhs] : [lhs, rhs];
  const place = placeOf(path);
  const operator = operators.get((isMirrored ? mirrored.get(value) : value) ?? '');
  if (place === undefined || operator === undefined || number.type !== 'number') return [];
  return comparisonOf(place, operator, Number(number.value), goesOn);
}

/** `Equals` ends a loop that comes to the number in its steps, from either side; it is taken for both. */
function comparisonOf(place: string, operator: string, bound: number, goesOn: boolean): Comparison[] {
  if (operator === 'Equals')
    return goesOn ? [] : [true, false].map((isUpper) => ({ place, bound, isUpper, isIncluded: false }));
  const isLess = operator.startsWith('Less');
  const hasEquals = operator.endsWith('Equals');
  return [{ place, bound, isUpper: isLess === goesOn, isIncluded: hasEquals === goesOn }];
}
