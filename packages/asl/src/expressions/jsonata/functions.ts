import { nearest } from '../nearest';
import type { ExpressionProblem } from '../result';
import type { Jsonata } from './parse';
import type { FunctionCall } from './references';
import { stepFunctionsFunctions } from './step-functions-functions';

/**
 * JSONata 2.0.6's functions, without `$eval`, which Step Functions does not have, and without `$random`, which is its own
 * there.
 */
export const languageFunctions: readonly string[] = [
  'abs',
  'append',
  'assert',
  'average',
  'base64decode',
  'base64encode',
  'boolean',
  'ceil',
  'clone',
  'contains',
  'count',
  'decodeUrl',
  'decodeUrlComponent',
  'distinct',
  'each',
  'encodeUrl',
  'encodeUrlComponent',
  'error',
  'exists',
  'filter',
  'floor',
  'formatBase',
  'formatInteger',
  'formatNumber',
  'fromMillis',
  'join',
  'keys',
  'length',
  'lookup',
  'lowercase',
  'map',
  'match',
  'max',
  'merge',
  'millis',
  'min',
  'not',
  'now',
  'number',
  'pad',
  'parseInteger',
  'power',
  'reduce',
  'replace',
  'reverse',
  'round',
  'shuffle',
  'sift',
  'single',
  'sort',
  'split',
  'spread',
  'sqrt',
  'string',
  'substring',
  'substringAfter',
  'substringBefore',
  'sum',
  'toMillis',
  'trim',
  'type',
  'uppercase',
  'zip',
];

/** The functions that every JSONata expression of a definition can call, without their `$`. */
export const jsonataFunctions: ReadonlySet<string> = new Set([
  ...languageFunctions,
  ...Object.keys(stepFunctionsFunctions),
]);

/** A call that fails when it runs, and what to do about it. */
export interface UnknownFunction extends FunctionCall, ExpressionProblem {}

/**
 * Calls of functions that neither Step Functions nor the expression defines, `$eval` among them. AWS accepts such a
 * definition; the call fails when it runs, with "T1006: Attempted to invoke a non-function" (recorded).
 */
export function unknownFunctions(expression: Jsonata): UnknownFunction[] {
  return expression.references.calls
    .filter((call) => !jsonataFunctions.has(call.name))
    .map((call) => ({ ...call, message: messageFor(call.name) }));
}

/** What functions are called in other languages, in lower case. */
const foreignNames: ReadonlyMap<string, string> = new Map([
  ['avg', 'average'],
  ['guid', 'uuid'],
  ['includes', 'contains'],
  ['int', 'number'],
  ['integer', 'number'],
  ['jsonparse', 'parse'],
  ['jsonstringify', 'string'],
  ['len', 'length'],
  ['lower', 'lowercase'],
  ['mean', 'average'],
  ['parsejson', 'parse'],
  ['size', 'count'],
  ['stringify', 'string'],
  ['timestamp', 'now'],
  ['tojson', 'string'],
  ['tolower', 'lowercase'],
  ['tolowercase', 'lowercase'],
  ['tonumber', 'number'],
  ['tostring', 'string'],
  ['toupper', 'uppercase'],
  ['touppercase', 'uppercase'],
  ['unique', 'distinct'],
  ['upper', 'uppercase'],
]);

/** The function that was probably meant by a name. */
export const meantFunction = (name: string): string | undefined =>
  foreignNames.get(name.toLowerCase()) ?? nearest(name, jsonataFunctions);

function messageFor(name: string): string {
  if (name === 'eval') return '"$eval" is not available in Step Functions; use "$parse" to read JSON text';
  const suggestion = meantFunction(name);
  const remedy = suggestion === undefined ? 'define it in the expression' : `use "$${suggestion}"`;
  return `"$${name}" is not a function; ${remedy}`;
}
