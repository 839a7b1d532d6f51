/** Invariants that not every machine is meant to hold. */
export const checks = ['handles-failures', 'compensates', 'loses-no-items', 'order-independent'] as const;
export type Check = (typeof checks)[number];

export interface ExploreOptions {
  readonly runs: number;
  readonly seed: number;
  /** Seconds. */
  readonly timeLimit?: number;
  readonly inputSchema?: string;
  readonly mocks?: string;
  readonly machine?: string;
  readonly type?: 'standard' | 'express';
  readonly check?: readonly Check[];
  readonly format: 'pretty' | 'json' | 'junit';
  readonly emit?: 'jest';
}
