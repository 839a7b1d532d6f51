/**
 * What an event means beyond what AWS's history says: which way out of a state was taken, and how much there was to do.
 * It is for observers; the history that AWS gives does not have it.
 */
export type EventNote = { readonly state: string } & Note;

type Note =
  /** A Choice is left by its rule with that index, a state by a Catcher; an attempt begins because of a Retrier. */
  | { readonly kind: 'rule' | 'catcher' | 'retrier'; readonly index: number }
  /** A Choice is left by its Default. */
  | { readonly kind: 'default' }
  /** A Map has been through that many items, or batches of items. */
  | { readonly kind: 'items'; readonly count: number };
