import { calledVariable, type Jsonata, type JsonataNode } from '../../expressions';
import { Catcher, ownNodesOf, type AslNode, type Expression, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { walk } from '../../text/value';
import { plainPathOf } from './plain-path';

/** What the Output of a JSONata state puts beside the input that it hands on. */
export interface HandedOn {
  readonly names: ReadonlySet<string>;
  /** The name that gets the whole result, if one does. */
  readonly result: string | undefined;
  /** The name that gets the whole error output, if one does. */
  readonly errorOutput: string | undefined;
}

const nothing: HandedOn = { names: new Set(), result: undefined, errorOutput: undefined };

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
export const mayBringByOutput = (state: State, name: string): boolean =>
  ownNodesOf(state).some((node) => mayBringOnWayBy(node, state, name));

/** The same of the way that one node of the state gives: its Next, a rule or a Catcher. */
export const mayBringOnWayBy = (node: AslNode, state: State, name: string): boolean =>
  node === state ? (handedOnWithInput(state)?.names.has(name) ?? true) : mayBringByOutputOf(node, name);

/** The same of a Catcher or a rule. */
function mayBringByOutputOf(node: AslNode, name: string): boolean {
  // Without an Output, a Catch hands on the error output.
  if (!node.has('Output')) return node instanceof Catcher && (name === 'Error' || name === 'Cause');
  return outputOf(node)?.names.has(name) ?? true;
}

/** What the Output of a Catcher in JSONata hands on with the input of the state; undefined where that is not known, or not all. */
export const handedOnByCatch = (catcher: Catcher): HandedOn | undefined => outputOf(catcher);

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
  let errorOutput: string | undefined;
  for (const part of parts) {
    if (isStates(part, 'input')) continue;
    if (part.type !== 'unary' || part.value !== '{' || part.predicate) return undefined;
    for (const [key, value] of part.lhs) {
      if (key.type !== 'string' || typeof key.value !== 'string') return undefined;
      names.add(key.value);
      if (isStates(withoutBrackets(value), 'result')) result = key.value;
      if (isStates(withoutBrackets(value), 'errorOutput')) errorOutput = key.value;
    }
  }
  return parts.some((part) => isStates(part, 'input')) ? { names, result, errorOutput } : undefined;
}

/** The members that the Output of a JSONata state makes of its result: of `{'a': $states.result.x}` that is `a`. */
export function membersOfResult(state: State): readonly string[] {
  const field = state.field('Output');
  if (!field) return [];
  const { value } = field;
  if (value.kind === 'object') {
    const ofResult = new Set(field.expressions.filter(readsResult).map((one) => one.value));
    return value.entries.flatMap(({ key, value: made }) =>
      valuesIn(made).some((one) => ofResult.has(one)) ? [key.value] : [],
    );
  }
  const jsonata = wholeExpressionOf(state, 'Output');
  return jsonata?.ast ? namesOfResult(jsonata, jsonata.ast) : [];
}

function valuesIn(value: Located): readonly Located[] {
  const found: Located[] = [];
  walk(value, (one) => found.push(one));
  return found;
}

const readsResult = ({ parsed }: Expression): boolean =>
  parsed.language === 'jsonata' &&
  parsed.result.value?.references.states.some(({ member }) => member === 'result') === true;

/** What stands behind a name and before the next one is its value. */
function namesOfResult({ references }: Jsonata, root: JsonataNode): readonly string[] {
  const keys = objectsIn(root)
    .flatMap(({ lhs }) => lhs.map(([key]) => key))
    .flatMap((key) =>
      key.type === 'string' && key.position !== undefined ? [{ name: String(key.value), at: key.position }] : [],
    )
    .sort((a, b) => a.at - b.at);
  const results = references.states.filter(({ member }) => member === 'result');
  return keys.flatMap(({ name, at }, index) => {
    const end = keys[index + 1]?.at ?? Infinity;
    return results.some(({ start }) => start >= at && start < end) ? [name] : [];
  });
}

type ObjectNode = Extract<JsonataNode, { type: 'unary'; value: '{' }>;

/** The objects that an expression makes its value of: one, or those that `$merge` puts together. */
function objectsIn(root: JsonataNode): readonly ObjectNode[] {
  const node = withoutBrackets(root);
  if (node.predicate) return [];
  if (node.type === 'unary') return node.value === '{' ? [node] : [];
  if (node.type !== 'function' || calledVariable(node) !== 'merge') return [];
  const [list] = node.arguments;
  return list?.type === 'unary' && list.value === '[' ? list.expressions.flatMap(objectsIn) : [];
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
