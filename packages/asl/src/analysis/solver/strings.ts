import { commonValues, everyValue, includesValue, type Intervals } from './intervals';
import { instantOf, instantOrder, naturalInstants, timestampOf, type Instant } from './instants';
import { satisfyingTexts } from './satisfying-texts';
import { hasText, onlyTextOf, orderTerm, satisfiesTerm, type StringTerm } from './string-term';

/** A set of strings: those that satisfy all terms, and of the timestamps among them only those of some instants. */
export interface Strings {
  readonly terms: readonly StringTerm[];
  readonly instants: Intervals<Instant>;
  /** Whether strings that are no timestamps are in the set. */
  readonly hasOthers: boolean;
}

export const everyString: Strings = { terms: [], instants: everyValue(instantOrder), hasOthers: true };
export const noString: Strings = { terms: [], instants: [], hasOthers: false };

export const stringsBy = (...terms: readonly StringTerm[]): Strings => ({ ...everyString, terms });
export const onlyString = (text: string): Strings => stringsBy(orderTerm([0], text));

export function commonStrings(left: Strings, right: Strings): Strings {
  if (left === right || right === everyString || left === noString) return left;
  if (left === everyString || right === noString) return right;
  const only = textOf(left) ?? textOf(right);
  if (only !== undefined) {
    const isInBoth = includesString(left, only) && includesString(right, only);
    return isInBoth ? (textOf(left) === undefined ? right : left) : noString;
  }
  return {
    terms: [...left.terms, ...right.terms],
    instants: left.instants === right.instants ? left.instants : commonValues(left.instants, right.instants),
    hasOthers: left.hasOthers && right.hasOthers,
  };
}

/** The only text that may be in the set. */
const textOf = ({ terms }: Strings): string | undefined => (terms.length === 1 ? onlyTextOf(terms[0]!) : undefined);

export function includesString({ terms, instants, hasOthers }: Strings, text: string): boolean {
  const instant = instantOf(text);
  const isRightKind = instant === undefined ? hasOthers : includesValue(instants, instant);
  return isRightKind && terms.every((term) => satisfiesTerm(term, text));
}

/** Some strings of a set; `isComplete` without any says that the set is empty, otherwise nobody knows. */
export interface SomeStrings {
  readonly texts: readonly string[];
  readonly isComplete: boolean;
}

/** Whether there are strings in the set, as far as that can be seen without a search. */
export const isPlainlyInhabited = ({ terms, instants, hasOthers }: Strings): boolean =>
  hasOthers && instants === everyString.instants && (terms.length === 0 || (terms.length === 1 && hasText(terms[0]!)));

/** As many as another search may want to choose from. */
const enough = 6;
const known = new WeakMap<Strings, SomeStrings>();

/** Strings of the set, those first that a person would write. The same set is searched only once. */
export function naturalStrings(set: Strings): SomeStrings {
  let found = known.get(set);
  if (!found) known.set(set, (found = search(set)));
  return found;
}

function search(set: Strings): SomeStrings {
  const { terms, instants, hasOthers } = set;
  if (!hasOthers && instants.length === 0) return { texts: [], isComplete: true };
  for (const term of terms) {
    const only = onlyTextOf(term);
    if (only !== undefined) return { texts: includesString(set, only) ? [only] : [], isComplete: true };
  }
  const texts = new Set<string>();
  const add = (text: string) => {
    if (includesString(set, text)) texts.add(text);
  };
  if (!hasOthers) for (const instant of naturalInstants(instants)) add(timestampOf(instant));
  if (texts.size > 0) return { texts: [...texts], isComplete: true };
  // Of texts that are no timestamps the search finds all that matters; of timestamps it finds hardly any.
  let passedOver = false;
  const search = satisfyingTexts(terms);
  for (;;) {
    const next = search.next();
    if (next.done) return { texts: [...texts], isComplete: next.value === 'complete' && !passedOver };
    add(next.value);
    passedOver ||= !texts.has(next.value);
    if (texts.size >= enough || (passedOver && !hasOthers)) return { texts: [...texts], isComplete: texts.size > 0 };
  }
}
