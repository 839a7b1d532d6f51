import type { Json } from '../../text/located';
import type { ValueKind } from '../json/kind';
import type { ExpressionProblem } from '../result';
import type { IntrinsicArgument, IntrinsicCall } from './ast';
import { intrinsicFunctions } from './functions';
import type { IntrinsicFunction, Parameter } from './signature';

/**
 * What makes a well-formed call fail whenever it runs: the number of arguments, arguments of a provably wrong kind,
 * literals outside what the function takes. Paths are given the benefit of the doubt.
 */
export function intrinsicProblems(call: IntrinsicCall): ExpressionProblem[] {
  const definition = intrinsicFunctions.get(call.name);
  if (definition === undefined) return [];
  const inner = call.arguments.flatMap((argument) => (argument.kind === 'call' ? intrinsicProblems(argument) : []));
  const count = countProblem(call, definition);
  if (count !== undefined) return [{ message: count, start: call.start, end: call.end }, ...inner];
  const own = call.arguments.flatMap((argument, index) => {
    const parameter = parameterAt(definition, index);
    const kind = kindOf(argument);
    const message = parameter && kind && valueProblem(call, parameter, kind, literalOf(argument));
    return message === undefined ? [] : [{ message, start: argument.start, end: argument.end }];
  });
  return [...own, ...(definition.check?.(call) ?? []), ...inner];
}

/** The kind of value the argument has when it runs; undefined if that shows only then. */
export function kindOf(argument: IntrinsicArgument): ValueKind | undefined {
  switch (argument.kind) {
    case 'path':
    case 'placeholder':
      return undefined;
    case 'call':
      return intrinsicFunctions.get(argument.name)?.returns;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return argument.kind;
  }
}

/** The value of a literal; a string with a token in it is not known before deployment. */
function literalOf(argument: IntrinsicArgument): Json | undefined {
  if (argument.kind === 'path' || argument.kind === 'placeholder' || argument.kind === 'call') return undefined;
  return argument.kind === 'string' && argument.value.includes('${') ? undefined : argument.value;
}

export function parameterAt(definition: IntrinsicFunction, index: number): Parameter | undefined {
  return definition.parameters[index] ?? definition.rest;
}

/** What is wrong with the number of arguments. */
export function countProblem(call: IntrinsicCall, definition: IntrinsicFunction): string | undefined {
  const most = definition.rest === undefined ? definition.parameters.length : Infinity;
  const least = definition.parameters.filter((parameter) => !parameter.isOptional).length;
  const given = call.arguments.length;
  if (given >= least && given <= most) return undefined;
  const names = definition.parameters.map((parameter) => parameter.name);
  const expected = most === Infinity ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  const remedy = names.length === 0 ? 'remove them' : `pass ${names.join(', ')}`;
  return `"${call.name}" takes ${expected} arguments, not ${given}; ${remedy}`;
}

/** What is wrong with an argument of that kind and, if it is known, of that value. */
export function valueProblem(
  call: IntrinsicCall,
  parameter: Parameter,
  kind: ValueKind,
  value: Json | undefined,
): string | undefined {
  const subject = `The argument "${parameter.name}" of "${call.name}"`;
  if (parameter.kinds !== undefined && !parameter.kinds.includes(kind)) {
    return `${subject} is of kind ${kind}; pass one of kind ${parameter.kinds.join(' or ')}`;
  }
  const fault = value === undefined ? undefined : parameter.fault?.(value);
  return fault === undefined ? undefined : `${subject} ${fault}`;
}
