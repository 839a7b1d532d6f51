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

/**
 * Leaves for `next` with what the data flow has made. The members are written out: a spread that is given one more member
 * costs V8 a hidden class every time.
 */
export const exitTo = (next: string | undefined, { output, assigned }: Omit<Exit, 'next'>): Exit => ({
  output,
  assigned,
  next,
});
