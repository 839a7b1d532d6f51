import type { ExpressionResult } from '../result';
import { parseWith, Scanner } from '../scanner';
import type { JsonPath } from './ast';
import { readPath } from './path';

/**
 * Parses a JSONPath in Jayway's dialect, the one Step Functions accepts, with the roots `$`, `$$` and `$variable`.
 * Jayway trims the path, so blanks behind it do no harm; blanks before it hide the `$` that makes a value a path.
 */
export function parseJsonPath(text: string): ExpressionResult<JsonPath> {
  return parseWith(() => {
    if (text.trim() === '') new Scanner(text).fail('The path is empty; write "$" for the whole input', 0, text.length);
    return readPath(new Scanner(text, text.trimEnd().length), 'whole', 0);
  });
}
