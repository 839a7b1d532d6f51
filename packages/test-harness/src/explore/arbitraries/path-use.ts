import type { Json } from '@stepproof/asl';
import type { Use, UsePath } from './used-value';

/** Whose value a path leads into: `$` or `$states.input`, `$states.result`, the context, a variable. */
export type UseRoot = 'input' | 'result' | 'context' | { readonly variable: string };

/** A place in a value, and what an expression does with what is there. */
export interface PathUse {
  readonly root: UseRoot;
  readonly path: UsePath;
  readonly use?: Use | undefined;
  /** What it is compared with. */
  readonly literals?: readonly Json[];
  /** Whether it is asked if it is there. */
  readonly isOptional?: boolean;
}
