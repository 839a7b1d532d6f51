import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';
import { anyValue, string, type IntrinsicFunction } from './signature';

/**
 * `States.Format(template, value, ...)`: the template with each `{}` replaced by a value. The specification forbids
 * arrays and objects as values; the service takes them (recorded).
 */
export const format: IntrinsicFunction = {
  name: 'States.Format',
  parameters: [string('template')],
  rest: anyValue('value'),
  returns: 'string',
  check: asManyValuesAsGaps,
};

function asManyValuesAsGaps(call: IntrinsicCall): ExpressionProblem[] {
  const [template, ...values] = call.arguments;
  // A token that is replaced on deployment may bring braces with it.
  if (template?.kind !== 'string' || template.value.includes('${')) return [];
  const gaps = template.parts.length - 1;
  if (gaps === values.length) return [];
  const message = `"${call.name}" needs as many values as its template has "{}", ${gaps}, not ${values.length}; make the numbers equal`;
  return [{ message, start: call.start, end: call.end }];
}
