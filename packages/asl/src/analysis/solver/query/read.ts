import type { JsonataNode, JsonataStage } from '../../../expressions';
import type { Json } from '../../../text/located';
import { constant, failing, missing, type Reading } from '../symbolic-value';
import { calculated, isArithmetic, negated } from './arithmetic';
import { booleanOf, results, type Results } from './result';
import { arrayLiteral, objectLiteral } from './build';
import { casesOf } from './by-case';
import { comparisonWays, isComparison, membershipWays } from './compare';
import { computed } from './computed';
import { absenceWays, failureWays, presenceWays } from '../ways';
import { readCall } from './functions';
import { concatenated } from './text';
import { conditional, conjunction, disjunction, truthOf } from './logic';
import { builtinCall, hasExtras, variableIn, type Scope } from './scope';
import { atStages, readSteps } from './steps';

const known = new WeakMap<Scope, Map<JsonataNode, Reading>>();

/**
 * What an expression gives, case by case; a symbol of its own where that cannot be solved for. Each part is read only once:
 * several attempts to solve for it would otherwise double at each level.
 */
export function read(node: JsonataNode, scope: Scope): Reading {
  let readings = known.get(scope);
  if (!readings) known.set(scope, (readings = new Map<JsonataNode, Reading>()));
  let reading = readings.get(node);
  if (!reading) readings.set(node, (reading = readPlain(node, scope) ?? computed(node, scope)));
  return reading;
}

/** What an expression gives where that follows from the data by paths and by functions that can be solved for. */
function readPlain(node: JsonataNode, scope: Scope): Reading | undefined {
  const { predicate, ...bare } = node;
  if (predicate) return readElement(bare, predicate, scope);
  if (hasExtras(node)) return undefined;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return constant(node.value as Json);
    case 'variable':
      return node.value === 'states' || node.value === '' || node.value === '$'
        ? undefined
        : variableIn(scope, node.value);
    case 'path':
      return node.keepSingletonArray || node.tuple ? undefined : readPath(node.steps, scope);
    case 'block':
      return readBlock(node.expressions, scope);
    case 'unary':
      if (node.value === '-') return negated(read(node.expression, scope), scope.origin);
      return node.value === '[' ? readArray(node.expressions, scope) : readObject(node.lhs, scope);
    case 'condition':
      return conditional(
        truthOf(read(node.condition, scope), scope.origin),
        read(node.then, scope),
        node.else ? read(node.else, scope) : missing,
      );
    case 'apply':
      return readApplied(node, scope);
    case 'function':
      return readFunction(node, scope);
    case 'binary': {
      const results = binaryResults(node, scope);
      if (results) return booleanOf(results);
      if (node.value === '&') return readText(node, scope);
      if (!isArithmetic(node.value)) return undefined;
      return calculated(node.value, read(node.lhs, scope), read(node.rhs, scope), scope.origin);
    }
    default:
      return undefined;
  }
}

/** `a & b`, which fails only where one of the sides does. */
function readText(node: Extract<JsonataNode, { type: 'binary' }>, scope: Scope): Reading {
  const [left, right] = [read(node.lhs, scope), read(node.rhs, scope)];
  const mayFail = failureWays(left).length + failureWays(right).length > 0;
  return concatenated(left, right, scope.origin) ?? computed(node, scope, mayFail);
}

/** `$list[0]` */
function readElement(node: JsonataNode, stages: readonly JsonataStage[], scope: Scope): Reading | undefined {
  const whole = readPlain(node, scope);
  return whole && atStages(whole, stages, scope.origin);
}

/** A path from a variable, or from anything else in parentheses. */
function readPath(steps: readonly JsonataNode[], scope: Scope): Reading | undefined {
  const [first, ...rest] = steps;
  if (!first || first.type === 'name' || first.type === 'variable') return readSteps(steps, scope);
  // What is known of the beginning is given a name that no expression can use.
  const start = readPlain(first, scope);
  if (!start || (first.stages ?? []).length > 0) return undefined;
  const locals = new Map([...scope.locals, [' ', start]]);
  return readSteps([{ type: 'variable', value: ' ' }, ...rest], { ...scope, locals });
}

/** `( $a := 1; $a + 1 )` */
function readBlock(expressions: readonly JsonataNode[], outer: Scope): Reading | undefined {
  let scope = outer;
  const values: Reading[] = [];
  for (const expression of expressions) {
    const value = readValue(expression.type === 'bind' ? expression.rhs : expression, scope);
    if (!value) return undefined;
    if (expression.type === 'bind') {
      scope = { ...scope, locals: new Map([...scope.locals, [expression.lhs.value, value]]) };
    }
    values.push(value);
  }
  // What comes before the last expression may fail, which the value of the last one does not show.
  return values.reduceRight<Reading | undefined>(
    (later, value) => later && after(value, later),
    values.pop() ?? missing,
  );
}

function after(before: Reading, value: Reading): Reading | undefined {
  const failures = failureWays(before);
  if (failures.length === 0) return value;
  return casesOf([
    { when: [...presenceWays(before), ...absenceWays(before)], value },
    { when: failures, value: failing },
  ]);
}

/** Functions are values of their own, which nothing is known of here. */
const readValue = (node: JsonataNode, scope: Scope): Reading | undefined =>
  node.type === 'lambda' || node.type === 'partial' || node.type === 'transform' ? undefined : read(node, scope);

function readArray(expressions: readonly JsonataNode[], scope: Scope): Reading | undefined {
  return arrayLiteral(
    expressions.map((node) => ({ reading: read(node, scope), isNested: node.type === 'unary' && node.value === '[' })),
  );
}

function readObject(pairs: readonly (readonly [JsonataNode, JsonataNode])[], scope: Scope): Reading | undefined {
  const members = new Map<string, Reading>();
  for (const [key, value] of pairs) {
    if (key.type !== 'string' || members.has(key.value as string)) return undefined;
    members.set(key.value as string, read(value, scope));
  }
  return objectLiteral(members);
}

/** `a ~> $f(b)` is `$f(a, b)`. */
function readApplied({ lhs, rhs }: Extract<JsonataNode, { type: 'apply' }>, scope: Scope): Reading | undefined {
  if (hasExtras(rhs) || (rhs.type !== 'variable' && rhs.type !== 'function')) return undefined;
  const call: JsonataNode =
    rhs.type === 'variable'
      ? { type: 'function', procedure: rhs, arguments: [lhs] }
      : { ...rhs, arguments: [lhs, ...rhs.arguments] };
  return readFunction(call, scope);
}

function readFunction(node: JsonataNode, scope: Scope): Reading | undefined {
  const call = builtinCall(node, scope);
  return (
    call &&
    readCall(call.name, call.arguments, (argument) => read(argument, scope), {
      whole: (mayFail) => computed(node, scope, mayFail),
      origin: scope.origin,
    })
  );
}

/** What comparisons, `and`, `or` and `in` come to; undefined for other operators, and where they cannot be solved for. */
export function binaryResults(
  { value: operator, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>,
  scope: Scope,
): Results | undefined {
  if (operator === 'and' || operator === 'or') {
    const [left, right] = [lhs, rhs].map((side) => truthOf(read(side, scope), scope.origin)) as [Results, Results];
    return operator === 'and' ? conjunction(left, right) : disjunction(left, right);
  }
  if (operator !== 'in' && !isComparison(operator)) return undefined;
  const [left, right] = [read(lhs, scope), read(rhs, scope)];
  const waysTo: (result: Parameters<Results>[0]) => ReturnType<Results> | undefined =
    operator === 'in'
      ? (result) => membershipOf(left, right, result)
      : (result) => comparisonWays(operator, left, right, result);
  const ways = new Map(results.map((result) => [result, waysTo(result)] as const));
  const isSolved = [...ways.values()].every((each) => each !== undefined && each.length <= maxWays);
  return isSolved ? (result) => ways.get(result)! : undefined;
}

/** More ways to a result are not looked through. */
const maxWays = 256;

function membershipOf(left: Reading, right: Reading, result: Parameters<Results>[0]): ReturnType<Results> | undefined {
  const known = right.kind === 'missing' ? { value: undefined } : right.kind === 'constant' ? right : undefined;
  if (known) return membershipWays(left, known.value, result);
  return undefined;
}
