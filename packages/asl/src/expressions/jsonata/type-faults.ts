import type { ExpressionProblem } from '../result';
import type { JsonataNode } from './ast';
import { callFault } from './call-faults';
import { constantFault } from './constant-faults';
import { jsonataFunctions } from './functions';
import { arithmetic, articleOf, literalOf, orders, type KindOf, type LiteralKind } from './literal-kinds';
import { lostNameFault } from './lost-name-faults';
import { memberFault } from './member-faults';
import { methodFault } from './method-faults';
import type { Jsonata } from './parse';
import { nodesOf } from './visited-nodes';

/**
 * Calls whose arguments, and arithmetic, orders and ranges whose operands, are wrong whatever the data: too many, too few,
 * or a literal or a result of another type. Of too few, some give nothing instead of failing. Evaluating them fails with T0410, T0412, T2001 to T2010, D1002 or D3137.
 * `typeOf` says what is known of the data.
 */
export function typeFaults(jsonata: Jsonata, typeOf: TypeOf = () => undefined): readonly ExpressionProblem[] {
  const { ast, isComplete, references, text } = jsonata;
  if (!ast || !isComplete || !mayHaveFaults(jsonata)) return [];
  const calls = new Map(references.calls.map((call) => [call.end, call]));
  const found: ExpressionProblem[] = [];
  const kindOf: KindOf = (node) => literalOf(node, calls) ?? dataOf(node, typeOf);
  const variables = references.variables.filter(({ name }) => !jsonataFunctions.has(name));
  const ofData = new Set([...references.states, ...variables].map(({ start }) => start));
  /** Input, results and variables are JSON, so they are no functions. */
  const isData = (node: JsonataNode): boolean => {
    const first = node.type === 'path' ? node.steps[0] : node;
    return first?.type === 'variable' && ofData.has((first.position ?? 0) - first.value.length - 1);
  };
  const nodes = nodesOf(ast);
  for (const visited of nodes) {
    const { node, applied, hasContext } = visited;
    if (node.type === 'function' && node.procedure.type === 'variable') {
      const call = calls.get(node.procedure.position ?? -1);
      const given = [...applied, ...node.arguments];
      const message =
        call && (callFault(call.name, given, { kindOf, isData, hasContext }) ?? constantFault(jsonata, node, calls));
      if (message !== undefined) found.push({ message, start: call!.start, end: call!.end });
      continue;
    }
    if (node.type === 'path') {
      found.push(...memberFault(node, calls), ...lostNameFault(node, visited));
      if (isData(node)) found.push(...methodFault(node, nodes));
    }
    const message = operationFault(node, kindOf);
    if (message === undefined || !('value' in node)) continue;
    const end = node.position ?? text.length;
    found.push({ message, start: Math.max(0, end - String(node.value).length), end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Most expressions are paths, and need no walk. */
const mayHaveFaults = ({ code, references }: Jsonata): boolean => references.calls.length > 0 || /[^\w\s$.]/.test(code);

export type JsonataType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** The type that a path has whenever it leads to something. */
interface KnownType {
  readonly type: JsonataType;
  /** Whether the path may lead to many values of that type. */
  readonly isMany?: true;
  /** That of all elements of an array, where it is known. */
  readonly items?: JsonataType;
  /** How the path is written. */
  readonly path: string;
}

/** Undefined where the type is not known. */
export type TypeOf = (node: JsonataNode) => KnownType | undefined;

/** One value of each type; an array of anything is one of nothing. */
const samples: Readonly<Record<JsonataType, unknown>> = {
  string: '',
  number: 0,
  boolean: true,
  null: null,
  object: {},
  array: [],
};

function dataOf(node: JsonataNode, typeOf: TypeOf): LiteralKind | undefined {
  const known = typeOf(node);
  if (!known) return undefined;
  const { type, items, ...others } = known;
  return items
    ? { kind: type, items, value: [samples[items]], ...others }
    : { kind: type, value: samples[type], ...others };
}

/** What is wrong with the operands of a node that is an operation. */
function operationFault(node: JsonataNode, kindOf: KindOf): string | undefined {
  if (node.type === 'unary' && node.value === '-') return operandFault('-', [kindOf(node.expression)]);
  if (node.type !== 'binary') return undefined;
  const operands = [kindOf(node.lhs), kindOf(node.rhs)];
  if (arithmetic.has(node.value) || node.value === '..') return operandFault(node.value, operands);
  return orders.has(node.value) ? orderFault(node.value, operands) : undefined;
}

type Operands = readonly (LiteralKind | undefined)[];

function operandFault(operator: string, operands: Operands): string | undefined {
  const wrong = operands.find((literal) => literal !== undefined && literal.kind !== 'number');
  if (!wrong) return undefined;
  const does = operator === '..' ? 'counts from number to number' : 'calculates with numbers';
  const isText = operator === '+' && wrong.kind === 'string';
  if (wrong.path !== undefined) {
    const remedy = wrong.kind === 'string' ? `convert it with "$number"` : 'read a number';
    return `"${operator}" ${does}, but "${wrong.path}" is ${articleOf(wrong.kind)} ${wrong.kind}, so it fails; ${remedy}${isText ? ', or join texts with "&"' : ''}`;
  }
  const remedy = isText ? 'join texts with "&"' : 'use numbers, or convert with "$number"';
  return `"${operator}" ${does}, but is given ${articleOf(wrong.kind)} ${wrong.kind}, so it fails; ${remedy}`;
}

function orderFault(operator: string, operands: Operands): string | undefined {
  const wrong = operands.find((literal) => literal && literal.kind !== 'number' && literal.kind !== 'string');
  const is = `"${operator}" compares numbers, or texts`;
  if (wrong) {
    const remedy = wrong.kind === 'array' ? 'read one of its elements, or "$count" them' : 'compare with "=" or "!="';
    return `${is}, but is given ${articleOf(wrong.kind)} ${wrong.kind}, so it fails; ${remedy}`;
  }
  const [left, right] = operands;
  if (!left || !right || left.kind === right.kind) return undefined;
  return `${is}, but is given a ${left.kind} and a ${right.kind}, so it fails; convert one with "$number" or "$string"`;
}
