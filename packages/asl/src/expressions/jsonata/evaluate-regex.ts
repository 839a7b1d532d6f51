import { Matches } from '../regex/matches';
import { RegexTimeout, type RegexTime } from '../regex/regex-time';
import { JsonataFailure, UncodedFailure } from './failure';
import { functionValue, type FunctionValue } from './function-value';
import { outOfTime } from './limits';

/** What a matcher gives: a regular expression, or any function with such results. */
export interface Match {
  readonly match: string;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
  readonly next: FunctionValue;
}

/** A regular expression is a function from a text to its first match, which has a function for the next one. */
export function evaluateRegex(pattern: RegExp, time: RegexTime): FunctionValue {
  // Anything may be given to it; JavaScript, like the package, makes a text of it.
  return native((text: unknown, from?: number) => matchAt(new Matches(pattern, String(text), from ?? 0, time), 0));
}

function matchAt(matches: Matches, index: number): Match | undefined {
  const found = inTime(() => matches.at(index));
  if (found === undefined) return undefined;
  const [match, ...groups] = found;
  const end = found.index + match.length;
  const next = () => {
    if (end >= matches.text.length) return undefined;
    // Behind an empty match, the same one would be found again.
    const following = match === '' ? { match } : matchAt(matches, index + 1);
    if (following?.match === '') throw new JsonataFailure('D1004', { value: matches.source });
    return following;
  };
  return { match, start: found.index, end, groups, next: native(next) };
}

function inTime<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw error instanceof RegexTimeout ? new UncodedFailure(outOfTime) : error;
  }
}

function native(implementation: (...values: never[]) => unknown): FunctionValue {
  return functionValue({ kind: 'native', implementation });
}
