import { isHashAlgorithm } from '../functions/digest';
import { nearest } from '../nearest';
import type { ExpressionProblem } from '../result';
import type { JsonataNode, JsonataSignature } from './ast';
import { builtins } from './builtins';
import { constantFault } from './constant-faults';
import { behaviourOf, isFunction } from './function-value';
import { jsonataFunctions } from './functions';
import { arithmetic, literalOf, orders, someFunction, type LiteralKind } from './literal-kinds';
import { memberFault } from './member-faults';
import { isFailure } from './failure';
import type { Jsonata } from './parse';
import { nodesOf } from './visited-nodes';
import { givenWords, neededArguments, signatureWords } from './signature-words';

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
  for (const { node, applied, hasContext } of nodesOf(ast)) {
    if (node.type === 'function' && node.procedure.type === 'variable') {
      const call = calls.get(node.procedure.position ?? -1);
      const given = [...applied, ...node.arguments];
      const message =
        call && (callFault(call.name, given, { kindOf, isData, hasContext }) ?? constantFault(jsonata, node, calls));
      if (message !== undefined) found.push({ message, start: call!.start, end: call!.end });
      continue;
    }
    if (node.type === 'path') found.push(...memberFault(node, calls));
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

/** The type that a path has whenever it leads to something, and how it is written; undefined where that is not known. */
export type TypeOf = (node: JsonataNode) => { readonly type: JsonataType; readonly path: string } | undefined;

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
  return known && { kind: known.type, value: samples[known.type], path: known.path };
}

/** What `$` may be where a function is called: it stands in for an argument that is left out. */
const contexts: readonly unknown[] = [undefined, '', 0, false, null, [], {}];

const noContext: readonly unknown[] = [undefined];

interface Surroundings {
  readonly kindOf: KindOf;
  readonly isData: (node: JsonataNode) => boolean;
  readonly hasContext: boolean;
}

function callFault(
  name: string,
  given: readonly JsonataNode[],
  { kindOf, isData, hasContext }: Surroundings,
): string | undefined {
  const signature = signatureFor(name);
  if (signature?.definition === undefined) return undefined;
  const around = hasContext ? contexts : noContext;
  const kinds = given.map(kindOf);
  const isFitting = candidatesFor(given.map((node, at) => kinds[at] ?? (isData(node) ? 'data' : undefined))).some(
    (values) => around.some((context) => fits(signature, values, context)),
  );
  if (isFitting) {
    // Outside of paths there is no context to stand in for the first argument, and nothing stands in for it.
    const needed = neededArguments(signature.definition);
    if (!hasContext && given.length < needed) {
      return needed === 1
        ? `"$${name}" takes an argument, but is given none, so it gives nothing; give it one`
        : `"$${name}" takes ${needed} arguments, but is given ${given.length}, so it gives nothing; give it all of them`;
    }
    if (!hasContext && isPassedOver(signature, kinds)) {
      return `"$${name}" takes ${signatureWords(signature.definition)}, but is given ${givenWords(kinds.map((literal) => literal?.kind))}, so it gives nothing; correct the arguments`;
    }
    return name === 'hash' ? algorithmFault(given[1]) : undefined;
  }
  const data = kinds.find((literal) => literal?.path !== undefined);
  const because = data ? `"${data.path}" is ${articleOf(data.kind)} ${data.kind}; ` : '';
  return `"$${name}" takes ${signatureWords(signature.definition)}, but is given ${givenWords(kinds.map((literal) => literal?.kind))}, so it fails; ${because}correct the arguments`;
}

/** No function takes more; the bound keeps the number of candidates small. */
const mostUnknown = 4;

/** What the arguments may be. For what is not known there is nothing, which fits every type but that of functions. */
function candidatesFor(literals: readonly (LiteralKind | 'data' | undefined)[]): readonly (readonly unknown[])[] {
  const triesFunctions = literals.filter((literal) => literal === undefined).length <= mostUnknown;
  return literals.reduce<readonly (readonly unknown[])[]>(
    (before, literal) => {
      const unknown = triesFunctions && literal !== 'data' ? [undefined, someFunction] : [undefined];
      const values = typeof literal === 'object' ? [literal.value] : unknown;
      return before.flatMap((known) => values.map((value) => [...known, value]));
    },
    [[]],
  );
}

/** Whether the context stands in for the first argument, though there is none: what is given is of the type of the second. */
function isPassedOver(signature: JsonataSignature, kinds: readonly (LiteralKind | undefined)[]): boolean {
  const values = kinds.map((literal) => literal?.value);
  if (values[0] === undefined || !fits(signature, values, undefined)) return false;
  return signature.validate(values, undefined)[0] === undefined;
}

function signatureFor(name: string): JsonataSignature | undefined {
  const value = builtins().lookup(name);
  const behaviour = isFunction(value) ? behaviourOf(value) : undefined;
  return behaviour?.kind === 'native' ? behaviour.signature : undefined;
}

function fits(signature: JsonataSignature, values: readonly unknown[], context: unknown): boolean {
  try {
    signature.validate(values, context);
    return true;
  } catch (failure) {
    if (isFailure(failure)) return false;
    throw failure;
  }
}

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

function algorithmFault(node: JsonataNode | undefined): string | undefined {
  const algorithm = node?.type === 'string' && !node.predicate ? node.value : undefined;
  if (typeof algorithm !== 'string' || isHashAlgorithm(algorithm)) return undefined;
  const meant = nearest(algorithm, algorithms) ?? algorithms.find((one) => one.replace('-', '') === algorithm);
  return `"$hash" does not know "${algorithm}", so it fails; use ${meant === undefined ? algorithms.map((one) => `"${one}"`).join(', ') : `"${meant}"`}`;
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
  if (wrong) return `${is}, but is given ${articleOf(wrong.kind)} ${wrong.kind}, so it fails; compare with "=" or "!="`;
  const [left, right] = operands;
  if (!left || !right || left.kind === right.kind) return undefined;
  return `${is}, but is given a ${left.kind} and a ${right.kind}, so it fails; convert one with "$number" or "$string"`;
}

const articleOf = (word: string): string => (/^[aeo]/.test(word) ? 'an' : 'a');

type KindOf = (node: JsonataNode) => LiteralKind | undefined;
