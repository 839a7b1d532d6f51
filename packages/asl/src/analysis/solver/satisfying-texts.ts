import type { StringTerm } from './string-term';
import { automatonOf } from './term-automaton';

/** Enough for dozens of texts and patterns at once; a search that needs more gives up. */
const maxStates = 5_000;

/**
 * Texts that satisfy all terms, the shortest first: a search through the product of their automata. The empty text comes
 * last. When it ends, it says whether it has seen everything: then no texts found means that there are none.
 *
 * It takes one character for all those that no term can tell apart, so that the search is finite and complete.
 */
export function* satisfyingTexts(terms: readonly StringTerm[]): Generator<string, 'complete' | 'given up'> {
  const automata = terms.map(automatonOf);
  const units = representativeUnits(terms);
  const isDead = (states: readonly number[]) => automata.some((automaton, index) => automaton.isDead(states[index]!));
  const accepts = (states: readonly number[]) =>
    automata.every((automaton, index) => automaton.accepts(states[index]!));
  const start = automata.map(() => 0);
  const seen = new Set<string>();
  const waiting: { readonly states: readonly number[]; readonly text: string }[] = isDead(start)
    ? []
    : [{ states: start, text: '' }];
  for (const { states, text } of waiting) {
    for (const unit of units) {
      const next = states.map((state, index) => automata[index]!.step(state, unit));
      const key = next.join();
      if (seen.has(key) || isDead(next)) continue;
      seen.add(key);
      if (seen.size > maxStates) return 'given up';
      const longer = text + String.fromCharCode(unit);
      if (accepts(next)) yield longer;
      waiting.push({ states: next, text: longer });
    }
  }
  if (accepts(start)) yield '';
  return 'complete';
}

/** Every code unit that a term names, and one of each stretch between them; those first that read best. */
function representativeUnits(terms: readonly StringTerm[]): readonly number[] {
  const named = new Set<number>();
  const addAll = (text: string) => {
    for (let at = 0; at < text.length; at++) named.add(text.charCodeAt(at));
  };
  for (const term of terms) {
    if (term.kind === 'order') addAll(term.bound);
    else if (term.kind === 'pattern') for (const { text } of term.pattern.pieces) addAll(text);
    // Halves of characters are told apart from whole ones.
    else for (const unit of [0xd800, 0xdc00, 0xe000]) named.add(unit);
  }
  const units = [...named].sort((a, b) => a - b);
  const between: number[] = [];
  let low = 0;
  for (const unit of [...units, 0x10000]) {
    if (low < unit) between.push(bestUnit(low, unit - 1));
    low = unit + 1;
  }
  return [...between, ...units].sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}

/** Stretches of code units from the most to the least readable; halves of surrogate pairs come last. */
const readable: readonly (readonly [low: number, high: number])[] = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x30, 0x39],
  [0x21, 0x7e],
  [0xa1, 0xd7ff],
  [0xe000, 0xffff],
  [0, 0xffff],
];

const rankOf = (unit: number): number => readable.findIndex(([low, high]) => low <= unit && unit <= high);

function bestUnit(low: number, high: number): number {
  for (const [first, last] of readable) if (first <= high && low <= last) return Math.max(first, low);
  return low;
}
