import type { Effort } from '../../expressions';
import type { AslNode, Field } from '../../syntax';
import type { Json } from '../../text/located';

/** Data that nobody has fixed yet: the input of the execution, the result of a Task, a variable from outside. */
export interface FreeSymbol {
  /** Tells symbols apart; readable in messages. */
  readonly id: string;
  /** Whether there may be no value at all: a variable that may be unassigned. */
  readonly mayBeAbsent?: boolean;
  /** The place whose text is the JSON text of this value. */
  readonly writtenAt?: Reference;
  /** The place of which this says whether it is taken for true. Whoever tests that place has not asked for this one. */
  readonly truthOf?: Reference;
  /** How the value follows from other data: it is not free at all, but nobody can tell beforehand what it will be. */
  readonly computation?: Computation;
}

/** What an expression makes of free data. See `outcomeSymbol` for the form of its values. */
export interface Computation {
  readonly doubt: Doubt;
  /** What it comes to with these values for the free data; undefined where it needs data that is not among them, or more effort. */
  evaluate(valueOf: (place: Reference) => Known | undefined, effort?: Effort): Json | undefined;
  /**
   * Data to try, the most promising first, for the expression to give one of the wanted values. `known` gives values that
   * a place may have to hold for other reasons.
   */
  samples(wanted: readonly Json[], known: (place: Reference) => readonly Json[] | undefined): readonly Sample[];
}

/** A value in an execution, undefined for none. */
export interface Known {
  readonly value: Json | undefined;
}

/** What to put at some places, undefined for nothing. */
export type Sample = readonly { readonly place: Reference; readonly value: Json | undefined }[];

/** Where a place in the definition is that something hangs on. */
export type Origin = AslNode | Field;

/** A place in free data: the value there, if there is one. */
export interface Reference {
  readonly kind: 'reference';
  readonly symbol: FreeSymbol;
  readonly path: readonly (string | number)[];
  /**
   * How the path reads arrays on its way: a JSONPath not at all, a JSONata path element by element, so that where the latter
   * leads somewhere there need be no object on the way. A `mixed` path has steps of both: what is found there is only known
   * where both find the same.
   */
  readonly view: 'exact' | 'query' | 'mixed';
}

/** Tells places apart. */
export const keyOf = ({ symbol, view, path }: Reference): string => `${symbol.id} ${view} ${JSON.stringify(path)}`;

/** Why nothing is known, and where. */
export interface Doubt {
  readonly reason: string;
  readonly node: Origin | undefined;
}

export const reference = (symbol: FreeSymbol): Reference => ({ kind: 'reference', symbol, path: [], view: 'exact' });
