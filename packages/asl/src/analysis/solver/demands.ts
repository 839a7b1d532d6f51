import type { ValueKind } from '../../expressions';
import { anyObject, anything, arraysOf, emptiness, present, type Domain } from './domain';
import { keyOf, type Reference } from './place';

/** The place must hold a value of the domain. */
export interface Restriction {
  readonly place: Reference;
  readonly domain: Domain;
  /** The kind of value that the test is about, for choosing one that reads well. */
  readonly about?: ValueKind | undefined;
}

/** What a restriction asks of one place, its own or one around that. */
export interface Demand {
  readonly key: string;
  readonly reference: Reference;
  readonly domain: Domain;
  readonly about: ValueKind | undefined;
}

/** What a restriction asks of its place, and of all that holds it, from the inside out. */
export function demandsOf({ place, domain, about }: Restriction): readonly Demand[] {
  const demands: Demand[] = [{ key: keyOf(place), reference: place, domain, about }];
  let [reference, asked] = [place, domain];
  for (let segment = place.path.at(-1); segment !== undefined; segment = reference.path.at(-1)) {
    const outer = askedOfHolder(segment, reference, asked);
    if (!outer) break;
    asked = outer;
    // What a symbol stands for as a whole is the same in both query languages.
    const path = reference.path.slice(0, -1);
    reference = { ...reference, path, ...(path.length === 0 && { view: 'exact' }) };
    demands.push({ key: keyOf(reference), reference, domain: asked, about: undefined });
  }
  return demands;
}

/** Undefined where it need not hold anything. */
function askedOfHolder(segment: string | number, { view }: Reference, domain: Domain): Domain | undefined {
  if (!domain.absent) return holderOf(segment, view);
  const isNever = emptiness({ ...domain, absent: false }) === 'empty';
  return isNever && typeof segment === 'number' && view === 'exact' ? { ...anything, arrays: [0, segment] } : undefined;
}

/**
 * What holds a member or an element that is there. A JSONata path also goes through the elements of arrays, and what is no
 * array is its own first element.
 */
function holderOf(segment: string | number, view: Reference['view']): Domain {
  if (typeof segment === 'string') return view === 'exact' ? anyObject : { ...anyObject, arrays: [1, Infinity] };
  return view === 'exact' ? arraysOf(segment + 1) : { ...present, arrays: [1, Infinity] };
}
