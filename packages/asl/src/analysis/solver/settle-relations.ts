import type { Json } from '../../text/located';
import { emptiness, only } from './domain';
import { naturalValues } from './natural-values';
import { isOutOfRange, sharedDomain, valuesOpposite } from './relation';
import { Store, type Conflict, type Fact, type RelationFact } from './store';
import { keyOf, type Reference } from './place';

/** A store in which every compared place has one value left, a contradiction, or neither found. */
export type Settled = { readonly store: Store } | { readonly conflict: Conflict } | { readonly givenUp: RelationFact };

/** Values tried at all places together. */
const maxTries = 200;

/** Chooses values for places that are compared with each other. */
export function settleRelations(store: Store): Settled {
  for (const relation of store.relations) {
    const conflict = contradictionIn(store, relation);
    if (conflict) return { conflict };
  }
  const first = store.relations[0];
  if (!first) return { store };
  const budget = { left: maxTries };
  const settled = settle(store, new Map(), budget);
  return settled ? { store: settled } : { givenUp: first };
}

function contradictionIn(store: Store, relation: RelationFact): Conflict | undefined {
  const [left, right] = [store.domainOf(relation.left), store.domainOf(relation.right)];
  const isImpossible =
    emptiness(sharedDomain(relation, left, right)) === 'empty' || isOutOfRange(relation, left, right);
  if (!isImpossible) return undefined;
  return new Set([...relation.facts, ...store.factsOf(relation.left), ...store.factsOf(relation.right)]);
}

function settle(store: Store, fixed: ReadonlyMap<string, Json>, budget: { left: number }): Store | undefined {
  const open = store.relations.flatMap(({ left, right }) => [left, right]).filter((side) => !fixed.has(keyOf(side)));
  const place = open.find((side) => isBeside(store, side, fixed)) ?? open[0];
  if (!place) return store;
  for (const value of candidatesFor(store, place)) {
    if (budget.left-- <= 0) return undefined;
    const next = fix(store, place, value);
    const settled = next && settle(next, new Map([...fixed, [keyOf(place), value]]), budget);
    if (settled) return settled;
  }
  return undefined;
}

/** Whether the place is compared with one whose value is fixed already. */
const isBeside = (store: Store, place: Reference, fixed: ReadonlyMap<string, Json>): boolean =>
  store.relations.some(({ left, right }) => {
    const keys = [keyOf(left), keyOf(right)];
    return keys.includes(keyOf(place)) && keys.some((key) => fixed.has(key));
  });

function candidatesFor(store: Store, place: Reference): readonly Json[] {
  const domain = store.domainOf(place);
  const about = store.places.get(keyOf(place))?.about ?? [];
  return naturalValues(domain, about);
}

/** Gives the place that value, and narrows all places that are compared with it; undefined if one is left with nothing. */
function fix(store: Store, place: Reference, value: Json): Store | undefined {
  const next = new Store(store);
  const [relation] = store.relations;
  const fact: Fact = relation!.facts[0]!;
  if (next.restrict({ place, domain: only(value) }, fact)) return undefined;
  for (const other of store.relations) {
    for (const [side, opposite] of [['left', 'right'] as const, ['right', 'left'] as const]) {
      if (keyOf(other[side]) !== keyOf(place)) continue;
      if (next.restrict({ place: other[opposite], domain: valuesOpposite(other, side, value) }, fact)) return undefined;
    }
  }
  return next;
}
