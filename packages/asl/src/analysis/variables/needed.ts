import { calledVariable, type JsonataNode } from '../../expressions';

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '<', '<=', '>', '>=']);

/** Functions that give nothing, or fail, where their first argument is nothing. */
export const functionsOfSomething: ReadonlySet<string> = new Set(
  (
    'abs average base64decode base64encode ceil contains decodeUrl decodeUrlComponent encodeUrl encodeUrlComponent ' +
    'floor formatBase formatInteger formatNumber fromMillis hash join keys length lookup lowercase map match max min ' +
    'number pad parse parseInteger power replace reverse round shuffle sort split sqrt string substring ' +
    'substringAfter substringBefore sum toMillis trim uppercase'
  ).split(' '),
);

/**
 * Where the variables stand (the offset behind each) without whose value the expression gives nothing or an error, and so
 * fails: what it is a path of, the operands of arithmetic and of an order, what a function makes its result of.
 */
export function neededBy(node: JsonataNode): readonly (number | undefined)[] {
  switch (node.type) {
    case 'variable':
      return [node.position];
    case 'path': {
      const [first] = node.steps;
      return first && !node.keepSingletonArray && !node.group ? neededBy(first) : [];
    }
    case 'binary':
      return arithmetic.has(node.value) ? [...neededBy(node.lhs), ...neededBy(node.rhs)] : [];
    case 'unary':
      return node.value === '-' ? neededBy(node.expression) : [];
    case 'block':
      return node.expressions.length === 1 ? neededBy(node.expressions[0]!) : [];
    case 'function':
      return neededByCall(node, node.arguments[0]);
    case 'apply':
      return neededByCall(node.rhs, node.lhs);
    default:
      return [];
  }
}

const neededByCall = (call: JsonataNode, first: JsonataNode | undefined): readonly (number | undefined)[] =>
  first && functionsOfSomething.has(calledVariable(call) ?? '') ? neededBy(first) : [];

/**
 * Where the variables stand without whose value a text that the expression makes lacks a part, "Order  failed": `&` joins
 * nothing as if it were an empty text.
 */
export function joinedBy(node: JsonataNode): readonly (number | undefined)[] {
  switch (node.type) {
    case 'binary':
      return node.value === '&' ? [node.lhs, node.rhs].flatMap((side) => [...neededBy(side), ...joinedBy(side)]) : [];
    case 'unary':
      if (node.value === '{') return node.lhs.flatMap(([, value]) => joinedBy(value));
      return node.value === '[' ? node.expressions.flatMap(joinedBy) : [];
    case 'block':
      return node.expressions.length === 1 ? joinedBy(node.expressions[0]!) : [];
    case 'function':
      return node.arguments.flatMap(joinedBy);
    default:
      return [];
  }
}
