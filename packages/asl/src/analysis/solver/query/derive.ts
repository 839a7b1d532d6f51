import type { Json } from '../../../text/located';
import type { Domain } from '../domain';
import type { Reference } from '../place';
import type { Derived } from '../symbolic-value';

/** A value made of that at a place, or of one that is made itself. */
export function derive(of: Reference | Derived, how: Omit<Derived, 'kind' | 'of'>): Derived {
  if (of.kind === 'reference') return { kind: 'derived', of, ...how };
  return {
    kind: 'derived',
    is: how.is,
    of: of.of,
    from: of.from,
    preimages: (domain: Domain) => how.preimages(domain).flatMap((inner) => of.preimages(inner)),
    make: (value: Json) => how.make(of.make(value)),
  };
}
