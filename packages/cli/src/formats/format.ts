/* eslint-disable @typescript-eslint/no-require-imports -- Only the format that is wanted is loaded: the start is what a
   pre-commit hook waits for. A dynamic import would load Node's ES module loader, too. */
import type { FormatName } from './format-name';
import type { Formatter } from './formatter';
import type * as github from './github';
import type * as json from './json';
import type * as junit from './junit';
import type * as sarif from './sarif';
import type * as stylish from './stylish';

const formats: Readonly<Record<FormatName, () => Formatter>> = {
  stylish: () => (require('./stylish') as typeof stylish).stylish,
  json: () => (require('./json') as typeof json).json,
  sarif: () => (require('./sarif') as typeof sarif).sarif,
  junit: () => (require('./junit') as typeof junit).junit,
  github: () => (require('./github') as typeof github).github,
};

export const loadFormat = (name: FormatName): Formatter => formats[name]();
