import { parseJsonPath } from '../json-path/parse';

/** A path with a name in it, and nothing before it that would make it something else: a price, a variable of a shell. */
const pathInside = /(?<![\w$.{(\\])\$\$?(?:\.[A-Za-z_]\w*)+/g;

/** The call that puts a text together from the paths in it, `Order $.id is late`; undefined where it has none, or more than text. */
export function formatCallFor(text: string): string | undefined {
  const paths = [...text.matchAll(pathInside)].map(([path]) => path);
  if (!paths.length || isCode(text) || paths.some((path) => parseJsonPath(path).value === undefined)) return undefined;
  const template = text.replace(pathInside, '{}').replaceAll("'", "\\'");
  return `States.Format('${template}', ${paths.join(', ')})`;
}

/** What other languages have in it: braces, comparisons, the end of a statement. */
const isCode = (text: string): boolean => /[{}[\]<>=;|\\]|States\./.test(text);
