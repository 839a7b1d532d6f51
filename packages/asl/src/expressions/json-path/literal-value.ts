import type { Json } from '../../text/located';
import { PathRefusal } from './evaluation';
import type { PathLiteral } from './ast';

type RegexLiteral = Extract<PathLiteral, { kind: 'regex' }>;

/** Long lists are compared with every element of an array, so they are made once. */
const values = new WeakMap<PathLiteral, Json>();

/** The value of a constant; a regular expression has none. */
export function literalValue(literal: PathLiteral): Json {
  if (literal.kind !== 'array' && literal.kind !== 'object') return literal.kind === 'regex' ? null : literal.value;
  let value = values.get(literal);
  if (value === undefined) {
    value =
      literal.kind === 'array'
        ? literal.items.map(literalValue)
        : Object.fromEntries(literal.entries.map(([name, item]) => [name, literalValue(item)]));
    values.set(literal, value);
  }
  return value;
}

const patterns = new WeakMap<RegexLiteral, RegExp>();

/** The pattern, which as in Java's `Matcher.matches` has to fit the whole text. */
export function patternOf(literal: RegexLiteral): RegExp {
  let pattern = patterns.get(literal);
  if (pattern === undefined) {
    pattern = compile(literal);
    patterns.set(literal, pattern);
  }
  return pattern;
}

/** Java's flags that JavaScript has under the same letter; "d" and "u" change nothing that matters to JSON texts. */
const sharedFlags = 'ims';
const ignoredFlags = 'duU';

function compile({ pattern, flags }: RegexLiteral): RegExp {
  const inline = /^\(\?([a-zA-Z]+)\)/.exec(pattern);
  const letters = [...new Set(flags + (inline?.[1] ?? ''))];
  const known = letters.every((letter) => (sharedFlags + ignoredFlags).includes(letter));
  try {
    if (known) {
      const rest = pattern.slice(inline?.[0].length ?? 0);
      return new RegExp(`^(?:${rest})$`, letters.filter((letter) => sharedFlags.includes(letter)).join(''));
    }
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
  }
  throw new PathRefusal(
    `The regular expression /${pattern}/${flags} cannot be evaluated here; write it with what Java and JavaScript have in common`,
  );
}
