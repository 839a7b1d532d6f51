export const openDelimiter = '{%';
export const closeDelimiter = '%}';

/** Whether a string is a JSONata expression: it begins with `{%` and ends with `%}`, without blanks around them. */
export function isJsonata(text: string): boolean {
  return (
    text.length >= openDelimiter.length + closeDelimiter.length &&
    text.startsWith(openDelimiter) &&
    text.endsWith(closeDelimiter)
  );
}

/** Whether a string has only one of the two delimiters, which AWS refuses. A blank before `{%` makes plain text. */
export function hasHalfDelimiter(text: string): boolean {
  return !isJsonata(text) && (text.startsWith(openDelimiter) || text.endsWith(closeDelimiter));
}
