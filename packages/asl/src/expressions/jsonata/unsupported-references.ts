import type { ExpressionProblem } from '../result';
import type { Jsonata } from './parse';

/** What AWS refuses under UNSUPPORTED_JSONATA_EXPRESSION, in its words: names that nothing can be found in. */
export function unsupportedReferences(expression: Jsonata): ExpressionProblem[] {
  return expression.references.topLevel.map(({ name, start, end }) => ({
    message: `Reference to '${name}' at the top level is not supported.`,
    start,
    end,
  }));
}
