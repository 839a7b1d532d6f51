import type { Json } from '../../text/located';
import { anything, arraysOf, includes, only, present, type Domain } from './domain';
import { kindsIn, scalarsOf } from './natural-values';
import { Store, symbolsIn, type Conflict, type Fact, type Place } from './store';
import type { FreeSymbol, Reference } from './place';

/** Values for free data; what is not in it may be anything. */
export type Witness = ReadonlyMap<FreeSymbol, Json>;

/** What is demanded of a value and, by member or index, of those inside it. */
interface Tree {
  place: Place | undefined;
  readonly below: Map<string | number, Tree>;
}

/** Makes the smallest data that satisfies all demands; undefined if one cannot be met by what this function builds. */
export function witnessOf(store: Store): Witness | undefined {
  return valuesOf(withQueriesExact(store, plainPath)) ?? valuesOf(withQueriesExact(store, pathThroughArrays(store)));
}

function valuesOf(exact: Store | undefined): Witness | undefined {
  if (!exact) return undefined;
  const values = new Map<FreeSymbol, Json>();
  for (const symbol of symbolsByText(exact)) {
    // What follows from other data is not chosen.
    if (symbol.computation) continue;
    const value = valueFor(exact, symbol);
    if (value === impossible) return undefined;
    if (value === undefined) continue;
    if (!symbol.writtenAt) values.set(symbol, value);
    else if (write(exact, symbol.writtenAt, value)) return undefined;
  }
  return values;
}

/** The smallest value for one symbol alone; undefined if there need not be one, or none is found. */
export function exampleOf(store: Store, symbol: FreeSymbol): Json | undefined {
  const exact = withQueriesExact(store, plainPath);
  const value = exact && valueFor(exact, symbol);
  return value === impossible ? undefined : value;
}

function valueFor(store: Store, symbol: FreeSymbol): Json | undefined | typeof impossible {
  const tree: Tree = { place: undefined, below: new Map() };
  for (const place of store.places.values()) if (place.reference.symbol.id === symbol.id) put(tree, place);
  return build(tree, symbol.mayBeAbsent ? anything : present, true);
}

/** The symbols, those first that another one holds the JSON text of. */
function symbolsByText(store: Store): readonly FreeSymbol[] {
  const depthOf = (symbol: FreeSymbol): number => (symbol.writtenAt ? 1 + depthOf(symbol.writtenAt.symbol) : 0);
  return [...symbolsIn(store)].sort((a, b) => depthOf(b) - depthOf(a));
}

function write(store: Store, place: Reference, value: Json): Conflict | undefined {
  const fact: Fact = [...store.places.values()][0]!.demands[0]!.fact;
  return store.restrict({ place: { ...place, view: 'exact' }, domain: only(JSON.stringify(value)) }, fact);
}

const arraysOrNothing: Domain = { ...arraysOf(0), absent: true };

type PathOf = (place: Reference) => Reference['path'];

/** Where a JSONata path has no arrays on its way, it leads where the JSONPath of the same names leads. */
const plainPath: PathOf = ({ path }) => path;

/** Where there must be an array on the way, it leads to the member of its only element. */
const pathThroughArrays =
  (store: Store): PathOf =>
  ({ symbol, path }) =>
    path.flatMap((segment, at): Reference['path'] => {
      const before = path.slice(0, at);
      const isArray = (['exact', 'query'] as const).some((view) => {
        const { objects, arrays } = store.domainOf({ kind: 'reference', symbol, path: before, view });
        return !objects && arrays !== undefined;
      });
      return isArray && typeof segment === 'string' ? [0, segment] : [segment];
    });

function withQueriesExact(store: Store, pathOf: PathOf): Store | undefined {
  const exact = new Store(store);
  for (const [key, place] of store.places) {
    if (place.reference.view === 'exact') continue;
    exact.places.delete(key);
    const reference = { ...place.reference, path: pathOf(place.reference), view: 'exact' as const };
    const [fact, about] = [place.demands[0]!.fact, place.about[0]];
    if (exact.restrict({ place: reference, domain: place.domain, about }, fact)) return undefined;
    // To JSONata, what is no array is its own first element.
    for (const [at, segment] of reference.path.entries()) {
      const holder = { ...reference, path: reference.path.slice(0, at) };
      if (typeof segment === 'number' && exact.restrict({ place: holder, domain: arraysOrNothing }, fact))
        return undefined;
    }
  }
  return exact;
}

function put(tree: Tree, place: Place): void {
  let at = tree;
  for (const segment of place.reference.path) {
    let next = at.below.get(segment);
    if (!next) at.below.set(segment, (next = { place: undefined, below: new Map() }));
    at = next;
  }
  at.place = place;
}

const impossible = Symbol('impossible');

/** Undefined where there need not be a value. */
function build({ place, below }: Tree, otherwise: Domain, isRoot = false): Json | undefined | typeof impossible {
  const domain = place?.domain ?? otherwise;
  const parts = [...below].map(([segment, tree]) => [segment, build(tree, anything)] as const);
  if (parts.some(([, part]) => part === impossible)) return impossible;
  const inside = parts.filter((part): part is [string | number, Json] => part[1] !== undefined);
  if (inside.length === 0 && domain.absent && (!isRoot || place)) return undefined;
  const wanted = place?.about ?? [];
  const kinds = kindsIn(domain, isRoot && wanted.length === 0 ? ['object'] : wanted);
  const kind =
    inside.length === 0 ? kinds[0] : kinds.find((candidate) => candidate === 'object' || candidate === 'array');
  switch (kind) {
    case undefined:
      return impossible;
    case 'object':
      return Object.fromEntries(inside.filter(([segment]) => typeof segment === 'string'));
    case 'array':
      return arrayOf(domain, inside, below);
    default:
      return scalarsOf(domain, kind)[0];
  }
}

/** Longer arrays than a person would write help nobody, and a length near the limit of JavaScript is none. */
const maxLength = 10_000;

function arrayOf(
  domain: Domain,
  inside: readonly (readonly [string | number, Json])[],
  below: Tree['below'],
): Json | typeof impossible {
  const items = new Map(inside);
  const length = Math.max(domain.arrays?.[0] ?? 0, ...inside.map(([segment]) => Number(segment) + 1));
  if (length > maxLength) return impossible;
  const filled = Array.from({ length }, (_, index) => (items.has(index) ? items.get(index)! : {}));
  const isWrong = (item: Json, index: number) =>
    !items.has(index) && !includes(below.get(index)?.place?.domain ?? anything, item);
  return filled.some(isWrong) ? impossible : filled;
}
