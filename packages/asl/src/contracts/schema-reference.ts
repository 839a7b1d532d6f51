import type { Located } from '../text/located';
import { valueAt } from '../text/pointer';
import type { ContractProblem } from '../syntax/contract';
import type { ContractFiles, ContractSource } from './contract-source';

/** Where a schema stands. */
export interface Place {
  readonly source: ContractSource;
  readonly pointer: string;
  /** What `#` means there: the file, or the schema around it that has an `$id`. */
  readonly root: Located;
}

/** What a reference leads to, or why it leads nowhere. */
type Target =
  | { readonly value: Located; readonly place: Place }
  | { readonly fault: string }
  | { readonly problems: readonly ContractProblem[] };

/** Follows a `$ref` into its document, or into a local file; nothing is fetched. */
export function targetOf(reference: string, place: Place, files: ContractFiles): Target {
  const hash = reference.indexOf('#');
  const [path, fragment] = hash < 0 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
    return { fault: `refers to "${reference}", which would have to be fetched; keep a copy beside the contract` };
  }
  const source = path === '' ? place.source : files.referred(path, place.source);
  if (source?.problems.length) return { problems: source.problems };
  const root = path === '' ? place.root : source?.root;
  if (!source || !root) {
    return { fault: `refers to the file "${path}", which cannot be read; correct the path` };
  }
  const isPointer = fragment === '' || fragment.startsWith('/');
  const found = isPointer ? valueAt(root, fragment) : undefined;
  if (found) return { value: found, place: { source, root, pointer: fragment } };
  const inside = path === '' && isPointer ? meant(fragment, place) : undefined;
  const remedy = isPointer
    ? `which is not there; ${inside === undefined ? 'correct it' : `write "#${inside}"`}`
    : 'but only "#/..." is followed; write the place as a pointer';
  return { fault: `refers to "${reference}", ${remedy}` };
}

/** A schema that was pasted into a contract still refers to its own root. */
function meant(fragment: string, { pointer, root }: Place): string | undefined {
  const steps = pointer.split('/');
  for (let length = steps.length - 1; length > 1; length--) {
    const around = steps.slice(0, length).join('/');
    if (valueAt(root, around + fragment)) return around + fragment;
  }
  return undefined;
}
