import type { Json, JsonataNode, JsonataPathNode } from '@stepproof/asl';
import type { PathUse, UseRoot } from './path-use';
import { content, eachItem, type Use, type UsePath } from './used-value';

/** The paths below `$states` and variables in a JSONata expression, with what they are compared with. */
export function jsonataUses(root: JsonataNode): readonly PathUse[] {
  const found: PathUse[] = [];
  visit(root, undefined, found, 0);
  return found;
}

/** The parser's own limit is higher; what is deeper than this is not looked at. */
const maxDepth = 100;

/** @param context the items that names without a root are members of: inside a filter */
function visit(node: JsonataNode, context: PathUse | undefined, found: PathUse[], depth: number): void {
  if (depth > maxDepth) return;
  if (node.type === 'apply') {
    visit(callOf(node), context, found, depth + 1);
    return;
  }
  if (node.type === 'function') visitFunctions(node, context, found, depth);
  if (node.type === 'binary') found.push(...comparisonUses(node.value, node.lhs, node.rhs, context));
  found.push(...callUses(node, context));
  const place = placeOf(node, context);
  if (place) found.push(place);
  if (node.type === 'path') visitFilters(node, context, found, depth);
  for (const child of childrenOf(node)) if (child.type !== 'lambda') visit(child, context, found, depth + 1);
}

/** `a ~> $f(b)` is `$f(a, b)`. */
const callOf = ({ lhs, rhs }: Extract<JsonataNode, { type: 'apply' }>): JsonataNode =>
  rhs.type === 'function'
    ? { ...rhs, arguments: [lhs, ...rhs.arguments] }
    : { type: 'function', procedure: rhs, arguments: [lhs] };

/** `$filter(lines, function($line) { $line.quantity > 0 })`: the first parameter stands for the items. */
function visitFunctions(
  { arguments: all }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
  context: PathUse | undefined,
  found: PathUse[],
  depth: number,
): void {
  const list = all[0] && placeOf(all[0], context);
  for (const argument of all) {
    if (argument.type !== 'lambda') continue;
    const inside: PathUse[] = [];
    visit(argument.body, context, inside, depth + 1);
    const parameters = argument.arguments.map(({ value }) => value);
    for (const use of inside) {
      const index = typeof use.root === 'object' ? parameters.indexOf(use.root.variable) : -1;
      if (index < 0) found.push(use);
      else if (index === 0 && list)
        found.push({ ...use, root: list.root, path: [...list.path, eachItem, ...use.path] });
    }
  }
}

/** `lines[quantity > 0]`: the lines are items with a quantity. */
function visitFilters(node: JsonataPathNode, context: PathUse | undefined, found: PathUse[], depth: number): void {
  for (const [index, step] of node.steps.entries()) {
    for (const stage of step.stages ?? []) {
      if (stage.type !== 'filter' || stage.expr.type === 'number') continue;
      const place = placeOf({ ...node, steps: node.steps.slice(0, index + 1) }, context);
      if (!place) continue;
      found.push({ ...place, use: 'array' });
      visit(stage.expr, { ...place, path: [...place.path, eachItem] }, found, depth + 1);
    }
  }
}

const comparisons = new Set(['=', '!=', '<', '<=', '>', '>=', 'in']);
const operandUses: Readonly<Record<string, Use>> = {
  '+': 'number',
  '-': 'number',
  '*': 'number',
  '/': 'number',
  '%': 'number',
  '&': 'string',
  and: 'boolean',
  or: 'boolean',
};

function comparisonUses(
  operator: string,
  lhs: JsonataNode,
  rhs: JsonataNode,
  context: PathUse | undefined,
): readonly PathUse[] {
  const places = [lhs, rhs].map(behindTexts).flatMap((side) => placeOf(side, context) ?? []);
  if (Object.hasOwn(operandUses, operator)) return places.map((place) => ({ ...place, use: operandUses[operator] }));
  if (!comparisons.has(operator)) return [];
  const literals = operator === 'in' ? itemsOf(rhs) : [...literalsOf(lhs), ...literalsOf(rhs)];
  const use = [lhs, rhs].some(isNow)
    ? 'timestamp'
    : (useOf(literals[0]) ?? (orders.has(operator) ? 'number' : undefined));
  return places.map((place) => ({ ...place, literals, use }));
}

/** What has an order is a number as a rule, where no constant says that it is a text. */
const orders = new Set(['<', '<=', '>', '>=']);

/** Functions that leave a text nearly as it is: what is compared with the one may do for the other. */
const nearlySame = new Set(['lowercase', 'uppercase', 'trim', 'string', 'substring', 'replace']);

const behindTexts = (node: JsonataNode): JsonataNode => {
  const isSame = node.type === 'function' && node.procedure.type === 'variable' && nearlySame.has(node.procedure.value);
  return isSame && node.arguments[0] ? behindTexts(node.arguments[0]) : node;
};

const isNow = (node: JsonataNode): boolean =>
  node.type === 'function' && node.procedure.type === 'variable' && node.procedure.value === 'now';

const useOf = (literal: Json | undefined): Use | undefined => {
  const type = typeof literal;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : undefined;
};

/** What functions show of their first argument. */
const argumentUses: Readonly<Record<string, Use>> = {
  parse: 'json text',
  count: 'array',
  sum: 'array',
  map: 'array',
  filter: 'array',
  append: 'array',
  join: 'array',
  length: 'string',
  uppercase: 'string',
  lowercase: 'string',
  split: 'string',
  contains: 'string',
  substring: 'string',
  replace: 'string',
  number: 'number text',
  toMillis: 'timestamp',
  floor: 'number',
  round: 'number',
  keys: 'object',
  not: 'boolean',
};

function callUses(node: JsonataNode, context: PathUse | undefined): readonly PathUse[] {
  if (node.type !== 'function' || node.procedure.type !== 'variable') return [];
  const [first] = node.arguments;
  const place = first && placeOf(first, context);
  if (!place) return [];
  const { value: name } = node.procedure;
  if (name === 'exists') return [{ ...place, isOptional: true }];
  return Object.hasOwn(argumentUses, name) ? [{ ...place, use: argumentUses[name] }] : [];
}

/**
 * The one place that an expression is: `$states.input.order.total`, `$total`, `$parse($states.input.body).total`, an array
 * of one place. Undefined for what chooses or computes.
 */
function placeOf(node: JsonataNode, context?: PathUse): PathUse | undefined {
  if (node.type === 'variable') return rootPlace(node.value, []);
  if (node.type === 'name' && context) return below(context, [node.value]);
  if (node.type === 'function') return parsedPlace(node, context);
  if (node.type === 'unary' && node.value === '[' && node.expressions.length === 1) {
    return placeOf(node.expressions[0]!, context);
  }
  return node.type === 'path' ? pathPlace(node, context) : undefined;
}

/** The places whose value an expression may give. */
export function placesOf(node: JsonataNode): readonly PathUse[] {
  if (node.type === 'condition') return [node.then, ...(node.else ? [node.else] : [])].flatMap(placesOf);
  if (node.type === 'block') return node.expressions.slice(-1).flatMap(placesOf);
  const place = placeOf(node);
  return place ? [place] : [];
}

function pathPlace({ steps }: JsonataPathNode, context: PathUse | undefined): PathUse | undefined {
  const [first, ...rest] = steps;
  if (first?.type === 'variable') return rootPlace(first.value, namesOf(rest));
  if (first?.type === 'name') return context && below(context, namesOf(steps));
  const place = first?.type === 'function' ? parsedPlace(first, context) : undefined;
  return place && below(place, namesOf(rest));
}

const below = (place: PathUse, path: UsePath): PathUse => ({ root: place.root, path: [...place.path, ...path] });

function parsedPlace(node: Extract<JsonataNode, { type: 'function' | 'partial' }>, context: PathUse | undefined) {
  const isParse = node.procedure.type === 'variable' && node.procedure.value === 'parse';
  const place = isParse && node.arguments[0] ? placeOf(node.arguments[0], context) : undefined;
  return place && below(place, [content]);
}

function namesOf(steps: JsonataPathNode['steps']): UsePath {
  const path: (string | typeof eachItem)[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.type !== 'name') break;
    path.push(step.value);
    const [stage] = step.stages ?? [];
    // Behind a filter a path goes on in the items that are left; at its end they are a list as before.
    const isChosen = stage?.type === 'filter' && stage.expr.type === 'number';
    if (stage && (isChosen || index < steps.length - 1)) path.push(eachItem);
  }
  return path;
}

function rootPlace(variable: string, path: UsePath): PathUse | undefined {
  if (variable === '' || variable === '$') return undefined;
  if (variable !== 'states') return { root: { variable }, path };
  const [member, ...rest] = path;
  const roots: Readonly<Record<string, UseRoot>> = { input: 'input', result: 'result', context: 'context' };
  const root = typeof member === 'string' && Object.hasOwn(roots, member) ? roots[member] : undefined;
  return root === undefined ? undefined : { root, path: rest };
}

const literalsOf = (node: JsonataNode): readonly Json[] =>
  node.type === 'string' || node.type === 'number' || node.type === 'value' ? [node.value as Json] : [];

const itemsOf = (node: JsonataNode): readonly Json[] =>
  node.type === 'unary' && node.value === '[' ? node.expressions.flatMap(literalsOf) : [];

/** Nodes keep others in members and lists, whatever they are called; filters are looked at with their path. */
function childrenOf(node: JsonataNode): JsonataNode[] {
  const isNode = (value: unknown): value is JsonataNode =>
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
  const flat = Object.entries(node).flatMap(([name, value]: [string, unknown]): unknown[] =>
    name === 'stages' ? [] : Array.isArray(value) ? value.flat() : [value],
  );
  return [...flat.filter(isNode), ...(node.group?.lhs.flat() ?? [])];
}
