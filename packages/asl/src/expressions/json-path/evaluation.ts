import type { Json } from '../../text/located';
import { RegexTime, RegexTimeout } from '../regex/regex-time';
import type { PathRoots } from './roots';

/**
 * A path that is well-formed and still cannot be evaluated, whatever its upstream: a function without numbers to add, a
 * pattern in a foreign dialect, too much work. It never leaves this folder.
 */
export class PathRefusal extends Error {}

/** Enough for any payload of 256 KiB; stops paths such as `$..*..*..*` on deep values. */
const maximumWork = 2_000_000;

/** One evaluation of a path with everything inside it: what its parts start from and how much work it has done. */
export class Evaluation {
  readonly roots: PathRoots;
  /** What `$` means inside filters and functions: the value the outermost path starts from. */
  readonly document: Json;
  #regexTime: RegexTime | undefined;
  #work = 0;

  constructor(roots: PathRoots, document: Json) {
    this.roots = roots;
    this.document = document;
  }

  /** Accounts for `values` visited values. */
  spend(values: number): void {
    this.#work += values;
    if (this.#work > maximumWork) {
      throw new PathRefusal(`The path visits more than ${maximumWork} values; narrow it down before ".." or a filter`);
    }
  }

  /** Whether the pattern fits the text. */
  fits(pattern: RegExp, text: string): boolean {
    try {
      return (this.#regexTime ??= new RegexTime()).exec(pattern, text).length > 0;
    } catch (error) {
      if (!(error instanceof RegexTimeout)) throw error;
      throw new PathRefusal(
        `The regular expression ${String(pattern)} takes too long on a text of ${text.length} characters; ` +
          'write it without repetitions inside of repetitions',
      );
    }
  }
}
