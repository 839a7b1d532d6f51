import type { Json } from '../../text/located';

/** What paths start from. */
export interface PathRoots {
  /** `$`: what the field at hand calls the input. */
  readonly input: Json;
  /** `$$`: the context object. */
  readonly context: Json;
  /** `$name`: the value of a variable, undefined if nothing was assigned to it. */
  variable(name: string): Json | undefined;
}
