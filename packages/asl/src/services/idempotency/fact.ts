/**
 * How often an action may be repeated:
 * R only reads · I ends in the same state · T is one call when its token repeats · C fails or does nothing the second
 * time, by a name or a condition · N has its effect again.
 */
export type IdempotencyClass = 'R' | 'I' | 'T' | 'C' | 'N';

/** What is known of an action before its parameters are read. */
export type Fact = ReadFact | SameStateFact | TokenFact | ConditionFact | EffectFact;

interface FactBase {
  /** A literal value of a member that makes it another call. */
  readonly when?: { readonly member: string; readonly is: string | boolean; readonly then: Fact };
  /** The member that holds a statement in SQL: one that selects only reads. */
  readonly statement?: string;
  /** The aws-sdk package that the catalogue is made from ended before the action came. */
  readonly isNewer?: true;
}

export interface ReadFact extends FactBase {
  readonly class: 'R';
}

export interface SameStateFact extends FactBase {
  readonly class: 'I';
}

export interface TokenFact extends FactBase {
  readonly class: 'T';
  /** The member that takes the token; below the top level `Batch.CallerReference`. */
  readonly token: string;
  /** How many characters the token may have. */
  readonly length?: readonly [min: number, max: number];
  /** What a repetition without the token does. */
  readonly effect: string;
  /** What a second call with the token does when the job of the first one has ended, where that is documented. */
  readonly afterEnd?: string;
  /** How AWS treats a repetition without the token; an effect of its own when left out. */
  readonly otherwise?: Fact;
}

export interface ConditionFact extends FactBase {
  readonly class: 'C';
  /** The member with the name that can be given only once. */
  readonly name?: string;
  /** What a second call fails with, in the words of the API. */
  readonly error?: string;
  /** Why the second call does nothing more. */
  readonly guard: string;
  /** Whether the guard holds depends on what is called: nothing certain can be said. */
  readonly isUncertain?: true;
}

export interface EffectFact extends FactBase {
  readonly class: 'N';
  /** What each repetition does: `sends the message again`. */
  readonly effect: string;
  readonly remedies?: readonly string[];
  /** Who receives it may drop what it has seen, if it is given a key. */
  readonly hasConsumer?: true;
  /** The effect is cost and nothing else. */
  readonly isHarmless?: true;
  /** Who receives the call may recognise a repetition; the definition does not tell. */
  readonly isOpaque?: true;
}

export const reads: ReadFact = { class: 'R' };
export const sameState: SameStateFact = { class: 'I' };

export const token = (member: string, effect: string, more: Partial<TokenFact> = {}): TokenFact => ({
  class: 'T',
  token: member,
  effect,
  ...more,
});

/** Names something that AWS creates once. */
export const named = (member: string, error?: string): ConditionFact => ({
  class: 'C',
  name: member,
  ...(error !== undefined && { error }),
  guard: `a second call with the same "${member}" fails${error ? ` with ${error}` : ''}`,
});

export const guarded = (guard: string): ConditionFact => ({ class: 'C', guard });
export const depends = (guard: string): ConditionFact => ({ class: 'C', guard, isUncertain: true });

export const repeats = (effect: string, ...remedies: readonly string[]): EffectFact => ({
  class: 'N',
  effect,
  remedies,
});

/** What a consumer gets, who is told where to look for a key: `the message`. */
export const consumed = (effect: string, where: string): EffectFact => ({
  ...repeats(effect, `let the consumer drop what it has seen, by a key in ${where}`),
  hasConsumer: true,
});

export const costs = (effect: string): EffectFact => ({ class: 'N', effect, isHarmless: true });
