/** A text that is too long to be read ends in dots. */
export const clipped = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 3)}...` : text;
