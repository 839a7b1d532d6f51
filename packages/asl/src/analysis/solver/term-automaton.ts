import type { StringTerm } from './string-term';

/**
 * A deterministic automaton that reads a string one UTF-16 code unit at a time and knows whether the string satisfies a
 * term. Its states are numbers that begin with 0.
 */
export interface TermAutomaton {
  step(state: number, unit: number): number;
  accepts(state: number): boolean;
  /** Whether no text that goes on from here satisfies the term. */
  isDead(state: number): boolean;
}

export function automatonOf(term: StringTerm): TermAutomaton {
  switch (term.kind) {
    case 'order':
      return orderAutomaton(term);
    case 'pattern':
      return patternAutomaton(term);
    case 'length':
      return lengthAutomaton(term);
  }
}

type Term<K extends StringTerm['kind']> = Extract<StringTerm, { kind: K }>;

/** States from 0 on: so many units are those of the bound. Below zero it is decided. */
const below = -1;
const above = -2;

function orderAutomaton({ bound, signs }: Term<'order'>): TermAutomaton {
  const signOf = (state: number) =>
    state === above ? 1 : state === below || state < bound.length ? (-1 as const) : (0 as const);
  return {
    step: (state, unit) => {
      if (state < 0) return state;
      if (state === bound.length) return above;
      const expected = bound.charCodeAt(state);
      return unit === expected ? state + 1 : unit < expected ? below : above;
    },
    accepts: (state) => signs.includes(signOf(state)),
    isDead: (state) =>
      (state < 0 && !signs.includes(signOf(state))) || (state === bound.length && !signs.some((sign) => sign >= 0)),
  };
}

const anyUnits = -1;

/** Follows all places of the pattern that the text may have come to. Behind a `*`, what came before it does not matter. */
function patternAutomaton({ pattern, matches }: Term<'pattern'>): TermAutomaton {
  const tokens = pattern.pieces.flatMap(({ text }, index) => [
    ...(index > 0 ? [anyUnits] : []),
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ]);
  const states: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const stateOf = (places: readonly number[]): number => {
    const key = places.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = states.push(places) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  /** The places reached, those behind a star included, from the last star on. */
  const closed = (places: Iterable<number>): number[] => {
    const all = new Set<number>();
    for (let place of places) {
      all.add(place);
      while (tokens[place] === anyUnits) all.add(++place);
    }
    const sorted = [...all].sort((a, b) => a - b);
    const lastStar = sorted.findLastIndex((place) => tokens[place] === anyUnits);
    return lastStar < 0 ? sorted : sorted.slice(lastStar);
  };
  stateOf(closed([0]));
  return {
    step: (state, unit) =>
      stateOf(
        closed(
          states[state]!.flatMap((place) =>
            tokens[place] === anyUnits ? [place] : tokens[place] === unit ? [place + 1] : [],
          ),
        ),
      ),
    accepts: (state) => states[state]!.includes(tokens.length) === matches,
    isDead: (state) => {
      const places = states[state]!;
      if (matches) return places.length === 0;
      // A star at the end takes all that may follow.
      return tokens.at(-1) === anyUnits && places.includes(tokens.length);
    },
  };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Twice the number of characters, and 1 more behind the first half of a surrogate pair. Beyond what matters none is counted. */
function lengthAutomaton({ min, max }: Term<'length'>): TermAutomaton {
  const enough = max === Infinity ? min : Math.max(min, max + 1);
  const countOf = (state: number) => state >> 1;
  return {
    step: (state, unit) => {
      const isSecondHalf = state % 2 === 1 && isLow(unit);
      const count = isSecondHalf ? countOf(state) : Math.min(countOf(state) + 1, enough);
      return count * 2 + (isHigh(unit) ? 1 : 0);
    },
    accepts: (state) => min <= countOf(state) && countOf(state) <= max,
    isDead: (state) => countOf(state) > max,
  };
}
