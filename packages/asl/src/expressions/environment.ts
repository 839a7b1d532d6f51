/**
 * What an expression can learn about the world beyond its data. Whoever runs a definition supplies it from a virtual clock
 * and a seed, so that the same execution gives the same values again.
 */
export interface Environment {
  /** Milliseconds since 1970-01-01T00:00:00Z, a whole number. */
  now(): number;
  /** A UUID of version 4, a new one at each call. */
  uuid(): string;
  /** A number of at least 0 and less than 1, a new one at each call. */
  random(): number;
}
