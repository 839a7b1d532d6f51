import type { Environment } from '../environment';
import { type RegexTime } from '../regex/regex-time';
import { applyFunction, applyTo, callFunction, partiallyApply } from './apply';
import type { JsonataLambda, JsonataNode, JsonataUnary } from './ast';
import { evaluateGroup } from './evaluate-group';
import { evaluateFilter, evaluatePath } from './evaluate-path';
import { evaluateRegex } from './evaluate-regex';
import { evaluateTransform } from './evaluate-transform';
import { isFailure, JsonataFailure, UncodedFailure } from './failure';
import type { Frame } from './frame';
import { functionValue, type CallSite, type Evaluator, type FunctionValue } from './function-value';
import {
  maximumDepth,
  memoryLimit,
  outOfMemory,
  outOfTime,
  stackOverflow,
  stepsToMake,
  stepsToRead,
  type Effort,
} from './limits';
import { applyOperator, isNumeric, isTruthy } from './operators';
import { sequenceOf, isRecord, isSequence, lookup, markConstructed } from './values';

/**
 * Evaluates the tree that the `jsonata` package parses, step for step as the package's own evaluator does, but without
 * promises: an execution has to be able to ask for a value and get it. One interpreter serves one evaluation.
 */
export class Interpreter implements Evaluator {
  readonly environment: Environment;
  #timestamp: Date | undefined;
  readonly #regexTime: RegexTime;
  #depth = 0;
  readonly #effort: Effort;

  constructor(environment: Environment, effort: Effort, regexTime: RegexTime) {
    this.environment = environment;
    this.#effort = effort;
    this.#regexTime = regexTime;
  }

  get timestamp(): Date {
    return (this.#timestamp ??= new Date(this.environment.now()));
  }

  siteOf(input: unknown): CallSite {
    return { environment: this, input };
  }

  spend(steps: number): void {
    this.#effort.steps -= steps;
    if (this.#effort.steps < 0) throw new UncodedFailure(outOfTime);
  }

  apply(value: FunctionValue, values: readonly unknown[]): unknown {
    return applyFunction(this, value, values, null);
  }

  evaluate(node: JsonataNode, input: unknown, frame: Frame): unknown {
    if (++this.#depth > maximumDepth) throw new UncodedFailure(stackOverflow);
    this.spend(1);
    let result = this.#evaluateOwn(node, input, frame);
    for (const stage of node.predicate ?? []) {
      if (stage.type === 'filter') result = evaluateFilter(this, stage.expr, result, frame);
    }
    if (node.type !== 'path' && node.group) result = evaluateGroup(this, node.group.lhs, result, frame);
    this.#depth--;
    if (typeof result === 'string' && result.length > memoryLimit.characters) throw new UncodedFailure(outOfMemory);
    if (Array.isArray(result) && result.length > memoryLimit.elements) throw new UncodedFailure(outOfMemory);
    return unwrap(result, node.keepArray === true);
  }

  #evaluateOwn(node: JsonataNode, input: unknown, frame: Frame): unknown {
    switch (node.type) {
      case 'path':
        return evaluatePath(this, node, input, frame);
      case 'binary':
        return this.#evaluateBinary(node, input, frame);
      case 'unary':
        return this.#evaluateUnary(node, input, frame);
      case 'name':
        return lookup(input, node.value);
      case 'string':
      case 'number':
      case 'value':
        return node.value;
      case 'wildcard':
        return this.#found(childrenOf(input));
      case 'descendant':
        return this.#found(descendantsOf(input));
      case 'parent':
        return frame.lookup(node.slot.label);
      case 'condition':
        if (isTruthy(this.evaluate(node.condition, input, frame))) return this.evaluate(node.then, input, frame);
        return node.else && this.evaluate(node.else, input, frame);
      case 'block':
        return this.#evaluateBlock(node.expressions, input, frame);
      case 'bind': {
        const value = this.evaluate(node.rhs, input, frame);
        frame.bind(node.lhs.value, value);
        return value;
      }
      case 'regex':
        return evaluateRegex(node.value, this.#regexTime);
      case 'function':
        return callFunction(this, node, input, frame);
      case 'variable':
        return node.value === '' ? input : frame.lookup(node.value);
      case 'lambda':
        return makeLambda(node, input, frame);
      case 'partial':
        return partiallyApply(this, node, input, frame);
      case 'apply':
        return applyTo(this, node, input, frame);
      case 'transform':
        return evaluateTransform(this, node, frame);
      case 'sort':
      case 'operator':
        // A sort is a step that its path evaluates, and "?" an argument that a partial application keeps open.
        return undefined;
    }
  }

  #evaluateBinary(node: Extract<JsonataNode, { type: 'binary' }>, input: unknown, frame: Frame): unknown {
    const left = this.evaluate(node.lhs, input, frame);
    try {
      if (node.value === 'and') return isTruthy(left) && isTruthy(this.evaluate(node.rhs, input, frame));
      if (node.value === 'or') return isTruthy(left) || isTruthy(this.evaluate(node.rhs, input, frame));
    } catch (failure) {
      throw named(failure, node.value);
    }
    const right = this.evaluate(node.rhs, input, frame);
    try {
      this.spend(stepsToRead(right));
      const result = applyOperator(node.value, left, right);
      this.spend(stepsToMake(result));
      return result;
    } catch (failure) {
      throw named(failure, node.value);
    }
  }

  #evaluateUnary(node: JsonataUnary, input: unknown, frame: Frame): unknown {
    if (node.value === '{') return evaluateGroup(this, node.lhs, input, frame);
    if (node.value === '-') {
      const value = this.evaluate(node.expression, input, frame);
      if (value === undefined) return undefined;
      if (!isNumeric(value)) throw new JsonataFailure('D1002', { token: node.value, value });
      return -value;
    }
    const items: unknown[] = [];
    for (const expression of node.expressions) {
      const value = this.evaluate(expression, input, frame);
      // An array in an array stays one only where it is written as one.
      const isNested = expression.type === 'unary' && expression.value === '[';
      if (Array.isArray(value) && !isNested) for (const item of value) items.push(item);
      else if (value !== undefined) items.push(value);
    }
    this.spend(stepsToMake(items));
    return node.consarray ? markConstructed(items) : items;
  }

  /** What a wildcard has found, each value of which is as good as a node. */
  #found(values: unknown): unknown {
    if (Array.isArray(values)) this.spend(values.length);
    return values;
  }

  #evaluateBlock(expressions: readonly JsonataNode[], input: unknown, outer: Frame): unknown {
    const frame = outer.inner();
    let result: unknown;
    for (const expression of expressions) result = this.evaluate(expression, input, frame);
    return result;
  }
}

/** A sequence of one is its element, one of none is undefined. */
function unwrap(result: unknown, keepArray: boolean): unknown {
  if (!isSequence(result) || result.tupleStream) return result;
  if (keepArray) result.keepSingleton = true;
  if (result.length === 0) return undefined;
  return result.length === 1 && !result.keepSingleton ? result[0] : result;
}

/** An operator names itself in the errors of its operands, even in those of a right side that it evaluates. */
function named(failure: unknown, token: string): unknown {
  if (isFailure(failure)) failure.token = token;
  return failure;
}

function makeLambda(node: JsonataLambda, input: unknown, frame: Frame): FunctionValue {
  return functionValue({
    kind: 'lambda',
    parameters: node.arguments,
    body: node.body,
    frame,
    input,
    ...(node.signature && { signature: node.signature }),
    isThunk: node.thunk === true,
  });
}

/** `*`: the values of an object, or the elements of an array; arrays among them are flattened and make it an array. */
function childrenOf(input: unknown): unknown {
  const children = sequenceOf();
  if (typeof input !== 'object' || input === null) return children;
  for (const value of Object.values(input) as unknown[]) {
    if (Array.isArray(value)) {
      children.sequence = false;
      for (const item of value.flat(Infinity)) children.push(item);
    } else {
      children.push(value);
    }
  }
  return children;
}

/** `**`: the value and everything below it but the arrays themselves, each before what is inside it. */
function descendantsOf(input: unknown): unknown {
  if (input === undefined) return undefined;
  const found = sequenceOf();
  const waiting: unknown[] = [input];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!Array.isArray(next)) found.push(next);
    const inside = Array.isArray(next) ? (next as unknown[]) : isRecord(next) ? Object.values(next) : [];
    for (let at = inside.length - 1; at >= 0; at--) waiting.push(inside[at]);
  }
  return found.length === 1 ? found[0] : found;
}
