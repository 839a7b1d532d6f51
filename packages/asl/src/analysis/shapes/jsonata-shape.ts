import type { Jsonata, JsonataNode } from '../../expressions';
import { array, never, number, object, scalar, sure, unknown, type DataShape, type Member } from './data-shape';
import { anything, there, type Evaluated } from './evaluated';
import { GrownMap } from './grown-map';
import { join, joinAll } from './join';
import { onlyAsks, resultOfCall, resultOfMerge } from './jsonata-functions';
import { failsOnNothing, resultOfBoth, resultOfOperator } from './jsonata-operators';
import { JsonataPaths, type RecordRead } from './jsonata-paths';
import type { JsonataRoots } from './jsonata-roots';
import { elementParameters } from './jsonata-steps';
import { partOf, type Use } from './jsonata-use';
import { elementOf } from './read-as-jsonata';
import type { World } from './world';

type NodeOf<Type extends JsonataNode['type']> = Extract<JsonataNode, { readonly type: Type }>;

/**
 * What an expression gives. Of plain paths into `$states` and variables, literals, objects, arrays and a few operators and
 * functions something is known; of anything else nothing.
 */
export function shapeOfJsonata(
  { ast, isComplete, hasPlaceholders, text }: Jsonata,
  roots: JsonataRoots,
  variables: World['variables'],
  record: RecordRead,
): Evaluated {
  if (!ast || !isComplete || hasPlaceholders) return anything;
  return new Evaluation(text, roots, variables, record).evaluate(ast, 'whole');
}

/** One look at an expression with what is known of the data. */
class Evaluation {
  readonly #paths: JsonataPaths;
  /** The variables with those of the blocks around the node that is looked at. */
  #known: World['variables'];

  constructor(text: string, roots: JsonataRoots, variables: World['variables'], record: RecordRead) {
    this.#known = variables;
    this.#paths = new JsonataPaths(text, roots, record, (node, use) => this.evaluate(node, use));
  }

  evaluate(node: JsonataNode, use: Use): Evaluated {
    if (node.stages ?? node.focus ?? node.index) return anything;
    if (node.group) {
      if (node.type === 'path') this.#read(node, partOf(use));
      return anything;
    }
    if (node.predicate && node.type !== 'variable') return anything;
    switch (node.type) {
      case 'string':
      case 'number':
      case 'value':
        return there(literal(node.value));
      case 'variable':
      case 'path':
        return this.#read(node, use);
      case 'block':
        return this.#evaluateBlock(node, use);
      case 'condition': {
        this.evaluate(node.condition, 'test');
        const then = this.evaluate(node.then, 'guarded');
        const otherwise = node.else ? this.evaluate(node.else, 'guarded') : anything;
        return { shape: join(then.shape, otherwise.shape), missing: 'possible' };
      }
      case 'binary':
        return this.#evaluateBinary(node, use);
      case 'unary':
        return this.#evaluateUnary(node, use);
      case 'function':
        return this.#evaluateCall(node, use);
      case 'apply': {
        const { lhs, rhs } = node;
        if (rhs.type === 'function') return this.evaluate({ ...rhs, arguments: [lhs, ...rhs.arguments] }, use);
        this.evaluate(lhs, partOf(use));
        return anything;
      }
      default:
        return anything;
    }
  }

  #evaluateBlock({ expressions }: NodeOf<'block'>, use: Use): Evaluated {
    const outside = this.#known;
    let last = anything;
    for (const [index, node] of expressions.entries()) {
      if (node.type !== 'bind') {
        last = this.evaluate(node, index === expressions.length - 1 ? use : partOf(use));
        continue;
      }
      last = this.evaluate(node.rhs, partOf(use));
      this.#known = GrownMap.of(this.#known, [[node.lhs.value, last.missing === 'sure' ? unknown : last.shape]]);
    }
    this.#known = outside;
    return last;
  }

  #evaluateBinary(node: NodeOf<'binary'>, use: Use): Evaluated {
    const { value } = node;
    if (value === 'and' || value === 'or') return this.#evaluateBoth(node);
    const needsBoth = failsOnNothing(value);
    if (!needsBoth && !['=', '!=', '&', 'in'].includes(value)) return anything;
    const inner = needsBoth ? use : partOf(use);
    return resultOfOperator(value, this.evaluate(node.lhs, inner), this.evaluate(node.rhs, inner));
  }

  /** Nothing is recorded of either side: the first one may guard the second one. */
  #evaluateBoth({ value, lhs, rhs }: NodeOf<'binary'>): Evaluated {
    return resultOfBoth(value === 'or', this.evaluate(lhs, 'guarded').shape, this.evaluate(rhs, 'guarded').shape);
  }

  #evaluateUnary(node: NodeOf<'unary'>, use: Use): Evaluated {
    if (node.value === '-') return { shape: number, missing: this.evaluate(node.expression, use).missing };
    if (node.value === '[') {
      const items = node.expressions.map((item) => this.#evaluateItem(item, partOf(use)));
      return there(items.length ? array(joinAll(items)) : array(never, []));
    }
    const members = new Map<string, Member>();
    let isClosed = true;
    for (const [key, value] of node.lhs) {
      const { shape, missing } = this.evaluate(value, partOf(use));
      if (key.type !== 'string' || typeof key.value !== 'string') isClosed = false;
      else members.set(key.value, member(shape, missing));
    }
    return there(object(isClosed ? members : [], isClosed ? 'closed' : 'open'));
  }

  /** What an expression puts into the array around it: the elements of a list, but for one that is an array of its own there. */
  #evaluateItem(node: JsonataNode, use: Use): DataShape {
    const { shape, missing, element } = this.evaluate(node, use);
    if (missing === 'sure') return unknown;
    return node.type === 'unary' && node.value === '[' ? shape : (element ?? elementOf(shape));
  }

  #evaluateCall(node: NodeOf<'function' | 'partial'>, use: Use): Evaluated {
    const { procedure, arguments: given } = node;
    if (procedure.type !== 'variable' || this.#known.has(procedure.value)) return anything;
    const [list] = given;
    if (procedure.value === 'merge' && list?.type === 'unary' && list.value === '[' && given.length === 1) {
      return resultOfMerge(list.expressions.map((one) => this.evaluate(one, partOf(use))));
    }
    const inner = onlyAsks(procedure.value) && use !== 'guarded' ? 'test' : partOf(use);
    const values = given.map((argument) => this.evaluate(argument, inner));
    const called = given.at(1);
    if (called?.type === 'lambda' && values[0]) this.#evaluateForEach(procedure.value, called, values[0], use);
    return resultOfCall(procedure.value, values);
  }

  /** The body of a function that is called for each element of a list. */
  #evaluateForEach(name: string, called: NodeOf<'lambda'>, list: Evaluated, use: Use): void {
    const outside = this.#known;
    const elements = elementParameters.get(name) ?? [];
    const shapes = called.arguments.map(
      ({ value }, at) => [value, elements.includes(at) ? (list.element ?? elementOf(list.shape)) : unknown] as const,
    );
    this.#known = GrownMap.of(this.#known, shapes);
    this.evaluate(called.body, partOf(use));
    this.#known = outside;
  }

  #read(node: JsonataNode, use: Use): Evaluated {
    const found = this.#paths.read(node, use, this.#known);
    const isList = node.type === 'path' && node.keepSingletonArray === true && found.missing !== 'sure';
    return isList ? { shape: array(found.element ?? elementOf(found.shape)), missing: found.missing } : found;
  }
}

function member(shape: DataShape, missing: Evaluated['missing']): Member {
  if (missing === 'no') return sure(shape);
  return missing === 'sure' ? { shape: never, presence: 'absent' } : { shape, presence: 'possible' };
}

function literal(value: unknown): DataShape {
  if (typeof value === 'string') return scalar('string', value);
  if (typeof value === 'number') return scalar('number', value);
  if (typeof value === 'boolean') return scalar('boolean', value);
  return value === null ? scalar('null', null) : unknown;
}
