import { memberOf, type Located } from './located';

/** The pointer to a member: RFC 6901. */
export const pointerTo = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The names and indexes that a pointer leads along. */
export const stepsOfPointer = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value that a pointer leads to; the pointer may be the percent-encoded fragment of a reference. */
export function valueAt(root: Located, pointer: string): Located | undefined {
  let found: Located | undefined = root;
  for (const name of stepsOfPointer(decoded(pointer))) found = stepInto(found, name);
  return found;
}

/** The member of that name, or the element with that index. */
export const stepInto = (value: Located | undefined, step: string): Located | undefined =>
  value?.kind === 'array' ? value.items[Number(step)] : memberOf(value, step);

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
