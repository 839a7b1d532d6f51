const typeWords: Readonly<Record<string, string>> = {
  a: 'array',
  b: 'boolean',
  f: 'function',
  j: 'any',
  l: 'null',
  n: 'number',
  o: 'object',
  s: 'string',
  u: 'boolean, number, string or null',
  x: 'any',
};

const elementWords: Readonly<Record<string, string>> = { n: 'numbers', o: 'objects', s: 'strings' };

/** The arguments of a signature: `<s-nn?:s>` is `([string], number, [number])`, those in brackets may be left out. */
export function signatureWords(definition: string): string {
  const inside = definition.slice(1, definition.lastIndexOf(':') < 0 ? -1 : definition.lastIndexOf(':'));
  const words: string[] = [];
  for (const [, choice, type, element, more] of inside.matchAll(argument)) {
    const names = Array.from(choice?.replace(/<[^>]*>/g, '') ?? type ?? '').map((letter) => typeWords[letter] ?? 'any');
    const word = type === 'a' && elementWords[element!] ? `array of ${elementWords[element!]}` : names.join(' or ');
    words.push(/[-?]/.test(more ?? '') ? `[${word}]` : more === '+' ? `${word}...` : word);
  }
  return `(${words.join(', ')})`;
}

/** How many arguments a function needs, those that the context may stand in for included. */
export function neededArguments(definition: string): number {
  const count = counted.get(definition) ?? countNeeded(definition);
  counted.set(definition, count);
  return count;
}

/** Of the built-in functions, which are few. */
const counted = new Map<string, number>();

function countNeeded(definition: string): number {
  const inside = definition.slice(1, definition.lastIndexOf(':') < 0 ? -1 : definition.lastIndexOf(':'));
  return [...inside.matchAll(argument)].filter(([, , , , more]) => !more?.includes('?')).length;
}

const argument = /(?:\(([^)]*)\)|([a-z]))(?:<([^>]*)>)?([-?+]*)/g;

/** The kinds of arguments that a call has, of which some are not known. */
export const givenWords = (kinds: readonly (string | undefined)[]): string =>
  `(${kinds.map((kind) => kind ?? 'any').join(', ')})`;
