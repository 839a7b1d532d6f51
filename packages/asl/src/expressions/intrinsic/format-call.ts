import { parseJsonPath } from '../json-path/parse';

/** A path with a name in it, and nothing before it that would make it something else: a price, a variable of a shell. */
const pathInside = /(?<![\w$.{(\\])\$\$?(?:\.[A-Za-z_]\w*)+/g;

/** A path in braces of its own, `/users/{$.id}`, as other languages mark what they fill in; two braces are a template of one. */
const pathInBraces = /(?<![{$\\])\{(\$\$?(?:\.[A-Za-z_]\w*)+)\}(?!\})/g;

/**
 * The call that puts a text together from the paths in it, `Order $.id is late`, `Order {$.id} is late`; undefined where it has
 * none, or more than text, or tells a person of the place itself: `See $.error`, `$.id is required`.
 */
export function formatCallFor(written: string): string | undefined {
  const text = written.replace(pathInBraces, '$1');
  const paths = [...text.matchAll(pathInside)].map(([path]) => path);
  if (!paths.length || paths.some((path) => parseJsonPath(path).value === undefined)) return undefined;
  if (isCode(text) && !isJson(text)) return undefined;
  if (beforePlace.test(text) || behindPlace.test(text)) return undefined;
  const template = text.replace(/[\\'{}]/g, String.raw`\$&`).replace(pathInside, '{}');
  return `States.Format('${template}', ${paths.join(', ')})`;
}

/** What stands before a path that is told of, in place of the value there: `see $.error`, `the field $.id`. */
const beforePlace =
  /\b(?:check|consult|examine|inspect|see|look (?:at|for|in|into)|refer to|(?:available|details?|found|given|recorded|stored) (?:in|under)|(?:field|key|path|property|variable)s?|(?:expect|miss|provid|requir)(?:ing|es?|ed|s)?|contains?|needs?|no|without) (?:an? |the )?['"`(]?\$\$?\.\w/i;

/** What stands behind one: `$.id is required`. */
const behindPlace =
  /\$\$?(?:\.\w+)+['"`)]? (?:(?:is|are|was|were) (?:absent|empty|invalid|missing|null|required|undefined|not (?:an?|defined|found|given|present|set|there))\b|field\b|must\b|should\b|not found\b|missing\b)/i;

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
