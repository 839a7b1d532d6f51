import type { Json } from '../../text/located';

/** What an expression can refer to. */
export interface JsonataBindings {
  /** `$states`: an object with `input`, `context` and, where the field has them, `result` or `errorOutput`. */
  readonly states: Json;
  /** The variables in scope, by their names without `$`. */
  readonly variables?: ReadonlyMap<string, Json>;
}

/**
 * - `undefined`: the expression returned nothing, which AWS fails the state for.
 * - `unsupported`: the value is a function or has one in it.
 * - `error`: JSONata's code and message, which AWS joins to `T1006: Attempted to invoke a non-function`. The limits of
 *   AWS have no code.
 */
export type JsonataResult =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'error'; readonly code?: string; readonly message: string };
