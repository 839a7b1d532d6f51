import type { ValueKind } from '../../expressions';
import { demandsOf, type Demand, type Restriction } from './demands';
import { anything, common, emptiness, present, type Domain } from './domain';
import type { KnownWay, Outcome, Relation, Test } from './formula';
import { commonSigns, flipped } from './sign';
import { keyOf, type Doubt, type FreeSymbol, type Reference } from './place';

/** A test that has been given an outcome; `level` is the choice between alternatives that it depends on, 0 for none. */
export interface Fact {
  readonly test: Test;
  readonly outcome: Outcome;
  readonly level: number;
}

/** Facts that cannot all be. */
export type Conflict = ReadonlySet<Fact>;

/** A place in free data with all that is demanded of it. */
export interface Place {
  readonly reference: Reference;
  readonly domain: Domain;
  readonly demands: readonly { readonly fact: Fact; readonly domain: Domain }[];
  readonly about: readonly ValueKind[];
}

export interface RelationFact extends Relation {
  readonly facts: readonly Fact[];
}

/** What is known of all places at one point of the search. A copy is taken before an alternative is tried. */
export class Store {
  readonly places: Map<string, Place>;
  relations: readonly RelationFact[];
  doubts: readonly Doubt[];

  constructor(from?: Store) {
    this.places = new Map(from?.places);
    this.relations = from?.relations ?? [];
    this.doubts = from?.doubts ?? [];
  }

  /** Adds all that a way demands; gives back the facts that it contradicts, if any. */
  add({ doubt, demands, relations = [] }: KnownWay, fact: Fact): Conflict | undefined {
    if (doubt) this.doubts = [...this.doubts, doubt];
    const conflict = this.#meet(demands, fact);
    if (conflict) return conflict;
    for (const relation of relations) {
      const conflict = this.#relate(relation, fact);
      if (conflict) return conflict;
    }
    return undefined;
  }

  domainOf(reference: Reference): Domain {
    return this.places.get(keyOf(reference))?.domain ?? initialDomain(reference);
  }

  restrict(restriction: Restriction, fact: Fact): Conflict | undefined {
    return this.#meet(demandsOf(restriction), fact);
  }

  #meet(demands: readonly Demand[], fact: Fact): Conflict | undefined {
    for (const demand of demands) {
      const conflict = this.#narrow(demand, fact);
      if (conflict) return conflict;
    }
    return undefined;
  }

  #narrow({ key, reference, domain, about }: Demand, fact: Fact): Conflict | undefined {
    const before = this.places.get(key);
    const place: Place = {
      reference,
      domain: common(before?.domain ?? initialDomain(reference), domain),
      demands: before ? [...before.demands, { fact, domain }] : [{ fact, domain }],
      about: about ? [...(before?.about ?? []), about] : (before?.about ?? []),
    };
    this.places.set(key, place);
    switch (emptiness(place.domain)) {
      case 'inhabited':
        return undefined;
      case 'empty':
        return coreOf(place);
      case 'unsure':
        this.doubts = [
          ...this.doubts,
          { reason: 'no text was found that satisfies all comparisons', node: fact.test.node },
        ];
        return undefined;
    }
  }

  #relate(relation: Relation, fact: Fact): Conflict | undefined {
    let merged: RelationFact = { ...relation, facts: [fact] };
    const rest: RelationFact[] = [];
    const [left, right] = [keyOf(relation.left), keyOf(relation.right)];
    for (const other of this.relations) {
      const [otherLeft, otherRight] = [keyOf(other.left), keyOf(other.right)];
      const isSame = otherLeft === left && otherRight === right;
      if (other.type !== relation.type || !(isSame || (otherLeft === right && otherRight === left))) {
        rest.push(other);
        continue;
      }
      const signs = commonSigns(merged.signs, isSame ? other.signs : flipped(other.signs));
      merged = { ...merged, signs, facts: [...merged.facts, ...other.facts] };
    }
    this.relations = [...rest, merged];
    return merged.signs.length === 0 ? new Set(merged.facts) : undefined;
  }

  /** The facts that have narrowed a place. */
  factsOf(reference: Reference): readonly Fact[] {
    return (this.places.get(keyOf(reference))?.demands ?? []).map(({ fact }) => fact);
  }
}

const initialDomain = ({ path, symbol }: Reference): Domain =>
  path.length > 0 || symbol.mayBeAbsent ? anything : present;

/** More facts than this are not tried one by one. */
const maxTried = 16;

/** As few of the facts as still contradict each other: a message names them all. */
function coreOf({ reference, demands }: Place): Conflict {
  const isEmpty = (kept: Place['demands']) =>
    emptiness(kept.reduce((domain, demand) => common(domain, demand.domain), initialDomain(reference))) === 'empty';
  const newest = demands.at(-1)!;
  const pair = demands.find((demand) => isEmpty([demand, newest]));
  let kept = pair ? [pair, newest] : demands;
  if (kept.length <= maxTried) {
    for (const demand of kept) {
      const fewer = kept.filter((other) => other !== demand);
      if (isEmpty(fewer)) kept = fewer;
    }
  }
  return new Set(kept.map(({ fact }) => fact));
}

/** Symbols of which something is demanded. */
export function symbolsIn(store: Store): ReadonlySet<FreeSymbol> {
  const byId = new Map([...store.places.values()].map(({ reference: { symbol } }) => [symbol.id, symbol]));
  return new Set(byId.values());
}
