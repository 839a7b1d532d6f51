import type { Json } from '../../text/located';
import { includes } from './domain';
import { evaluatedWith, pathFrom } from './query/concrete';
import { readMember } from './read-path';
import type { Store } from './store';
import type { Computation, FreeSymbol, Known, Reference } from './place';
import { constant, type Reading } from './symbolic-value';
import type { Witness } from './witness';

/**
 * Whether the values are at each place what is demanded there. It needs asking where a JSONata path may go through arrays,
 * and for what is computed.
 */
export function isConfirmed(store: Store, witness: Witness): boolean {
  const data = new WitnessData(witness);
  return [...store.places.values()].every(({ reference, domain }) => {
    const { symbol, view } = reference;
    if (view === 'exact' && !symbol.computation) return true;
    const known = data.valueOf(reference);
    return known ? includes(domain, known.value) : view === 'query' && !symbol.computation;
  });
}

/** Values for free data, and what is computed of them. */
export class WitnessData {
  readonly #values: ReadonlyMap<string, Json>;
  readonly #computed = new Map<string, Json | undefined>();
  readonly #assumed: ((symbol: FreeSymbol) => Json | undefined) | undefined;

  /** `assumed` gives what computed values are taken for; without it they are computed. */
  constructor(witness: Witness, assumed?: (symbol: FreeSymbol) => Json | undefined) {
    this.#assumed = assumed;
    this.#values = new Map([...witness].map(([symbol, value]) => [symbol.id, value]));
  }

  valueOf(place: Reference): Known | undefined {
    const whole = this.#wholeOf(place.symbol);
    if (whole?.value !== undefined && place.view === 'mixed' && !isPlain(whole.value, place)) return undefined;
    return whole && { value: whole.value === undefined ? undefined : valueAt(whole.value, place) };
  }

  #wholeOf(symbol: FreeSymbol): Known | undefined {
    const { id, computation, writtenAt } = symbol;
    if (computation) {
      if (!this.#computed.has(id)) this.#computed.set(id, this.#compute(symbol, computation));
      const value = this.#computed.get(id);
      return value === undefined ? undefined : { value };
    }
    const value = writtenAt ? parsed(this.valueOf(writtenAt)?.value) : this.#values.get(id);
    return value === undefined ? undefined : { value };
  }

  #compute(symbol: FreeSymbol, computation: Computation): Json | undefined {
    return this.#assumed ? this.#assumed(symbol) : computation.evaluate((place) => this.valueOf(place));
  }
}

function parsed(text: Json | undefined): Json | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return text === '' ? null : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Whether JSONPath and JSONata find the same. */
const isPlain = (whole: Json, place: Reference): boolean => {
  const [exact, query] = (['exact', 'query'] as const).map((view) => valueAt(whole, { ...place, view }));
  return JSON.stringify(exact) === JSON.stringify(query);
};

/** What is at a place of a value. */
export function valueAt(whole: Json, { path, view }: Reference): Json | undefined {
  if (path.length === 0) return whole;
  if (view === 'query') {
    const found = evaluatedWith(([operand]) => pathFrom(operand!, path), [whole]);
    return found?.kind === 'constant' ? found.value : undefined;
  }
  const found = path.reduce<Reading>(readMember, constant(whole));
  return found.kind === 'constant' ? found.value : undefined;
}
