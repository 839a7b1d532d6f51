import type { Effort } from '../../expressions';
import type { Json } from '../../text/located';
import { absent, includes, only } from './domain';
import type { Fact } from './store';
import { valueMember } from './query/outcome-symbol';
import { settleRelations } from './settle-relations';
import { Store, symbolsIn } from './store';
import { keyOf, type FreeSymbol, type Reference, type Sample } from './place';
import { naturalValues } from './natural-values';
import { exampleOf, witnessOf, type Witness } from './witness';
import { isConfirmed, valueAt, WitnessData } from './witness-data';

/** Samples tried in one search, all computed values together: each takes an evaluation. */
export interface Tries {
  left: number;
  /** What all these evaluations together may cost. */
  readonly effort: Effort;
}

/** Samples tried for one set of demands. */
const maxTries = 160;

/** Computed values that something is demanded of. */
export const computedIn = (store: Store): readonly FreeSymbol[] =>
  [...symbolsIn(store)].filter(({ computation }) => computation !== undefined);

/**
 * Finds data by trying for which all computed values are as they are demanded: samples of what the expressions read, which
 * the expressions themselves confirm. Undefined proves nothing.
 */
export function settleComputed(store: Store, budget: Tries): Witness | undefined {
  const tries = { ...budget, left: Math.min(maxTries, budget.left) };
  const before = tries.left;
  const found = settle(store, new Set(), tries);
  budget.left -= before - tries.left;
  return found;
}

function settle(store: Store, settled: ReadonlySet<string>, tries: Tries): Witness | undefined {
  // A value that is computed of another computed one comes later.
  const next = computedIn(store).findLast(({ id }) => !settled.has(id));
  if (!next) return finished(store);
  for (const sample of next.computation!.samples(wantedOf(store, next), (place) => demandedAt(store, place))) {
    const tried = new Store(store);
    if (!put(tried, sample)) continue;
    if (tries.left-- <= 0 || tries.effort.steps <= 0) return undefined;
    const outcome = outcomeIn(tried, next, tries.effort);
    if (outcome === undefined || !satisfies(tried, next, outcome) || !fix(tried, next, outcome)) continue;
    const found = settle(tried, new Set([...settled, next.id]), tries);
    if (found) return found;
  }
  return undefined;
}

/** Relations between places are settled with the computed values that have been found; then everything is computed again. */
function finished(store: Store): Witness | undefined {
  const related = settleRelations(store);
  const values = 'store' in related ? witnessOf(related.store) : undefined;
  if (!values) return undefined;
  return 'store' in related && isConfirmed(related.store, values) ? values : undefined;
}

/** What a place may hold as far as something is demanded of it already. */
function demandedAt(store: Store, place: Reference): readonly Json[] | undefined {
  const demanded = store.places.get(keyOf(place));
  return demanded && naturalValues(demanded.domain, demanded.about);
}

/** Values that would do, as far as they are known. */
function wantedOf(store: Store, symbol: FreeSymbol): readonly Json[] {
  const place: Reference = { kind: 'reference', symbol, path: [valueMember], view: 'exact' };
  const { domain, about } = store.places.get(keyOf(place)) ?? { domain: undefined, about: [] };
  const whole = exampleOf(store, symbol);
  const built =
    typeof whole !== 'object' || whole === null ? [] : Object.values(whole as Readonly<Record<string, Json>>);
  return [...(domain ? naturalValues(domain, about) : []), ...built];
}

/** Puts a sample in its places, with all that is in it; whether that contradicts nothing. */
function put(store: Store, sample: Sample): boolean {
  const fact = anyFactOf(store);
  const putAt = (place: Reference, value: Json | undefined): boolean => {
    if (store.restrict({ place, domain: value === undefined ? absent : only(value) }, fact)) return false;
    if (typeof value !== 'object' || value === null) return true;
    return Object.entries(value).every(([name, inner]) => {
      const segment = Array.isArray(value) ? Number(name) : name;
      return putAt({ ...place, path: [...place.path, segment] }, inner);
    });
  };
  return sample.every(({ place, value }) => putAt(place, value));
}

const anyFactOf = (store: Store): Fact => [...store.places.values()][0]!.demands[0]!.fact;

/** What the expression comes to with the data as it stands. */
function outcomeIn(store: Store, symbol: FreeSymbol, effort: Effort): Json | undefined {
  const values = witnessOf(store);
  if (!values) return undefined;
  // What it is computed of may be computed itself: that comes later, and will have to be what is demanded of it now.
  const data = new WitnessData(values, (source) => exampleOf(store, source));
  return symbol.computation!.evaluate((place) => data.valueOf(place), effort);
}

const placesOf = (store: Store, symbol: FreeSymbol) =>
  [...store.places.values()].filter(({ reference }) => reference.symbol.id === symbol.id);

/** Whether the outcome has at each place what is demanded there. */
const satisfies = (store: Store, symbol: FreeSymbol, outcome: Json): boolean =>
  placesOf(store, symbol).every(({ reference, domain }) => includes(domain, valueAt(outcome, reference)));

/** Leaves the outcome's scalars alone at the places that something is demanded of, so that relations meet them there. */
function fix(store: Store, symbol: FreeSymbol, outcome: Json): boolean {
  const fact = anyFactOf(store);
  return placesOf(store, symbol).every(({ reference: place }) => {
    const value = valueAt(outcome, place);
    return store.restrict({ place, domain: value === undefined ? absent : only(value) }, fact) === undefined;
  });
}
