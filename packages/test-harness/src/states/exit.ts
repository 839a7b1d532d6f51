import type { Json } from '@stepproof/asl';
import type { EventNote } from '../history/event-note';

/** How a state is left. */
export interface Exit {
  readonly output: Json;
  /** Undefined where the scope ends. */
  readonly next: string | undefined;
  readonly assigned?: ReadonlyMap<string, Json> | undefined;
  /** Which of several ways out it is. */
  readonly note?: EventNote | undefined;
}
