import type { Json } from '@stepproof/asl';

/** How a state is left. */
export interface Exit {
  readonly output: Json;
  /** Undefined where the scope ends. */
  readonly next: string | undefined;
  readonly assigned?: ReadonlyMap<string, Json> | undefined;
}
