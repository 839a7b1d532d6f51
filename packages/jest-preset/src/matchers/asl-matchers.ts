import type { Execution } from '@stepproof/test-harness';

/**
 * What the matchers add to `expect`. Each matcher declares its own signature in its own file.
 * @typeParam R what a matcher gives back: void, or a promise behind `resolves`
 * @typeParam T what was given to `expect`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- merged with
export interface AslMatchers<R, T> {}

/** The names of the states of the execution that was given to `expect`, as far as the compiler knows them. */
export type StateNameOf<T> = T extends Execution<infer StateName> ? StateName : string;
