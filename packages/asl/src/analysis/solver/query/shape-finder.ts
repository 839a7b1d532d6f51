import { calledVariable, type JsonataNode, type JsonataStage } from '../../../expressions';
import type { Json } from '../../../text/located';
import { missing, type Reading } from '../symbolic-value';
import { evaluated } from './concrete';
import { childrenOf, dataUsed } from './data-used';
import { kindsOfArguments } from './argument-kinds';
import { hasExtras, variableIn, type Scope } from './scope';
import { flattened, type Shape } from './shape';
import { readQueryMember } from './steps';
import { wantedOf } from './wanted';

/** More values than these are not carried on from part to part. */
const maxWanted = 40;

/** Finds out what an expression shows of the places that it reads. */
export class ShapeFinder {
  readonly #scope: Scope;
  readonly #shapeAt: (reading: Reading) => Shape | undefined;
  /** What the parameters of functions and the variables of blocks stand for. */
  readonly #names = new Map<string, Shape | JsonataNode>();
  readonly #shapes = new Map<JsonataNode, Shape | undefined>();

  /** `shapeAt` gives the shape of what is outside of the expression. */
  constructor(scope: Scope, shapeAt: (reading: Reading) => Shape | undefined) {
    this.#scope = scope;
    this.#shapeAt = shapeAt;
  }

  /** Goes through an expression; gives back the shape of the place that it is, if it is one. */
  visit(node: JsonataNode, context?: Shape): Shape | undefined {
    if (this.#shapes.has(node)) return this.#shapes.get(node);
    const shape = this.#visitOwn(node, context);
    this.#shapes.set(node, shape);
    return shape;
  }

  /** Adds what the places that the expression reads may have to hold for it to give one of the values. */
  want(node: JsonataNode, wanted: readonly Json[]): void {
    if (wanted.length === 0) return;
    const values = [...new Set(wanted)].slice(0, maxWanted);
    const shape = this.visit(node);
    const body = mappingOf(node);
    if (shape) for (const value of values) shape.want(value);
    else if (body) this.want(body, flattened(values));
    else for (const [part, its] of wantedOf(node, values)) this.want(this.#meant(part), its);
  }

  #meant(node: JsonataNode): JsonataNode {
    const named = node.type === 'variable' ? this.#names.get(node.value) : undefined;
    return named && 'type' in named ? named : node;
  }

  #visitOwn(node: JsonataNode, context: Shape | undefined): Shape | undefined {
    const { predicate, ...bare } = node;
    const filters = filtersIn(predicate);
    if (filters.length > 0) return this.#visitFilters(filters, this.visit(bare, context), true);
    switch (node.type) {
      case 'path':
        return this.#visitPath(node.steps, context);
      case 'variable':
        return this.#variable(node.value, context);
      case 'name':
        return context?.member(node.value);
      case 'bind':
        this.#names.set(node.lhs.value, this.visit(node.rhs, context) ?? node.rhs);
        return undefined;
      case 'block':
        return node.expressions.map((expression) => this.visit(expression, context)).at(-1);
      case 'apply':
        return this.visit(
          node.rhs.type === 'function'
            ? { ...node.rhs, arguments: [node.lhs, ...node.rhs.arguments] }
            : { type: 'function', procedure: node.rhs, arguments: [node.lhs] },
          context,
        );
      case 'function':
        this.#visitCall(node, context);
        return undefined;
      case 'binary':
        this.#visitBinary(node, context);
        return undefined;
      default:
        for (const child of childrenOf(node)) this.visit(child, context);
        return undefined;
    }
  }

  #variable(name: string, context: Shape | undefined): Shape | undefined {
    if (name === '') return context;
    const named = this.#names.get(name);
    if (named) return 'type' in named ? undefined : named;
    return name === 'states' || name === '$' ? undefined : this.#shapeAt(variableIn(this.#scope, name));
  }

  /** A path goes through places as long as there are some, then on through the shape of the last one. */
  #visitPath(steps: readonly JsonataNode[], context: Shape | undefined): Shape | undefined {
    const [first] = steps;
    if (!first) return undefined;
    let reading: Reading | undefined;
    let shape: Shape | undefined;
    let rest = steps.slice(1);
    if (first.type === 'variable' && first.value === 'states') {
      const [member] = rest;
      reading = member?.type === 'name' ? this.#scope.roots.states.get(member.value) : missing;
      rest = rest.slice(1);
      shape = reading && rest.length === 0 ? this.#shapeAt(reading) : undefined;
      const stages = filtersOf(member);
      if (stages.length > 0) {
        shape ??= reading && this.#shapeAt(reading);
        shape = this.#visitFilters(stages, shape, rest.length === 0);
        reading = undefined;
      }
    } else if (
      first.type === 'variable' &&
      !this.#names.has(first.value) &&
      first.value !== '' &&
      first.value !== '$'
    ) {
      reading = variableIn(this.#scope, first.value);
      if (rest.length === 0) shape = this.#shapeAt(reading);
    } else {
      shape = this.visit(first, context);
    }
    for (const [at, step] of rest.entries()) {
      if (step.type === 'sort' || step.type === 'wildcard') {
        shape ??= reading && this.#shapeAt(reading);
        const inner = step.type === 'sort' ? shape?.element : shape?.member('a');
        for (const child of childrenOf(step)) this.visit(child, inner);
        [shape, reading] = [inner, undefined];
        continue;
      }
      if (step.type !== 'name') {
        const inner = shape ?? (reading && this.#shapeAt(reading));
        for (const child of childrenOf(step)) this.visit(child, inner?.element ?? context);
        return undefined;
      }
      reading = reading && readQueryMember(reading, step.value, this.#scope.origin);
      if (shape) shape = shape.member(step.value);
      const stages = filtersOf(step);
      const isLast = at === rest.length - 1;
      if (!shape && (stages.length > 0 || isLast)) shape = reading && this.#shapeAt(reading);
      if (hasExtras(step)) return undefined;
      if (stages.length > 0) shape = this.#visitFilters(stages, shape, isLast);
      if (shape) reading = undefined;
    }
    return shape;
  }

  /** `[...]` behind a step: what it chooses from is an array. */
  #visitFilters(filters: readonly JsonataNode[], shape: Shape | undefined, isLast: boolean): Shape | undefined {
    const element = shape?.element;
    for (const filter of filters) if (filter.type !== 'number') this.visit(filter, element);
    return !isLast || filters.at(-1)?.type === 'number' ? element : shape;
  }

  #visitBinary({ value: operator, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>, context?: Shape): void {
    const sides = [lhs, rhs] as const;
    const [left, right] = sides.map((side) => this.visit(side, context));
    if (['=', '!=', '<', '<=', '>', '>=', 'in'].includes(operator)) {
      const [first, second] = sides.map(literalsOf) as [readonly Json[], readonly Json[]];
      const [below, above] = [operator.startsWith('<'), operator.startsWith('>')];
      this.want(
        rhs,
        first.flatMap((value) => beside(value, below ? 1 : above ? -1 : 0)),
      );
      this.want(
        lhs,
        second.flatMap((value) => beside(value, above ? 1 : below ? -1 : 0)),
      );
      return;
    }
    const kind = operator === '&' ? 'string' : ['+', '-', '*', '/', '%'].includes(operator) ? 'number' : undefined;
    for (const shape of [left, right]) if (kind) shape?.kinds.add(kind);
  }

  #visitCall(
    { procedure, arguments: all }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
    context?: Shape,
  ): void {
    const name = procedure.type === 'variable' ? procedure.value : '';
    const [first] = all;
    const shape = first && this.visit(first, context);
    const kind = Object.hasOwn(kindsOfArguments, name) ? kindsOfArguments[name] : undefined;
    if (kind && shape) shape.kinds.add(kind);
    for (const argument of all.slice(1)) {
      if (argument.type === 'lambda') {
        const [item] = argument.arguments;
        if (item && shape) this.#names.set(item.value, shape.element);
        this.visit(argument.body, context);
      } else if (argument.type === 'regex') {
        this.want(
          first!,
          wantedOf(argument, []).flatMap(([, values]) => values),
        );
      } else {
        const other = this.visit(argument, context);
        if (kind === 'string') other?.kinds.add('string');
        if (name === 'contains' && first) this.want(first, literalsOf(argument));
      }
    }
    if (procedure.type !== 'variable') this.visit(procedure, context);
  }
}

const filtersOf = (step: JsonataNode | undefined): readonly JsonataNode[] => filtersIn(step?.stages);

const filtersIn = (stages: readonly JsonataStage[] = []): readonly JsonataNode[] =>
  stages.flatMap((stage) => (stage.type === 'filter' ? [stage.expr] : []));

/** `$map(items, function($item) { body })` */
function mappingOf(node: JsonataNode): JsonataNode | undefined {
  if (node.type !== 'function' || calledVariable(node) !== 'map') return undefined;
  const [, mapping] = node.arguments;
  return mapping?.type === 'lambda' && (node.predicate ?? []).length === 0 ? mapping.body : undefined;
}

/** A number, and those beside it, for what is made of it has to lie on the right side: the one to be tried first comes first. */
function beside(value: Json, first: -1 | 0 | 1): readonly Json[] {
  return typeof value === 'number' ? [...new Set([value + first, value, value + 1, value - 1])] : [value];
}

/** The value of what needs no data; the elements of an array that is written down. */
function literalsOf(node: JsonataNode): readonly Json[] {
  if (node.type === 'unary' && node.value === '[' && node.expressions.length > 0) {
    return node.expressions.flatMap(literalsOf);
  }
  const { isPlain, states, variables } = dataUsed(node);
  if (!isPlain || states.length > 0 || variables.size > 0 || !isLiteral(node)) return [];
  const known = evaluated(node, { states: {} });
  return known?.kind === 'constant' ? [known.value] : [];
}

const isLiteral = ({ type }: JsonataNode): boolean =>
  type === 'string' || type === 'number' || type === 'value' || type === 'unary';
