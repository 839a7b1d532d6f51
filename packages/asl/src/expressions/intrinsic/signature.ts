import type { Json } from '../../text/located';
import type { Environment } from '../environment';
import type { JsonArray, JsonObject, ValueKind } from '../json/kind';
import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';

/** What is wrong with a value, as a predicate with a remedy: `is negative; count from 0`. */
type Fault = (value: Json) => string | undefined;

export interface Parameter<T extends Json | undefined = Json | undefined> {
  readonly name: string;
  /** The kinds of value the function takes here; undefined if it takes any. */
  readonly kinds?: readonly ValueKind[];
  /** What keeps the function from using a value of the right kind. */
  readonly fault?: Fault;
  /** Whether the argument may be left out; only the last ones may. */
  readonly isOptional?: boolean;
  /** What the function makes of a value of the right kind. */
  readonly read: (value: Json) => T;
}

/** Where a function is evaluated, besides the values of its parameters. */
export interface IntrinsicSite {
  readonly call: IntrinsicCall;
  /** The values of the arguments behind the parameters. */
  readonly rest: readonly Json[];
  readonly environment: Environment;
}

/** What a function cannot do with arguments that are each all right: a sentence with its remedy. */
export class IntrinsicFault {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** What one intrinsic function takes and gives; AWS's developer guide, "Intrinsic functions". */
export interface IntrinsicFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** What every argument behind the parameters is, if there may be any. */
  readonly rest?: Parameter;
  /** The kind of the result; undefined if it depends on the arguments. */
  readonly returns: ValueKind | undefined;
  /** Faults that only several arguments together show. */
  readonly check?: (call: IntrinsicCall) => readonly ExpressionProblem[];
  /** The result for values whose number and kinds suit the parameters and that have no fault. */
  readonly evaluate: (values: readonly Json[], site: IntrinsicSite) => Json | IntrinsicFault;
}

type ValuesOf<P extends readonly Parameter[]> = { [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

interface Definition<P extends readonly Parameter[]> extends Omit<IntrinsicFunction, 'parameters' | 'evaluate'> {
  readonly parameters: P;
  /** Gets each value as its parameter reads it. */
  readonly evaluate: (values: ValuesOf<P>, site: IntrinsicSite) => Json | IntrinsicFault;
}

export function defineIntrinsic<const P extends readonly Parameter[]>(definition: Definition<P>): IntrinsicFunction {
  const { parameters, evaluate } = definition;
  return {
    ...definition,
    evaluate: (values, site) =>
      evaluate(values.map((value, index) => parameters[index]?.read(value)) as ValuesOf<P>, site),
  };
}

export function anyValue(name: string, fault?: Fault): Parameter<Json> {
  return { name, ...(fault && { fault }), read: (value) => value };
}

export function string(name: string, fault?: Fault): Parameter<string> {
  return { name, kinds: ['string'], ...(fault && { fault }), read: (value) => value as string };
}

/** Fractions are rounded by the service as by Java's `Math.round`, half of one up (recorded), so any number will do. */
export function number(name: string, fault?: Fault): Parameter<number> {
  // Adding 0 makes the 0 of `Math.round(-0.5)` a positive one.
  return { name, kinds: ['number'], ...(fault && { fault }), read: (value) => Math.round(value as number) + 0 };
}

/** A number that is a 32-bit integer when it is rounded. */
export function int32(name: string): Parameter<number> {
  return number(name, (value) => {
    if (typeof value !== 'number' || (value >= -0x80000000 && value <= 0x7fffffff)) return undefined;
    return `is ${value}; pass a number from -2147483648 to 2147483647`;
  });
}

export function array(name: string): Parameter<JsonArray> {
  return { name, kinds: ['array'], read: (value) => value as JsonArray };
}

export function object(name: string): Parameter<JsonObject> {
  return { name, kinds: ['object'], read: (value) => value as JsonObject };
}

export function boolean(name: string, fault?: Fault): Parameter<boolean> {
  return { name, kinds: ['boolean'], ...(fault && { fault }), read: (value) => value as boolean };
}

export function optional<T extends Json>(parameter: Parameter<T>): Parameter<T | undefined> {
  return { ...parameter, isOptional: true };
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
