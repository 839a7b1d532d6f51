import type { Located } from '../text/located';

/** A value that is made of the expressions of a program. */
export interface Built {
  readonly value: Located;
  /** How many values it holds once what places share is written out, itself included. */
  readonly size: number;
  /** How deep they nest. */
  readonly height: number;
}

/** A value that holds no others, or whose others do not count. */
export const leaf = (value: Located): Built => ({ value, size: 1, height: 0 });

/** The measures of a value that holds these. */
export function measured(parts: readonly Built[]): Pick<Built, 'size' | 'height'> {
  let [size, height] = [1, 0];
  for (const part of parts) {
    size += part.size;
    height = Math.max(height, part.height + 1);
  }
  return { size, height };
}
