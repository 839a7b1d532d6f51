import { endOfPlaceholder } from '../text/placeholder';

/** What stands between two colons of an ARN. */
export interface ArnPart {
  readonly text: string;
  /** Something in it is yet to be filled in: `${Name}`, or `<REGION>` and `{ACCOUNT-NUMBER}` of published examples. */
  readonly isOpen: boolean;
}

/** Cuts an ARN at its colons, but not at those of a placeholder (`${AWS::Partition}`). Undefined: one is never closed. */
export function arnPartsOf(text: string): readonly ArnPart[] | undefined {
  const lastClosing: Readonly<Record<string, number>> = { '{': text.lastIndexOf('}'), '<': text.lastIndexOf('>') };
  const parts: ArnPart[] = [];
  let start = 0;
  let isOpen = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === ':') {
      parts.push({ text: text.slice(start, at), isOpen });
      start = at + 1;
      isOpen = false;
    } else if (text.startsWith('${', at)) {
      const end = endOfPlaceholder(text, at);
      if (end === undefined) return undefined;
      isOpen = true;
      at = end - 1;
    } else if (at < (lastClosing[char] ?? -1)) {
      isOpen = true;
      at = text.indexOf(char === '{' ? '}' : '>', at);
    }
  }
  return [...parts, { text: text.slice(start), isOpen }];
}
