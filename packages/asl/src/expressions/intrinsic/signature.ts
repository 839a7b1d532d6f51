import type { ExpressionProblem } from '../result';
import type { IntrinsicArgument, IntrinsicCall } from './ast';

export type ValueKind = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

export interface Parameter {
  readonly name: string;
  /** The kinds of value the function takes here; undefined if it takes any. */
  readonly kinds?: readonly ValueKind[];
  /** What is wrong with an argument of the right kind, as far as its text shows. */
  readonly fault?: (argument: IntrinsicArgument) => string | undefined;
}

/** What one intrinsic function takes and gives; AWS's developer guide, "Intrinsic functions". */
export interface IntrinsicFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** How many of the parameters, from the last, may be left out. */
  readonly optional?: number;
  /** What every argument behind the parameters is, if there may be any. */
  readonly rest?: Parameter;
  /** The kind of the result; undefined if it depends on the arguments. */
  readonly returns: ValueKind | undefined;
  /** Faults that only several arguments together show. */
  readonly check?: (call: IntrinsicCall) => readonly ExpressionProblem[];
}

type Fault = Parameter['fault'];

export function anyValue(name: string): Parameter {
  return { name };
}

export function string(name: string, fault?: Fault): Parameter {
  return { name, kinds: ['string'], ...(fault && { fault }) };
}

/** Fractions are rounded by the service, so any number will do. */
export function number(name: string, fault?: Fault): Parameter {
  return { name, kinds: ['number'], ...(fault && { fault }) };
}

export function array(name: string): Parameter {
  return { name, kinds: ['array'] };
}

export function object(name: string): Parameter {
  return { name, kinds: ['object'] };
}

export function boolean(name: string, fault?: Fault): Parameter {
  return { name, kinds: ['boolean'], ...(fault && { fault }) };
}

/** The encoding and hashing functions take no longer data. */
export function atMost10000Characters(argument: IntrinsicArgument): string | undefined {
  if (argument.kind !== 'string' || argument.value.length <= 10_000) return undefined;
  return `is ${argument.value.length} characters long; pass at most 10000`;
}

/** The values of arguments that are all number literals; undefined if one of them is known only at run time. */
export function literalNumbers(call: IntrinsicCall): number[] | undefined {
  const values = call.arguments.flatMap((argument) => (argument.kind === 'number' ? [argument.value] : []));
  return values.length === call.arguments.length ? values : undefined;
}
