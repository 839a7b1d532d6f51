import { parseJsonPath } from '../json-path/parse';

/** A path with a name in it, and nothing before it that would make it something else: a price, a variable of a shell. */
const pathInside = /(?<![\w$.{(\\])\$\$?(?:\.[A-Za-z_]\w*)+/g;

/** A path in braces of its own, `/users/{$.id}`, as other languages mark what they fill in; two braces are a template of one. */
const pathInBraces = /(?<![{$\\])\{(\$\$?(?:\.[A-Za-z_]\w*)+)\}(?!\})/g;

/**
 * The call that puts a text together from the paths in it, `Order $.id is late`, `Order {$.id} is late`; undefined where it has
 * none, or more than text.
 */
export function formatCallFor(written: string): string | undefined {
  const text = written.replace(pathInBraces, '$1');
  const paths = [...text.matchAll(pathInside)].map(([path]) => path);
  if (!paths.length || paths.some((path) => parseJsonPath(path).value === undefined)) return undefined;
  if (isCode(text) && !isJson(text)) return undefined;
  const template = text.replace(/[\\'{}]/g, String.raw`\$&`).replace(pathInside, '{}');
  return `States.Format('${template}', ${paths.join(', ')})`;
}

/** What other languages have in it: braces, comparisons, the end of a statement; `?id=` and `--id=` are no comparisons. */
const isCode = (text: string): boolean => /[{}[\]<>;|\\]|[=!~\s]=|=[=~\s]|States\./.test(text);

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
