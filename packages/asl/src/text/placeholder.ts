/**
 * The offset after the `${...}` that starts at `start`, or undefined if it is never closed. Braces balance, and a string
 * in double quotes hides its braces: `${jsonencode({ a = "}" })}` is one placeholder.
 */
export function endOfPlaceholder(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at) - 1;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The same length of text without what would end a JSON string or a placeholder. */
export const blanked = (text: string): string => text.replace(/["\\\r\n{}]/g, '_');

/** Whether the text is one `${...}` and nothing else. */
export function isPlaceholder(text: string): boolean {
  return text.startsWith('${') && endOfPlaceholder(text, 0) === text.length;
}

/** Strings of template expressions end with their line at the latest, so one stray quote does not eat the file. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
    else if (char === '\n') return at;
  }
  return text.length;
}
