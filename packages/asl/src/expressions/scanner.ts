import type { ExpressionProblem, ExpressionResult } from './result';

/** Carries one problem from deep inside a parser to its entry; it never leaves this folder. */
class SyntaxFailure extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * A cursor over an expression that parsers share: an intrinsic hands its cursor to the JSONPath parser for a path
 * argument, so every offset is an offset into the whole text.
 */
export class Scanner {
  readonly text: string;
  readonly end: number;
  position = 0;

  constructor(text: string, end = text.length) {
    this.text = text;
    this.end = end;
  }

  get atEnd(): boolean {
    return this.position >= this.end;
  }

  /** The character at the cursor, or '' at the end. */
  get next(): string {
    return this.atEnd ? '' : this.text.charAt(this.position);
  }

  at(prefix: string): boolean {
    return this.position + prefix.length <= this.end && this.text.startsWith(prefix, this.position);
  }

  /** Steps over `prefix` if it is next. */
  skip(prefix: string): boolean {
    if (!this.at(prefix)) return false;
    this.position += prefix.length;
    return true;
  }

  skipBlanks(): void {
    this.take(/[ \t\r\n]+/y);
  }

  /** Steps over what the sticky pattern matches at the cursor and returns it; '' if it does not match. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const taken = pattern.exec(this.text)?.[0].slice(0, this.end - this.position) ?? '';
    this.position += taken.length;
    return taken;
  }

  since(start: number): string {
    return this.text.slice(start, this.position);
  }

  /** Ends the parse with a problem; without a span the problem is at the character under the cursor. */
  fail(message: string, start = this.position, end = Math.min(start + 1, this.text.length)): never {
    throw new SyntaxFailure({ message, start, end });
  }
}

/** Runs a parser over the whole text; its failure becomes the one problem of the result. */
export function parseWith<T>(parse: () => T): ExpressionResult<T> {
  try {
    return { value: parse(), problems: [] };
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return { problems: [failure.problem] };
    throw failure;
  }
}
