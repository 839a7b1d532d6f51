/* eslint-disable @typescript-eslint/no-require-imports -- Only the format that is wanted is loaded: the start is what a
   pre-commit hook waits for. A dynamic import would load Node's ES module loader, too. */
import type { FormatName } from './format-name';
import type { Formatter } from './formatter';

const formats: Readonly<Record<FormatName, () => Formatter>> = {
  stylish: () => (require('./stylish') as typeof import('./stylish')).stylish,
  json: () => (require('./json') as typeof import('./json')).json,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarif,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  github: () => (require('./github') as typeof import('./github')).github,
};

export const loadFormat = (name: FormatName): Formatter => formats[name]();
