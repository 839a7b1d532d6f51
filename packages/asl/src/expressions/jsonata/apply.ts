import type { JsonataApply, JsonataCall, JsonataNode } from './ast';
import { isFailure, JsonataFailure } from './failure';
import type { Frame } from './frame';
import { behaviourOf, functionValue, isFunction, type FunctionValue, type Lambda, type Native } from './function-value';
import type { Interpreter } from './interpreter';
import { stepsToMake, stepsToRead } from './limits';

/** `procedure(arguments)`; `applied` is the left side of `~>`, which becomes the first argument. */
export function callFunction(
  interpreter: Interpreter,
  node: JsonataCall,
  input: unknown,
  frame: Frame,
  applied: readonly unknown[] = [],
): unknown {
  const procedure = interpreter.evaluate(node.procedure, input, frame);
  const forgotten = procedure === undefined ? nameWithoutDollar(node.procedure, frame) : undefined;
  if (forgotten !== undefined) throw new JsonataFailure('T1005', { token: forgotten });
  const values = [...applied, ...node.arguments.map((argument) => interpreter.evaluate(argument, input, frame))];
  try {
    return applyFunction(interpreter, procedure, values, input);
  } catch (failure) {
    throw named(failure, nameOf(node.procedure));
  }
}

/**
 * Applies a function. `input` stands in for a first argument that is left out, where the signature says so. A function
 * that ends in a call gives a thunk for it, which is called from here, so that tail recursion does not nest.
 */
export function applyFunction(
  interpreter: Interpreter,
  procedure: unknown,
  values: readonly unknown[],
  input: unknown,
): unknown {
  let result = applyOnce(interpreter, procedure, values, input);
  for (let thunk = thunkOf(result); thunk !== undefined; thunk = thunkOf(result)) {
    const { call, frame, input: context } = thunk;
    const next = interpreter.evaluate(call.procedure, context, frame);
    const nextValues = call.arguments.map((argument) => interpreter.evaluate(argument, context, frame));
    try {
      result = applyOnce(interpreter, next, nextValues, input);
    } catch (failure) {
      throw named(failure, nameOf(call.procedure));
    }
  }
  return result;
}

/** `lhs ~> rhs`: the call of a function with one more argument, or two functions made into one. */
export function applyTo(interpreter: Interpreter, node: JsonataApply, input: unknown, frame: Frame): unknown {
  const left = interpreter.evaluate(node.lhs, input, frame);
  if (node.rhs.type === 'function') return callFunction(interpreter, node.rhs, input, frame, [left]);
  const right = interpreter.evaluate(node.rhs, input, frame);
  if (!isFunction(right)) throw new JsonataFailure('T2006', { value: right });
  if (!isFunction(left)) return applyFunction(interpreter, right, [left], null);
  const implementation = (value: unknown) => interpreter.apply(right, [interpreter.apply(left, [value])]);
  return functionValue({ kind: 'native', implementation });
}

/** `procedure(?, 1)`: a function of the arguments that are left open. */
export function partiallyApply(
  interpreter: Interpreter,
  node: JsonataCall,
  input: unknown,
  frame: Frame,
): FunctionValue {
  const values = node.arguments.map((argument) =>
    argument.type === 'operator' ? open : interpreter.evaluate(argument, input, frame),
  );
  const procedure = interpreter.evaluate(node.procedure, input, frame);
  const forgotten = procedure === undefined ? nameWithoutDollar(node.procedure, frame) : undefined;
  if (forgotten !== undefined) throw new JsonataFailure('T1007', { token: forgotten });
  if (!isFunction(procedure)) throw new JsonataFailure('T1008', { token: nameOf(node.procedure) });
  const definition = behaviourOf(procedure);
  return definition.kind === 'lambda' ? openLambda(definition, values) : openNative(interpreter, definition, values);
}

/** Stands for the `?` among the arguments of a partial application. */
const open = Symbol('open');

function openLambda(lambda: Lambda, values: readonly unknown[]): FunctionValue {
  const bound = lambda.parameters.flatMap(({ value: name }, index): [string, unknown][] =>
    values[index] === open ? [] : [[name, values[index]]],
  );
  return functionValue({
    kind: 'lambda',
    parameters: lambda.parameters.filter((_, index) => values[index] === open),
    body: lambda.body,
    frame: lambda.frame.inner(bound),
    input: lambda.input,
    isThunk: false,
  });
}

/** As in the `jsonata` package, the signature is not checked any more. */
function openNative(interpreter: Interpreter, native: Native, values: readonly unknown[]): FunctionValue {
  const implementation = (...given: unknown[]) => {
    const rest = given.values();
    const filled = values.map((value) => (value === open ? rest.next().value : value));
    return run(interpreter, native, filled, undefined);
  };
  const arity = values.filter((value) => value === open).length;
  Object.defineProperty(implementation, 'length', { value: arity });
  return functionValue({ kind: 'native', implementation });
}

function applyOnce(interpreter: Interpreter, procedure: unknown, values: readonly unknown[], input: unknown): unknown {
  if (!isFunction(procedure)) throw new JsonataFailure('T1006');
  const definition = behaviourOf(procedure);
  const checked = definition.signature?.validate(values, input) ?? values;
  if (definition.kind === 'native') return run(interpreter, definition, checked, input);
  const names = definition.parameters.map(({ value: name }, index): [string, unknown] => [name, checked[index]]);
  return interpreter.evaluate(definition.body, definition.input, definition.frame.inner(names));
}

function run(interpreter: Interpreter, native: Native, values: readonly unknown[], input: unknown): unknown {
  for (const value of values) interpreter.spend(stepsToRead(value));
  const result = native.implementation.apply(interpreter.siteOf(input), values as never[]);
  interpreter.spend(1 + stepsToMake(result));
  return result;
}

function thunkOf(result: unknown): { readonly call: JsonataCall; frame: Frame; input: unknown } | undefined {
  if (!isFunction(result)) return undefined;
  const definition = behaviourOf(result);
  if (definition.kind !== 'lambda' || !definition.isThunk) return undefined;
  // The parser makes thunks of calls only.
  return { call: definition.body as JsonataCall, frame: definition.frame, input: definition.input };
}

/** The innermost call whose function fails is the one that the message names. */
function named(failure: unknown, token: unknown): unknown {
  if (isFailure(failure)) failure.token ??= token;
  return failure;
}

function nameOf(procedure: JsonataNode): unknown {
  if (procedure.type === 'path') return firstName(procedure);
  return 'value' in procedure ? procedure.value : undefined;
}

/** The name in `sum(...)` where `$sum(...)` is meant. */
function nameWithoutDollar(procedure: JsonataNode, frame: Frame): string | undefined {
  const name = procedure.type === 'path' ? firstName(procedure) : undefined;
  return name !== undefined && frame.lookup(name) !== undefined ? name : undefined;
}

function firstName({ steps }: Extract<JsonataNode, { type: 'path' }>): string | undefined {
  const [step] = steps;
  return step?.type === 'name' ? step.value : undefined;
}
