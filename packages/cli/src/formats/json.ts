import type { Formatter } from './formatter';

/** ESLint's own format: the results as they are. */
export const json: Formatter = (results) => `${JSON.stringify(results)}\n`;
