const longest = 60;

/** A piece of the text as messages name it: in quotes, on one line, and not the whole file. */
export function quoted(text: string): string {
  const line = text.slice(0, longest + 1).replace(/\s+/g, ' ');
  return line.length > longest ? `"${line.slice(0, longest)}…"` : `"${line}"`;
}
