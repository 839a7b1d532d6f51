import type { Located } from '../text/located';
import { memberOf } from '../text/located';

/** The pointer to a member: RFC 6901. */
export const pointerTo = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The value that a pointer leads to; the pointer may be the percent-encoded fragment of a reference. */
export function valueAt(root: Located, pointer: string): Located | undefined {
  let found: Located | undefined = root;
  for (const step of decoded(pointer).split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = found?.kind === 'array' ? found.items[Number(name)] : memberOf(found, name);
  }
  return found;
}

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
