import type { Json } from '../../text/located';
import type { Environment } from '../environment';
import type { JsonPath } from '../json-path/ast';
import { evaluatePath } from '../json-path/evaluate';
import type { PathRoots } from '../json-path/roots';
import { kindOfValue } from '../json/kind';
import type { IntrinsicArgument, IntrinsicCall } from './ast';
import { intrinsicFunctions } from './functions';
import { countProblem, parameterAt, valueProblem } from './problems';
import { IntrinsicFault } from './signature';

/**
 * A failure carries the name of AWS's error. A path that leads nowhere is States.Runtime and comes with the path, since
 * AWS's message names the field as well; arguments of the wrong number or kind are States.Runtime, too, while what a
 * function cannot do with arguments that suit it is States.IntrinsicFailure, as the specification says (unverified).
 */
export type IntrinsicResult =
  | { readonly ok: true; readonly value: Json }
  | {
      readonly ok: false;
      readonly error: 'States.Runtime' | 'States.IntrinsicFailure';
      readonly cause: string;
      readonly missingPath?: JsonPath;
    };

type IntrinsicFailure = Extract<IntrinsicResult, { ok: false }>;

/** Evaluates a call; the arguments are evaluated first, from left to right. */
export function evaluateIntrinsic(call: IntrinsicCall, roots: PathRoots, environment: Environment): IntrinsicResult {
  const definition = intrinsicFunctions.get(call.name);
  if (definition === undefined)
    return refused(`"${call.name}" is not an intrinsic function; use one of the "States." functions`);
  const count = countProblem(call, definition);
  if (count !== undefined) return refused(count);
  const values: Json[] = [];
  for (const [index, argument] of call.arguments.entries()) {
    const result = evaluateArgument(argument, roots, environment);
    if (!result.ok) return result;
    const parameter = parameterAt(definition, index);
    const problem = parameter && valueProblem(call, parameter, kindOfValue(result.value), result.value);
    if (problem !== undefined) return refused(problem);
    values.push(result.value);
  }
  const named = definition.parameters.length;
  const value = definition.evaluate(values.slice(0, named), { call, rest: values.slice(named), environment });
  if (!(value instanceof IntrinsicFault)) return { ok: true, value };
  return { ok: false, error: 'States.IntrinsicFailure', cause: `"${call.name}" failed. ${value.message}` };
}

function evaluateArgument(argument: IntrinsicArgument, roots: PathRoots, environment: Environment): IntrinsicResult {
  switch (argument.kind) {
    case 'call':
      return evaluateIntrinsic(argument, roots, environment);
    case 'path': {
      const result = evaluatePath(argument, roots);
      return result.found ? { ok: true, value: result.value } : { ...refused(result.reason), missingPath: argument };
    }
    case 'placeholder':
      return refused(`The placeholder "${argument.text}" has no value; fill it in before the definition runs`);
    default:
      return { ok: true, value: argument.value };
  }
}

function refused(cause: string): IntrinsicFailure {
  return { ok: false, error: 'States.Runtime', cause };
}
