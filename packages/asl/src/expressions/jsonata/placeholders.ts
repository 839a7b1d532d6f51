import type { Span } from '../span';

/** Where `${Token}` stands: what CloudFormation, SAM, Terraform or the Serverless Framework fill in on deployment. */
export function placeholdersOf(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (;;) {
    const start = text.indexOf('${', end);
    // Without a closing brace nothing further can be a placeholder; not looking again keeps the time linear.
    end = start < 0 ? 0 : text.indexOf('}', start) + 1;
    if (end === 0) return found;
    found.push({ start, end });
  }
}

/** The text with each placeholder replaced by as many `filler` characters, so that positions stay true. */
export function fillPlaceholders(text: string, placeholders: readonly Span[], filler: string): string {
  const pieces: string[] = [];
  let behind = 0;
  for (const { start, end } of placeholders) {
    pieces.push(text.slice(behind, start), filler.repeat(end - start));
    behind = end;
  }
  return pieces.join('') + text.slice(behind);
}
