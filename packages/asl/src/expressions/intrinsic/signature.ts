import type { Json } from '../../text/located';
import type { Environment } from '../environment';
import type { JsonArray, JsonObject, ValueKind } from '../json/kind';
import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';

export interface Parameter {
  readonly name: string;
  /** The kinds of value the function takes here; undefined if it takes any. */
  readonly kinds?: readonly ValueKind[];
  /** What is wrong with an argument of the right kind, as a predicate with a remedy: `is negative; count from 0`. */
  readonly fault?: Fault;
}

type Fault = (value: Json) => string | undefined;

/** What the function cannot do with arguments that are each all right, as a sentence without its full stop. */
export class IntrinsicFault {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** What a function is evaluated with besides the values of its arguments. */
export interface IntrinsicSite {
  readonly call: IntrinsicCall;
  readonly environment: Environment;
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
  /** The result for values whose number, kinds and faults have been checked. */
  readonly evaluate: (values: Values, site: IntrinsicSite) => Json | IntrinsicFault;
}

/** The values of a call's arguments, by the kind that the signature demands at that place. */
export interface Values {
  readonly all: readonly Json[];
  any(index: number): Json;
  string(index: number): string;
  /** Rounded to a whole number. */
  integer(index: number): number;
  array(index: number): JsonArray;
  object(index: number): JsonObject;
}

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
export function atMost10000Characters(value: Json): string | undefined {
  if (typeof value !== 'string' || value.length <= 10_000) return undefined;
  return `is ${value.length} characters long; pass at most 10000`;
}

/** The values of arguments that are all number literals; undefined if one of them is known only at run time. */
export function literalNumbers(call: IntrinsicCall): number[] | undefined {
  const values = call.arguments.flatMap((argument) => (argument.kind === 'number' ? [argument.value] : []));
  return values.length === call.arguments.length ? values : undefined;
}
