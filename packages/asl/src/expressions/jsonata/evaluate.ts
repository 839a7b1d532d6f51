import type { Environment } from '../environment';
import { RegexTime } from '../regex/regex-time';
import { builtins } from './builtins';
import { isFailure, UncodedFailure, messageOf } from './failure';
import { Interpreter } from './interpreter';
import type { JsonataBindings, JsonataResult } from './jsonata-result';
import { type Effort, maximumSteps, outOfMemory, outOfTime, stackOverflow } from './limits';
import type { Jsonata } from './parse';
import { toJson } from './to-json';

/**
 * Evaluates an expression of Step Functions' JSONata: version 2.0.6 of the language with AWS's functions and within AWS's
 * limits, without a document to query. It neither waits nor fails, and it leaves the bindings as they are.
 */
export function evaluateJsonata(jsonata: Jsonata, bindings: JsonataBindings, environment: Environment): JsonataResult {
  return evaluateBy(new Interpreter(environment, { steps: maximumSteps }, new RegexTime()), jsonata, bindings);
}

/**
 * The same for who would rather not know than wait: undefined where it takes more steps than there are, or where a regular
 * expression may take long. What it takes is subtracted.
 */
export function evaluateJsonataWithin(
  effort: Effort,
  jsonata: Jsonata,
  bindings: JsonataBindings,
  environment: Environment,
): JsonataResult | undefined {
  const result = evaluateBy(new Interpreter(environment, effort, new RegexTime(0)), jsonata, bindings);
  return result.kind === 'error' && result.message === outOfTime ? undefined : result;
}

function evaluateBy(interpreter: Interpreter, { ast, isComplete }: Jsonata, bindings: JsonataBindings): JsonataResult {
  if (ast === undefined || !isComplete) return { kind: 'error', message: cannotRead };
  const frame = builtins().inner(bindings.variables);
  frame.bind('states', bindings.states);
  try {
    const value = interpreter.evaluate(ast, undefined, frame);
    return toJson(value, bindings);
  } catch (failure) {
    return errorOf(failure);
  }
}

const cannotRead =
  'The expression cannot be evaluated here: fill in its placeholders, and write its regular expressions with what Java and JavaScript have in common';

function errorOf(failure: unknown): JsonataResult {
  if (failure instanceof UncodedFailure) return { kind: 'error', message: failure.message };
  if (isFailure(failure)) return { kind: 'error', code: failure.code, message: messageOf(failure) };
  if (failure instanceof RangeError) {
    // The engine's own limits: of the stack, or of the length of arrays and texts.
    const message = failure.message.includes('call stack') ? stackOverflow : outOfMemory;
    return { kind: 'error', message };
  }
  // A built-in function that stumbles over its arguments: AWS calls that an internal error.
  return { kind: 'error', message: failure instanceof Error ? failure.message : String(failure) };
}
