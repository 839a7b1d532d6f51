import type { Execution } from '@stepproof/test-harness';

/**
 * What the matchers add to `expect`. Each matcher declares its own signature in its own file.
 * @typeParam R what a matcher gives back: void, a promise behind `resolves`, or an asymmetric matcher
 * @typeParam T what was given to `expect`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- merged with
export interface AslMatchers<R, T> {}

/** The names of the states of the execution that was given to `expect`, as far as the compiler knows them. */
export type StateNameOf<T> = Awaited<T> extends Execution<infer StateName> ? StateName : string;

/** A name that calls of integrations go by, as in `tasks`: a state, or a resource such as `sqs:sendMessage`. */
export type CallNameOf<T> = StateNameOf<T> | `${string}:${string}`;

/** A value, or an asymmetric matcher in its place: `expect.closeTo(60)`, `expect.stringContaining('declined')`. */
export type OrAsymmetric<Value> = Value | Asymmetric;

/** What stands for a value inside another one: `expect.toHaveSucceeded()`. */
export interface Asymmetric {
  asymmetricMatch(other: unknown): boolean;
}
