/** A line with a label, or a paragraph of its own. What is undefined is left out. */
export type Row = readonly [label: string, value: string] | string | undefined;

export type Rows = readonly Row[];

/** Puts the values of labelled lines one below the other. */
export function layOut(rows: Rows): string {
  const width = Math.max(0, ...rows.map((row) => (typeof row === 'object' ? row[0].length : 0)));
  const lines = rows.flatMap((row, index) => {
    if (row === undefined) return [];
    if (typeof row === 'string') return index === 0 ? [row] : ['', row];
    const [label, value] = row;
    return [`${`${label}:`.padEnd(width + 1)} ${value}`];
  });
  return lines.join('\n');
}

/** Names one after the other; a list may be empty. */
export const listed = (names: readonly string[], print: (name: string) => string): string =>
  names.map((name) => print(name)).join(', ') || 'none';

const maxItems = 10;

/** A heading with an indented line for each item; what is left out of a long list is counted. */
export function block(heading: string, items: readonly string[]): string {
  const shown = items.slice(0, maxItems);
  const left = items.length - shown.length;
  const lines = [...(shown.length > 0 ? shown : ['none']), ...(left > 0 ? [`... ${left} more`] : [])];
  return `${heading}:${lines.map((line) => `\n  ${line}`).join('')}`;
}
