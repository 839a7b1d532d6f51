import type { ExpressionProblem } from '../result';
import type { IntrinsicArgument, IntrinsicCall } from './ast';
import { intrinsicFunctions } from './functions';
import type { IntrinsicFunction, Parameter, ValueKind } from './signature';

/**
 * What makes a well-formed call fail whenever it runs: the number of arguments, arguments of a provably wrong kind,
 * literals outside what the function takes. Paths are given the benefit of the doubt.
 */
export function intrinsicProblems(call: IntrinsicCall): ExpressionProblem[] {
  const definition = intrinsicFunctions.get(call.name);
  if (definition === undefined) return [];
  const inner = call.arguments.flatMap((argument) => (argument.kind === 'call' ? intrinsicProblems(argument) : []));
  const count = countProblem(call, definition);
  if (count !== undefined) return [count, ...inner];
  const own = call.arguments.flatMap((argument, index) => {
    const parameter = definition.parameters[index] ?? definition.rest;
    return parameter === undefined ? [] : argumentProblems(call, parameter, argument);
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

function countProblem(call: IntrinsicCall, definition: IntrinsicFunction): ExpressionProblem | undefined {
  const most = definition.rest === undefined ? definition.parameters.length : Infinity;
  const least = definition.parameters.length - (definition.optional ?? 0);
  const given = call.arguments.length;
  if (given >= least && given <= most) return undefined;
  const names = definition.parameters.map((parameter) => parameter.name);
  const expected = most === Infinity ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  const remedy = names.length === 0 ? 'remove them' : `pass ${names.join(', ')}`;
  const message = `"${call.name}" takes ${expected} arguments, not ${given}; ${remedy}`;
  return { message, start: call.start, end: call.end };
}

function argumentProblems(call: IntrinsicCall, parameter: Parameter, argument: IntrinsicArgument): ExpressionProblem[] {
  const { start, end } = argument;
  const subject = `The argument "${parameter.name}" of "${call.name}"`;
  const kind = kindOf(argument);
  if (kind !== undefined && parameter.kinds !== undefined && !parameter.kinds.includes(kind)) {
    const wanted = parameter.kinds.join(' or ');
    return [{ message: `${subject} is of kind ${kind}; pass one of kind ${wanted}`, start, end }];
  }
  const fault = parameter.fault?.(argument);
  return fault === undefined ? [] : [{ message: `${subject} ${fault}`, start, end }];
}
