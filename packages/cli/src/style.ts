import { styleText } from 'node:util';
import type { Io } from './io';

/** Puts a text into a colour, where colours are wanted. */
export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Colours on a terminal, unless the environment says otherwise (no-color.org, force-color.org). */
export const wantsColor = (out: Io['stdout'], { NO_COLOR, FORCE_COLOR }: Io['env']): boolean =>
  FORCE_COLOR ? FORCE_COLOR !== '0' : out.isTTY === true && !NO_COLOR;

export const styleIf = (color: boolean): Style =>
  color ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
