/** How and where a scalar is written, as far as it matters to where its characters stand. Without header and quotes. */
export interface Writing {
  readonly start: number;
  readonly end: number;
  readonly quote: '' | "'" | '"';
  /** Columns of indentation that are not part of a block scalar; all blanks at the start of a line if it is a flow scalar. */
  readonly indent: number | 'all';
}

/**
 * The offset of each character of `value`, and of the end, in the part of `text` that says it.
 * Instead of folding lines a second time it walks the text along with the value that the yaml package made of it:
 * whatever the text has and the value has not is white space that folding took away. A line break that became a blank
 * stands at the line break, or at the first blank before it.
 */
export function offsetsOfYamlString(value: string, text: string, writing: Writing): Uint32Array {
  const { start, end, quote, indent } = writing;
  const offsets = new Uint32Array(value.length + 1).fill(end);
  let at = indent === 'all' ? start : skipIndent(text, start, indent);
  for (let index = 0; index < value.length && at < end; index++) {
    const wanted = value[index];
    at = seek(wanted, at);
    if (at >= end) break;
    offsets[index] = at;
    const char = text[at];
    if (quote === '"' && char === '\\') {
      const escape = escapeAt(text, at);
      at += escape.length;
      // One \U escape may be a pair of code units
      if (escape.length === 10 && isSurrogatePair(value, index)) offsets[++index] = offsets[index - 1] ?? end;
    } else if (char === '\n') {
      at = skipIndent(text, at + 1, indent);
    } else {
      at += quote === "'" && char === "'" ? 2 : 1;
    }
  }
  if (at < end) offsets[value.length] = at;
  return offsets;

  function seek(wanted: string | undefined, from: number): number {
    let next = from;
    while (next < end) {
      const char = text[next];
      if (quote === '"' && char === '\\') {
        if (!isLineBreak(text, next + 1)) return next;
        next = skipIndent(text, text.indexOf('\n', next) + 1, indent);
      } else if (char === wanted || (wanted === ' ' && char === '\n')) {
        return next;
      } else if (char === '\n') {
        next = skipIndent(text, next + 1, indent);
      } else if (char === ' ' || char === '\t' || char === '\r') {
        next++;
      } else {
        return next;
      }
    }
    return next;
  }
}

const escapePattern = /\\(?:x.{2}|u.{4}|U.{8}|[^])/y;

function escapeAt(text: string, at: number): string {
  escapePattern.lastIndex = at;
  return escapePattern.exec(text)?.[0] ?? '\\';
}

function isSurrogatePair(value: string, index: number): boolean {
  return (value.codePointAt(index) ?? 0) > 0xffff;
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');
}

function skipIndent(text: string, start: number, indent: number | 'all'): number {
  let at = start;
  if (indent === 'all') while (text[at] === ' ' || text[at] === '\t') at++;
  else while (text[at] === ' ' && at - start < indent) at++;
  return at;
}
