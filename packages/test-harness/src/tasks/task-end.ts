import type { Json } from '@stepproof/asl';

/** How a task ended. */
export type TaskEnd =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: string | undefined; readonly cause: string | undefined }
  | { readonly kind: 'timeout'; readonly isHeartbeat: boolean };
