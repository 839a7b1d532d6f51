/**
 * What an event means beyond what AWS's history says: which way out of a state was taken, and how much there was to do.
 * It is for observers; the history that AWS gives does not have it.
 */
export type EventNote = { readonly state: string } & Note;

type Note =
  /** A Choice is left by its rule with that index. */
  | { readonly kind: 'rule'; readonly index: number }
  /** An attempt begins because of the Retrier with that index, so many seconds after the one before it failed. */
  | ({ readonly kind: 'retrier'; readonly index: number; readonly delay: number } & NotedFailure)
  /** A state is left by its Catcher with that index. */
  | ({ readonly kind: 'catcher'; readonly index: number; readonly next: string } & NotedFailure)
  /** A Choice is left by its Default. */
  | { readonly kind: 'default' }
  /** A Map has been through that many items, or batches of items. */
  | { readonly kind: 'items'; readonly count: number };

/** Why a state has failed. The history does not always say so: a failure before a Task is scheduled is no event. */
interface NotedFailure {
  readonly error: string | undefined;
  readonly cause: string | undefined;
}
