export interface Token {
  /** `and`, `or` and `in` are operators, also where they stand as names. */
  readonly type: 'name' | 'variable' | 'string' | 'number' | 'value' | 'operator' | 'end';
  readonly value: string | number | boolean | null;
  /** The offset behind it. */
  readonly position: number;
}

/** Thrown for what is left to the `jsonata` package; made once, as a stack takes longer than the reading. */
export const uncommon = new Error('This is no part of the common language');

const blanks = /[ \t\n\r\v]*/y;
const operator = /\.\.|:=|!=|>=|<=|[.[\]{}(),;:?+\-*%=<>&]|\/(?!\*)/y;
const number = /(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?/y;
/** Without escapes. */
const string = /"[^"\\]*"|'[^'\\]*'/y;
const quotedName = /`[^`]*`/y;
/** Any character may be part of a name, but for blanks and those of operators; most names have only these. */
const word = /(?:\$\$|\$?[A-Za-z_]\w*|\$)(?=[ \t\n\r\v.[\]{}(),@#;:?+\-*/%|=<>^!~&]|$)/y;

const literals = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The token that begins at that offset, or behind the blanks there. */
export function tokenAt(source: string, offset: number): Token {
  const start = endOf(blanks, source, offset)!;
  if (start === source.length) return { type: 'end', value: null, position: start };
  const operatorEnd = endOf(operator, source, start);
  if (operatorEnd !== undefined) return token('operator', source.slice(start, operatorEnd), operatorEnd);
  const wordEnd = endOf(word, source, start);
  if (wordEnd !== undefined) return wordToken(source.slice(start, wordEnd), wordEnd);
  const stringEnd = endOf(string, source, start);
  if (stringEnd !== undefined) return token('string', source.slice(start + 1, stringEnd - 1), stringEnd);
  const nameEnd = endOf(quotedName, source, start);
  if (nameEnd !== undefined) return token('name', source.slice(start + 1, nameEnd - 1), nameEnd);
  const numberEnd = endOf(number, source, start);
  const value = Number(source.slice(start, numberEnd));
  if (numberEnd === undefined || !Number.isFinite(value)) throw uncommon;
  return token('number', value, numberEnd);
}

function wordToken(text: string, position: number): Token {
  if (text.startsWith('$')) return token('variable', text.slice(1), position);
  const literal = literals.get(text);
  if (literal !== undefined) return token('value', literal, position);
  return token(text === 'and' || text === 'or' || text === 'in' ? 'operator' : 'name', text, position);
}

const token = (type: Token['type'], value: Token['value'], position: number): Token => ({ type, value, position });

function endOf(pattern: RegExp, source: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}
