import { javaText } from '../java/text';
import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';
import { anyValue, defineIntrinsic, IntrinsicFault, string } from './signature';

/**
 * `States.Format(template, value, ...)`: the template with each `{}` replaced by a value. The specification forbids
 * arrays and objects as values; the service takes them and writes them as Java does (recorded).
 */
export const format = defineIntrinsic({
  name: 'States.Format',
  parameters: [string('template')],
  rest: anyValue('value'),
  returns: 'string',
  check: (call) => asManyValuesAsGaps(call),
  evaluate: ([template], { call, rest }) => {
    const [written] = call.arguments;
    const parts = written?.kind === 'string' ? written.parts : template.split('{}');
    if (parts.length - 1 !== rest.length)
      return new IntrinsicFault(unequalNumbers('The call', parts.length - 1, rest.length));
    const texts = rest.map((value) => javaText(value));
    if (texts.includes(undefined)) return new IntrinsicFault('A value is nested too deeply; pass a part of it');
    return parts.map((part, index) => part + (texts[index] ?? '')).join('');
  },
});

function asManyValuesAsGaps(call: IntrinsicCall): ExpressionProblem[] {
  const [template, ...values] = call.arguments;
  // A token that is replaced on deployment may bring braces with it.
  if (template?.kind !== 'string' || template.value.includes('${')) return [];
  const gaps = template.parts.length - 1;
  if (gaps === values.length) return [];
  return [{ message: unequalNumbers(`"${call.name}"`, gaps, values.length), start: call.start, end: call.end }];
}

function unequalNumbers(subject: string, gaps: number, values: number): string {
  return `${subject} needs as many values as its template has "{}", ${gaps}, not ${values}; make the numbers equal`;
}
