import type { ValueKind } from '../../expressions';
import type { Json } from '../../text/located';
import type { Domain } from './domain';
import type { Way } from './formula';
import type { Doubt, Origin, Reference } from './place';

/** A value of one kind made of the value at a place, with the values there that give those of a domain. */
export interface Derived {
  readonly kind: 'derived';
  readonly is: 'boolean' | 'number';
  readonly of: Reference;
  /** The values of which it can be made at all. */
  readonly from: Domain;
  /** The values at the place for which the derived one is in the domain, as domains of which each will do. */
  preimages(domain: Domain): readonly Domain[];
  /** What is made of a value that is in `from`. */
  make(value: Json): Json;
}

export interface Unknown extends Doubt {
  readonly kind: 'unknown';
  /** The kind of the value, where that much is known. */
  readonly is?: ValueKind | undefined;
  /** Whether there may be no value at all: what is inside something unknown. */
  readonly mayBeMissing?: boolean;
  /** Whether the execution may fail in place of getting a value. */
  readonly mayFail?: boolean;
}

/** A value as far as it is known before an execution. */
export type SymbolicValue =
  | { readonly kind: 'constant'; readonly value: Json }
  | Reference
  | Derived
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, SymbolicValue> }
  | { readonly kind: 'array'; readonly items: readonly SymbolicValue[] }
  /** An object with members put over those it had; without the object, only these. */
  | { readonly kind: 'over'; readonly base: SymbolicValue; readonly members: ReadonlyMap<string, SymbolicValue> }
  /** Two objects made into one, of which the second wins. */
  | { readonly kind: 'merged'; readonly first: SymbolicValue; readonly second: SymbolicValue }
  | Cases
  | Unknown;

/**
 * What reading gives: a value (a reference may still lead nowhere), or for certain none, or, of a JSONata expression, an
 * error.
 */
export type Reading = SymbolicValue | { readonly kind: 'missing' } | { readonly kind: 'failing' };

/** A value that depends on the data: that of any case whose ways are open. No data is outside of all cases. */
export interface Cases {
  readonly kind: 'cases';
  readonly cases: readonly { readonly when: readonly Way[]; readonly value: Reading }[];
}

/** Whether there may be nothing where the reading points. */
export const mayBeMissing = (reading: Reading): boolean =>
  reading.kind === 'reference' ||
  reading.kind === 'cases' ||
  (reading.kind === 'unknown' && (reading.mayBeMissing === true || reading.mayFail === true));

export const constant = (value: Json): SymbolicValue => ({ kind: 'constant', value });
export const missing: Reading = { kind: 'missing' };
export const failing: Reading = { kind: 'failing' };

export const unknown = (reason: string, node: Origin | undefined, is?: ValueKind): Unknown => ({
  kind: 'unknown',
  reason,
  node,
  ...(is && { is }),
});

/** Something inside a value that is not known: it may not be there. */
export const unknownInside = ({ reason, node }: Doubt): Unknown => ({
  kind: 'unknown',
  reason,
  node,
  mayBeMissing: true,
});

/** The value without anything free in it; undefined if there is something. */
export function constantOf(value: Reading): Json | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'array': {
      const items = value.items.map(constantOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'object': {
      const entries = [...value.members].map(([name, member]) => [name, constantOf(member)] as const);
      return entries.every((entry): entry is [string, Json] => entry[1] !== undefined)
        ? Object.fromEntries(entries)
        : undefined;
    }
    default:
      return undefined;
  }
}
