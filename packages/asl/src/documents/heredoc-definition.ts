import type { LocatedString, Range } from '../text/located';
import { blanked, endOfPlaceholder } from '../text/placeholder';

/**
 * The lines of a heredoc that holds JSON or YAML, which do not mind the indentation that `<<-` strips. An interpolation may
 * hold quotes and line breaks that would end a JSON string, so they are blanked out; its length stays, so places stay true.
 * Undefined when a template directive has yet to be rendered; `%%{` is an escape and no directive.
 */
export function heredocDefinition(text: string, range: Range): LocatedString | undefined {
  const [start, end] = range;
  const written = text.slice(start, end);
  if (/(?<!%)%\{/.test(written)) return undefined;
  let value = '';
  let copied = 0;
  for (let at = written.indexOf('${'); at >= 0; at = written.indexOf('${', copied)) {
    const after = written[at - 1] === '$' ? at + 2 : (endOfPlaceholder(written, at) ?? written.length);
    value += written.slice(copied, at + 2) + blanked(written.slice(at + 2, after - 1));
    value += written.slice(Math.max(after - 1, at + 2), after);
    copied = after;
  }
  value += written.slice(copied);
  return { kind: 'string', value, range, at: (index) => start + index };
}

/** Whether a text holds a definition, or a template with one. */
export const speaksOfStates = (text: string): boolean => /\bStartAt\b/.test(text) && /\bStates\b/.test(text);
