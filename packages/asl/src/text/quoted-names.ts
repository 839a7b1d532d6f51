import { quoted } from './quoted';

/** Words of the language in a message: `"A"`, `"A" and "B"`, `"A", "B" and "C"`. */
export const quotedNames = (names: readonly string[], conjunction = 'and'): string =>
  listed(
    names.map((name) => JSON.stringify(name)),
    conjunction,
  );

/** Names that the author of the definition chose, so there may be many and long ones: `"A", "B" and others`. */
export const quotedFew = (names: readonly string[], conjunction = 'and'): string =>
  names.length > 3 ? `${names.slice(0, 2).map(quoted).join(', ')} and others` : listed(names.map(quoted), conjunction);

const listed = (items: readonly string[], conjunction: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
