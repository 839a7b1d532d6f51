/** A text of any number of lines as one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
