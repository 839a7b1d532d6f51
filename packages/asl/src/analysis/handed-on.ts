import type { Jsonata, JsonataNode } from '../expressions';
import { Catcher, ownNodesOf, type AslNode, type State } from '../syntax';
import { plainPathOf } from './shapes/plain-path';

/** What the Output of a JSONata state puts beside the input that it hands on. */
export interface HandedOn {
  readonly names: ReadonlySet<string>;
  /** The name that gets the whole result, if one does. */
  readonly result: string | undefined;
}

const nothing: HandedOn = { names: new Set(), result: undefined };

/**
 * What a JSONata state hands on with its input: nothing for `$states.input`; the names of the objects that `$merge` puts
 * over it. Undefined where the input is not handed on, or where it cannot be told what else is.
 */
export function handedOnWithInput(state: State): HandedOn | undefined {
  if (state.has('Output')) return outputOf(state);
  return keepsInput.has(state.type) ? nothing : undefined;
}

/** States whose output is their input unless they have an Output. */
const keepsInput: ReadonlySet<string> = new Set(['PassState', 'WaitState', 'SucceedState', 'ChoiceState']);

/** Whether a way out of a JSONata state may bring a member of that name that its input does not have. */
export function mayBringByOutput(state: State, name: string): boolean {
  if (handedOnWithInput(state)?.names.has(name) ?? true) return true;
  for (const node of ownNodesOf(state)) {
    if (node === state) continue;
    // Without an Output, a Catch hands on the error output.
    if (node instanceof Catcher && !node.has('Output') && (name === 'Error' || name === 'Cause')) return true;
    if (node.has('Output') && (outputOf(node)?.names.has(name) ?? true)) return true;
  }
  return false;
}

function outputOf(node: AslNode): HandedOn | undefined {
  const jsonata = wholeExpressionOf(node, 'Output');
  return jsonata?.ast && jsonata.isComplete && !jsonata.hasPlaceholders ? overInput(jsonata.ast) : undefined;
}

function overInput(root: JsonataNode): HandedOn | undefined {
  const node = withoutBrackets(root);
  if (isStates(node, 'input')) return nothing;
  if (node.type !== 'function' || node.predicate || node.procedure.type !== 'variable') return undefined;
  const [list] = node.arguments;
  if (node.procedure.value !== 'merge' || list?.type !== 'unary' || list.value !== '[') return undefined;
  const parts = list.expressions.map(withoutBrackets);
  const names = new Set<string>();
  let result: string | undefined;
  for (const part of parts) {
    if (isStates(part, 'input')) continue;
    if (part.type !== 'unary' || part.value !== '{' || part.predicate) return undefined;
    for (const [key, value] of part.lhs) {
      if (key.type !== 'string' || typeof key.value !== 'string') return undefined;
      names.add(key.value);
      if (isStates(withoutBrackets(value), 'result')) result = key.value;
    }
  }
  return parts.some((part) => isStates(part, 'input')) ? { names, result } : undefined;
}

/** The variable that an Assign of the state stores its whole result in. */
export function variableOfResult(state: State): string | undefined {
  const assign = state.field('Assign');
  for (const { value, key, jsonata } of assign?.expressions ?? []) {
    const isTop = assign!.value.kind === 'object' && assign!.value.entries.some((entry) => entry.value === value);
    if (isTop && jsonata?.ast && isStates(withoutBrackets(jsonata.ast), 'result')) return key;
  }
  return undefined;
}

/** The expression that a field consists of. */
function wholeExpressionOf(node: AslNode, name: string): Jsonata | undefined {
  const field = node.field(name);
  return field?.expressions.find(({ value }) => value === field.value)?.jsonata;
}

function isStates(node: JsonataNode, member: string): boolean {
  const path = plainPathOf(node);
  return path?.root === 'states' && path.names.length === 1 && path.names[0] === member;
}

const withoutBrackets = (node: JsonataNode): JsonataNode =>
  node.type === 'block' && node.expressions.length === 1 && !node.predicate
    ? withoutBrackets(node.expressions[0]!)
    : node;
