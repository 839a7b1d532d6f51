import type { ValueKind } from '../../expressions';
import type { Json } from '../../text/located';
import type { Domain } from './domain';
import { naturalNumbers } from './numbers';
import { everyString, naturalStrings } from './strings';

/** Kinds of values in the order in which a free choice falls on them. */
const kinds: readonly ValueKind[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** The kinds that the domain has values of, those first that have been asked for. */
export function kindsIn(domain: Domain, wanted: readonly ValueKind[]): readonly ValueKind[] {
  const ordered = [...new Set([...wanted, ...kinds])];
  return ordered.filter((kind) => {
    if (kind === 'object') return domain.objects;
    if (kind === 'array') return domain.arrays !== undefined;
    return scalarsOf(domain, kind).length > 0;
  });
}

/** Values of a kind that is neither object nor array, those first that a person would write. */
export function scalarsOf(domain: Domain, kind: ValueKind): readonly Json[] {
  switch (kind) {
    case 'string':
      return domain.strings === everyString ? ['a', 'b'] : naturalStrings(domain.strings).texts;
    case 'number':
      return naturalNumbers(domain.numbers);
    case 'boolean':
      return domain.booleans;
    case 'null':
      return domain.null ? [null] : [];
    default:
      return [];
  }
}

/** Scalars of the domain, of all kinds that it has. */
export const naturalValues = (domain: Domain, wanted: readonly ValueKind[]): readonly Json[] =>
  kindsIn(domain, wanted).flatMap((kind) => scalarsOf(domain, kind));
