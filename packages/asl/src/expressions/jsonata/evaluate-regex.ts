import { JsonataFailure } from './failure';
import { functionValue, type FunctionValue } from './function-value';

/** What a matcher gives: a regular expression, or any function with such results. */
export interface Match {
  readonly match: string;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
  readonly next: FunctionValue;
}

/** A regular expression is a function from a text to its first match, which has a function for the next one. */
export function evaluateRegex(pattern: RegExp): FunctionValue {
  const find = (text: string, from?: number): Match | undefined => {
    const engine = new RegExp(pattern);
    engine.lastIndex = from ?? 0;
    const found = engine.exec(text);
    if (found === null) return undefined;
    const [match, ...groups] = found;
    const next = () => {
      if (engine.lastIndex >= text.length) return undefined;
      const following = find(text, engine.lastIndex);
      if (following?.match === '') throw new JsonataFailure('D1004', { value: pattern.source });
      return following;
    };
    return { match, start: found.index, end: found.index + match.length, groups, next: native(next) };
  };
  return native((text: string, from: number) => find(text, from));
}

function native(implementation: (...values: never[]) => unknown): FunctionValue {
  return functionValue({ kind: 'native', implementation });
}
