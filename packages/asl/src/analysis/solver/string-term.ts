import { matchesPattern, parseStringPattern, type StringPattern } from '../../expressions';
import { signOf, type Signs } from './sign';

/** What one test says of a string: how it lies to a text, whether it fits a pattern of StringMatches, how long it is. */
export type StringTerm = OrderTerm | PatternTerm | LengthTerm;

interface OrderTerm {
  readonly kind: 'order';
  readonly bound: string;
  readonly signs: Signs;
}

interface PatternTerm {
  readonly kind: 'pattern';
  readonly pattern: StringPattern;
  readonly matches: boolean;
}

/** Counts characters, of which one of two code units counts once. */
interface LengthTerm {
  readonly kind: 'length';
  readonly min: number;
  readonly max: number;
}

export const lengthTerm = (min: number, max: number): StringTerm => ({ kind: 'length', min, max });

export const orderTerm = (signs: Signs, bound: string): StringTerm => ({ kind: 'order', bound, signs });

/** Undefined for a text that is no pattern, which matches nothing. */
export function patternTerm(text: string, matches: boolean): StringTerm | undefined {
  const { value: pattern } = parseStringPattern(text);
  return pattern && { kind: 'pattern', pattern, matches };
}

export function satisfiesTerm(term: StringTerm, text: string): boolean {
  if (term.kind === 'pattern') return matchesPattern(term.pattern, text) === term.matches;
  if (term.kind === 'length') {
    const { length } = Array.from(text);
    return term.min <= length && length <= term.max;
  }
  return term.signs.includes(signOf(text < term.bound ? -1 : text > term.bound ? 1 : 0));
}

/** The only text that satisfies the term; undefined if there may be more. */
export function onlyTextOf(term: StringTerm): string | undefined {
  if (term.kind === 'order') return term.signs.length === 1 && term.signs[0] === 0 ? term.bound : undefined;
  if (term.kind === 'length') return term.max === 0 ? '' : undefined;
  const { pieces } = term.pattern;
  return term.matches && pieces.length === 1 ? pieces[0]!.text : undefined;
}

/** Whether some text satisfies the term: there is nothing before the empty text, and nothing that "*" does not match. */
export function hasText(term: StringTerm): boolean {
  if (term.kind === 'length') return term.min <= term.max;
  if (term.kind === 'order') return term.signs.some((sign) => sign >= 0 || term.bound !== '');
  return term.matches || term.pattern.pieces.some(({ text }) => text !== '') || term.pattern.pieces.length === 1;
}
