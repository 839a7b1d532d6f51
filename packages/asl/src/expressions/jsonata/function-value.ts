import type { Environment } from '../environment';
import type { JsonataLambda, JsonataNode, JsonataSignature } from './ast';
import type { Frame } from './frame';

/** What a native function finds under `this`. The package's own functions read no more than the timestamp. */
export interface CallSite {
  readonly environment: Evaluator;
  readonly input: unknown;
}

/** Who evaluates, as far as functions need it. */
export interface Evaluator {
  readonly environment: Environment;
  /** What `$now()` and `$millis()` give all through the evaluation. */
  readonly timestamp: Date;
  apply(value: FunctionValue, values: readonly unknown[]): unknown;
  /** Counts what is done beside evaluating nodes; fails where the evaluation has taken too long. */
  spend(steps: number): void;
}

export type NativeImplementation = (this: CallSite, ...values: never[]) => unknown;

export interface Native {
  readonly kind: 'native';
  readonly implementation: NativeImplementation;
  readonly signature?: JsonataSignature;
}

export interface Lambda {
  readonly kind: 'lambda';
  readonly parameters: JsonataLambda['arguments'];
  readonly body: JsonataNode;
  readonly frame: Frame;
  readonly input: unknown;
  readonly signature?: JsonataSignature;
  /** Whether it stands for a call in tail position. */
  readonly isThunk: boolean;
}

const behaviour = Symbol('behaviour');

/**
 * A function as a value. It is a JavaScript function only because the package's checks of arguments tell functions by
 * that; nobody calls it. Whoever wants to apply it asks for its behaviour.
 */
export type FunctionValue = (() => undefined) & { readonly [behaviour]: Native | Lambda };

export function functionValue(definition: Native | Lambda): FunctionValue {
  return Object.assign(() => undefined, { [behaviour]: definition });
}

export function isFunction(value: unknown): value is FunctionValue {
  return typeof value === 'function';
}

export function behaviourOf(value: FunctionValue): Native | Lambda {
  return value[behaviour];
}

/** How many arguments the function takes: functions such as `$map` pass it no more. */
export function arityOf(value: FunctionValue): number {
  const definition = behaviourOf(value);
  return definition.kind === 'lambda' ? definition.parameters.length : definition.implementation.length;
}
