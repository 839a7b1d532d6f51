import { sourceMember } from '@stepproof/asl';

/** Whether a value is a definition that was imported from a file, as the transformer gives it. */
export const isImported = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, sourceMember);

/** Where a definition was imported from is no part of it; other values are given back as they are. */
export function withoutSource(value: unknown): unknown {
  if (!isImported(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== sourceMember));
}
