import * as vm from 'node:vm';
import { waysToTry } from './backtracking';

/** Regular expressions have taken too long. */
export class RegexTimeout extends Error {}

/** So many ways are tried in a few milliseconds. */
const harmless = 1_000_000;

/** Longer than any text that an expression can make. */
const longest = 2 ** 24;

/**
 * The time that the regular expressions of one evaluation have. What backtracks without end is stopped by the only thing
 * that stops a regular expression of JavaScript: the watchdog of `node:vm`, which costs about 0.1 ms. It is called where
 * the pattern and the length of the text may make many ways to try, which is rare.
 */
export class RegexTime {
  #left: number;

  /** @param milliseconds Default: 2000. AWS grants an evaluation one second, but machines that run tests are busy. */
  constructor(milliseconds = 2000) {
    this.#left = milliseconds;
  }

  /**
   * The first match from an offset on, [] if there is none. Where a watchdog is called, the matches behind it as well, up
   * to `most`, or it would cost more than they do. With an offset, the pattern has the flag "g".
   * @throws {RegexTimeout}
   */
  exec(pattern: RegExp, text: string, from = 0, most = 1): readonly RegExpExecArray[] {
    pattern.lastIndex = from;
    if (text.length <= harmlessLength(pattern)) {
      const match = pattern.exec(text);
      return match ? [match] : [];
    }
    if (this.#left <= 0) throw new RegexTimeout();
    const start = performance.now();
    try {
      return execWatched(pattern, text, most, Math.ceil(this.#left));
    } catch (error) {
      // The watchdog's clock is not this one, and may be ahead.
      if (error instanceof RegexTimeout) this.#left = 0;
      throw error;
    } finally {
      this.#left -= performance.now() - start;
    }
  }
}

const harmlessLengths = new WeakMap<RegExp, number>();

/** The length up to which no text makes the pattern run long. */
function harmlessLength(pattern: RegExp): number {
  let length = harmlessLengths.get(pattern);
  if (length === undefined) {
    length = greatestHarmless(waysToTry(pattern));
    harmlessLengths.set(pattern, length);
  }
  return length;
}

/** The ways grow with the length. */
function greatestHarmless(ways: (length: number) => number): number {
  let [below, above] = [0, longest];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (ways(middle) <= harmless) below = middle;
    else above = middle;
  }
  return below;
}

interface Watched {
  pattern: RegExp | undefined;
  text: string;
  most: number;
}

/** Behind an empty match, JavaScript would find the same one again. */
const code = `(() => {
  const matches = [];
  while (matches.length < most) {
    const match = pattern.exec(text);
    if (match === null) break;
    matches.push(match);
    if (match[0] === '') break;
  }
  return matches;
})()`;

let watchdog: { readonly context: Watched; readonly script: vm.Script } | undefined;

function execWatched(pattern: RegExp, text: string, most: number, timeout: number): readonly RegExpExecArray[] {
  watchdog ??= {
    context: vm.createContext({ pattern: undefined, text: '', most: 0 }) as Watched,
    script: new vm.Script(code),
  };
  const { context, script } = watchdog;
  Object.assign(context, { pattern, text, most });
  try {
    return script.runInContext(context, { timeout }) as readonly RegExpExecArray[];
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new RegexTimeout();
    throw error;
  } finally {
    Object.assign(context, { pattern: undefined, text: '' });
  }
}
