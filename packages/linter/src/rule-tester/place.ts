import {
  LineIndex,
  memberOf,
  entryOf,
  parseText,
  type Format,
  type Located,
  type LocatedString,
  type Range,
} from '@stepproof/asl';

/** A place in a definition, the same in JSON and in YAML. */
export interface Place {
  /** As AWS writes it: `/States/Pay/Retry[0]/MaxAttempts`. A list of names where a name itself has a slash. */
  readonly at: string | readonly string[];
  /** The name of the member, its value, or both. Default: `value`. */
  readonly part?: 'key' | 'value' | 'member' | undefined;
  /** A piece of the text of that key or string, when not the whole of it is reported. */
  readonly find?: string | undefined;
}

/** Lines and columns, all from 1; the end is exclusive, as ESLint has it. */
export interface Lines {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds a place in the text of a definition. */
export function linesOf(place: Place, code: string, format: Format): Lines {
  const { root } = parseText(code, format);
  if (!root) throw new Error('The text of the case cannot be read; give "line", "column", "endLine" and "endColumn"');
  const [start, end] = rangeOf(root, place);
  const lines = new LineIndex(code);
  const { line, column } = lines.locate(start);
  const { line: endLine, column: endColumn } = lines.locate(end);
  return { line, column, endLine, endColumn };
}

interface Member {
  readonly key: LocatedString | undefined;
  readonly value: Located;
}

function rangeOf(root: Located, { at, part = 'value', find }: Place): Range {
  const { key, value } = memberAt(root, at);
  if (part !== 'value' && !key) throw new Error(`"${String(at)}" has no name, so its "part" can only be "value"`);
  if (find !== undefined) return pieceOf(part === 'key' ? key! : value, find);
  if (part === 'key') return key!.range;
  return part === 'member' ? [key!.range[0], value.range[1]] : value.range;
}

function memberAt(root: Located, at: Place['at']): Member {
  const segments = typeof at === 'string' ? at.split('/').filter((segment) => segment !== '') : at;
  return segments.reduce<Member>(({ value }, segment) => step(value, segment, at), { key: undefined, value: root });
}

function step(value: Located, segment: string, at: Place['at']): Member {
  const entry = entryOf(value, segment);
  if (entry) return entry;
  const [, name, indexes] = /^(.*?)((?:\[\d+\])+)$/.exec(segment) ?? [];
  let item = name === '' ? value : memberOf(value, name ?? segment);
  for (const [, index] of (indexes ?? '').matchAll(/\[(\d+)\]/g)) {
    item = item?.kind === 'array' ? item.items[Number(index)] : undefined;
  }
  if (item && indexes !== undefined) return { key: undefined, value: item };
  const names = value.kind === 'object' ? value.entries.map(({ key }) => `"${key.value}"`).join(', ') : value.kind;
  throw new Error(
    `The definition has no place "${String(at)}": instead of "${segment}" there is ${names || 'nothing'}`,
  );
}

function pieceOf(text: Located, find: string): Range {
  const start = text.kind === 'string' ? text.value.indexOf(find) : -1;
  if (text.kind !== 'string' || start < 0) throw new Error(`There is no text "${find}" at the place to look in`);
  return [text.at(start), text.at(start + find.length)];
}
