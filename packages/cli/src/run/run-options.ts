export interface RunOptions {
  /** JSON, or `@` and the name of a file. */
  readonly input: string;
  readonly mocks?: string;
  readonly testCase?: string;
  readonly machine?: string;
  readonly type?: 'standard' | 'express';
  readonly seed?: number;
  readonly format: 'pretty' | 'json';
}
