import { setMember } from '../json/kind';
import type { Match } from './evaluate-regex';
import { mergeSort } from './evaluate-sort';
import { JsonataFailure } from './failure';
import { arityOf, isFunction, type CallSite, type FunctionValue, type NativeImplementation } from './function-value';
import { isNumeric, isTruthy } from './operators';
import { sequenceOf } from './values';

type Items = readonly unknown[];
type Members = Readonly<Record<string, unknown>>;

/**
 * JSONata's functions that take functions. The `jsonata` package has them as asynchronous ones, so they are written anew;
 * a regular expression is a function, too.
 */
export const higherOrderFunctions: Readonly<Record<string, NativeImplementation>> = {
  contains(this: CallSite, text: string | undefined, token: string | FunctionValue) {
    if (text === undefined) return undefined;
    return typeof token === 'string' ? text.includes(token) : nextMatch(this, token, text) !== undefined;
  },

  each(this: CallSite, object: Members | undefined, visit: FunctionValue) {
    const results = sequenceOf();
    for (const [name, value] of Object.entries(object ?? {})) {
      const result = call(this, visit, [value, name, object]);
      if (result !== undefined) results.push(result);
    }
    return results;
  },

  filter(this: CallSite, items: Items | undefined, test: FunctionValue) {
    if (items === undefined) return undefined;
    return sequenceOf(items.filter((item, index) => isTruthy(call(this, test, [item, index, items]))));
  },

  map(this: CallSite, items: Items | undefined, transform: FunctionValue) {
    if (items === undefined) return undefined;
    const results = sequenceOf();
    items.forEach((item, index) => {
      const result = call(this, transform, [item, index, items]);
      if (result !== undefined) results.push(result);
    });
    return results;
  },

  match(this: CallSite, text: string | undefined, matcher: FunctionValue, limit?: number) {
    if (text === undefined) return undefined;
    const most = checkedLimit(limit, 'D3040', 3);
    const found = matchesOf(this, matcher, text, most);
    return sequenceOf(found.map(({ match, start, groups }) => ({ match, index: start, groups })));
  },

  reduce(this: CallSite, items: Items | undefined, combine: FunctionValue, initial?: unknown) {
    if (items === undefined) return undefined;
    if (arityOf(combine) < 2) throw new JsonataFailure('D3050', { index: 1 });
    const startsWithFirst = initial === undefined && items.length > 0;
    let result = startsWithFirst ? items[0] : initial;
    for (let index = startsWithFirst ? 1 : 0; index < items.length; index++) {
      result = call(this, combine, [result, items[index], index, items]);
    }
    return result;
  },

  replace(
    this: CallSite,
    text: string | undefined,
    pattern: string | FunctionValue,
    replacement: string | FunctionValue,
    limit?: number,
  ) {
    if (text === undefined) return undefined;
    if (pattern === '') throw new JsonataFailure('D3010', { value: pattern, index: 2 });
    const most = checkedLimit(limit, 'D3011', 4);
    if (typeof pattern === 'string') return replaceText(text, pattern, replacement, most);
    let result = '';
    let position = 0;
    for (const match of matchesOf(this, pattern, text, most)) {
      const substitute =
        typeof replacement === 'string' ? fillIn(replacement, match) : this.environment.apply(replacement, [match]);
      if (typeof substitute !== 'string') throw new JsonataFailure('D3012', { value: substitute });
      result += text.slice(position, match.start) + substitute;
      position = match.start + match.match.length;
    }
    return result + text.slice(position);
  },

  sift(this: CallSite, object: Members | undefined, test: FunctionValue) {
    const kept: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(object ?? {})) {
      if (isTruthy(call(this, test, [value, name, object]))) setMember(kept, name, value);
    }
    return Object.keys(kept).length === 0 ? undefined : kept;
  },

  single(this: CallSite, items: Items | undefined, test?: FunctionValue) {
    if (items === undefined) return undefined;
    const found = items.filter((item, index) => test === undefined || isTruthy(call(this, test, [item, index, items])));
    if (found.length !== 1) throw new JsonataFailure(found.length > 1 ? 'D3138' : 'D3139');
    return found[0];
  },

  sort(this: CallSite, items: Items | undefined, isAfter?: FunctionValue) {
    if (items === undefined || items.length <= 1) return items;
    if (isAfter) return mergeSort(items, (left, right) => isSet(this.environment.apply(isAfter, [left, right])));
    const isSortable = items.every(isNumeric) || items.every((item) => typeof item === 'string');
    if (!isSortable) throw new JsonataFailure('D3070', { index: 1 });
    return mergeSort(items as readonly string[], (left, right) => left > right);
  },

  split(this: CallSite, text: string | undefined, separator: string | FunctionValue, limit?: number) {
    if (text === undefined) return undefined;
    const most = checkedLimit(limit, 'D3020', 3);
    if (typeof separator === 'string') return most > 0 ? text.split(separator, limit) : [];
    const pieces: string[] = [];
    let position = 0;
    for (const match of matchesOf(this, separator, text, most)) {
      pieces.push(text.slice(position, match.start));
      position = match.end;
    }
    return pieces.length < most ? [...pieces, text.slice(position)] : pieces;
  },
};

/** Passes no more arguments than the function takes. */
function call({ environment }: CallSite, value: FunctionValue, values: readonly unknown[]): unknown {
  return environment.apply(value, values.slice(0, Math.max(1, arityOf(value))));
}

/** JavaScript's own notion, which the package goes by for the comparison of `$sort`. */
function isSet(value: unknown): boolean {
  return Boolean(value);
}

function checkedLimit(limit: number | undefined, code: string, index: number): number {
  if (limit !== undefined && limit < 0) throw new JsonataFailure(code, { value: limit, index });
  return limit ?? Infinity;
}

function nextMatch({ environment }: CallSite, matcher: FunctionValue, text?: string): Match | undefined {
  const result = environment.apply(matcher, [text]) as Partial<Match> | undefined;
  if (!result) return undefined;
  const isMatch =
    typeof result.start === 'number' ||
    typeof result.end === 'number' ||
    Array.isArray(result.groups) ||
    isFunction(result.next);
  if (!isMatch) throw new JsonataFailure('T1010');
  return result as Match;
}

/** At most `most` matches. The one behind them is looked for as well, since looking may fail. */
function matchesOf(site: CallSite, matcher: FunctionValue, text: string, most: number): Match[] {
  const matches: Match[] = [];
  if (most <= 0) return matches;
  let next = nextMatch(site, matcher, text);
  while (next !== undefined && matches.length < most) {
    matches.push(next);
    next = nextMatch(site, next.next);
  }
  return matches;
}

function replaceText(text: string, pattern: string, replacement: string | FunctionValue, most: number): string {
  const pieces: string[] = [];
  let position = 0;
  for (let at = text.indexOf(pattern); at >= 0 && pieces.length < most; at = text.indexOf(pattern, position)) {
    pieces.push(text.slice(position, at));
    position = at + pattern.length;
  }
  // A function in place of a text is written as nothing, where the package would write its source.
  return [...pieces, text.slice(position)].join(typeof replacement === 'string' ? replacement : '');
}

/**
 * Fills in a replacement: `$0` is the match, `$1` its first group, `$$` a dollar sign. As many digits belong to the
 * number as the number of groups has, unless that makes it too large.
 */
function fillIn(replacement: string, { match, groups }: Match): string {
  const most = groups.length === 0 ? 1 : Math.floor(Math.log(groups.length) * Math.LOG10E) + 1;
  const reference = new RegExp(`\\$(\\$|0|\\d{1,${most}})`, 'g');
  return replacement.replace(reference, (written, reference: string) => {
    if (reference === '$') return '$';
    if (reference === '0') return match;
    const whole = Number(reference);
    const isTooLarge = most > 1 && whole > groups.length && reference.length === most;
    const number = isTooLarge ? Number(reference.slice(0, -1)) : whole;
    const behind = written.slice(1 + String(number).length);
    return (groups.length > 0 ? (groups[number - 1] ?? '') : '') + behind;
  });
}
