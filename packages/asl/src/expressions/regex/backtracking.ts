import { Scanner } from '../scanner';

/** A part of a pattern. */
interface Part {
  /** In how many ways it may fit a text of that length, at most. */
  readonly ways: (length: number) => number;
  /** Between how many ways to go on there is a choice at each character, at most. */
  readonly branches: number;
  /** Characters and classes one after the other, as they are written; undefined if there is anything else in it. */
  readonly row: readonly string[] | undefined;
  /** How many of its parts are quantified. */
  readonly quantifiers: number;
}

/** Longer patterns are not looked through. */
const longest = 10_000;

const once = (): number => 1;

/**
 * An upper bound of the ways in which a regular expression may be tried on a text, by the length of the text. The engine
 * tries one after the other where the text does not fit: repetitions of which there may be more or fewer, alternatives,
 * and whatever repeats those multiply.
 */
export function waysToTry({ source, flags }: RegExp): (length: number) => number {
  if (source.length > longest) return () => Infinity;
  const scanner = new Scanner(source);
  const { ways, isSingle } = alternatives(scanner);
  const isAnchored = isSingle && source.startsWith('^') && !flags.includes('m');
  return (length) => (isAnchored ? 1 : length + 1) * ways(length);
}

function alternatives(scanner: Scanner): Part & { readonly isSingle: boolean } {
  const parts = [sequence(scanner)];
  while (scanner.skip('|')) parts.push(sequence(scanner));
  const isSingle = parts.length === 1;
  return {
    ...sumOf(parts),
    ways: (length) => parts.reduce((sum, { ways }) => sum + ways(length), 0),
    row: isSingle ? parts[0]!.row : undefined,
    isSingle,
  };
}

function sequence(scanner: Scanner): Part {
  const parts: Part[] = [];
  while (!scanner.atEnd && !scanner.at('|') && !scanner.at(')')) parts.push(quantified(scanner));
  const isRow = parts.every(({ row }) => row?.length === 1);
  return {
    ...sumOf(parts),
    ways: (length) => parts.reduce((product, { ways }) => product * ways(length), 1),
    row: isRow ? parts.flatMap(({ row }) => row!) : undefined,
  };
}

function sumOf(parts: readonly Part[]): Pick<Part, 'branches' | 'quantifiers'> {
  const sum = (member: 'branches' | 'quantifiers'): number => parts.reduce((sum, part) => sum + part[member], 0);
  return { branches: sum('branches'), quantifiers: sum('quantifiers') };
}

function quantified(scanner: Scanner): Part {
  const part = atom(scanner);
  const written = scanner.take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
  // What ends the pattern takes what it can get, and nothing behind it makes it try again.
  if (written === '' || (part.ways === once && scanner.atEnd)) return part;
  const [least, most] = boundsOf(written);
  const isSeparated = hasSeparator(part);
  return {
    branches: part.branches + 1,
    quantifiers: part.quantifiers + 1,
    // A group has become more than a character.
    row: part.ways === once ? part.row : undefined,
    ways(length) {
      if (isSeparated) return 2 * (length + 1);
      // A repetition without characters ends the loop.
      const times = Math.min(most, Math.max(least, length + 1));
      const combined = part.ways(length) ** times * (times - least + 1);
      return Math.min(combined, Math.max(part.branches, 2) ** length * (length + 1));
    },
  };
}

/**
 * Whether what is repeated begins or ends with a character that the rest of it does not take, as in `(-[a-z]+)*`: then a
 * text falls into repetitions in one way only, and into the rest of each as well if no more than one part is quantified.
 */
function hasSeparator({ row, quantifiers }: Part): boolean {
  if (row === undefined || row.length < 2 || quantifiers > 1) return false;
  return [row[0]!, row.at(-1)!].some((end) => {
    const [, escaped, plain] = /^(?:\\([^\w\s])|([^\w\s\\.[\]^$]))$/.exec(end) ?? [];
    const separator = escaped ?? plain;
    return separator !== undefined && row.filter((atom) => new RegExp(`^${atom}$`, 'i').test(separator)).length === 1;
  });
}

function boundsOf(written: string): readonly [least: number, most: number] {
  if (written.startsWith('*')) return [0, Infinity];
  if (written.startsWith('+')) return [1, Infinity];
  if (written.startsWith('?')) return [0, 1];
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(written)!;
  return [Number(least), comma === '' ? Number(least) : most === '' ? Infinity : Number(most)];
}

function atom(scanner: Scanner): Part {
  const group = scanner.take(/\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y);
  if (group !== '') {
    const inside = alternatives(scanner);
    scanner.skip(')');
    // What only looks takes no characters.
    return /[=!]$/.test(group) ? { ...inside, row: undefined } : inside;
  }
  const character = scanner.take(/\\[^]|\[(?:\\[^]|[^\]\\])*\]?|[^]/y);
  // A back reference, a boundary or the beginning of a longer escape is no character.
  const isCharacter = !/^(?:\\[\dbBkpPuxc]|[$^])$/.test(character);
  return { ways: once, branches: 1, quantifiers: 0, row: isCharacter ? [character] : undefined };
}
