import { styleText } from 'node:util';
import type { Io } from '../io';

type Format = 'red' | 'green' | 'dim' | 'bold';

/** Puts a text into a colour, where colours are wanted. */
export type Style = (format: Format, text: string) => string;

/** Colours on a terminal, unless the environment says otherwise (no-color.org, force-color.org). */
export function styleFor(out: Io['stdout'], { NO_COLOR, FORCE_COLOR }: Io['env']): Style {
  const isColored = FORCE_COLOR ? FORCE_COLOR !== '0' : out.isTTY === true && !NO_COLOR;
  return isColored ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
