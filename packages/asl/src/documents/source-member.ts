/**
 * The member that says in which file a definition stands that was imported as an object. A transformer for test runners
 * writes it; it is no field of the language.
 */
export const sourceMember = '$source';

/** Whether a value is a definition that was imported from a file, as the transformer gives it. */
export const isImported = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, sourceMember);

/** Where a definition was imported from is no part of it; other values are given back as they are. */
export function withoutSource<T>(value: T): T {
  if (!isImported(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== sourceMember)) as T;
}
