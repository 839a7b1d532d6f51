import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';
import { literalNumbers, number, type IntrinsicFunction } from './signature';

const longestRange = 1000;

/** `States.ArrayRange(first, last, step)`: the numbers from first to last, last included if the step hits it. */
export const arrayRange: IntrinsicFunction = {
  name: 'States.ArrayRange',
  parameters: [
    number('first'),
    number('last'),
    number('step', (argument) =>
      argument.kind === 'number' && argument.value === 0 ? 'is 0; use a positive or negative step' : undefined,
    ),
  ],
  returns: 'array',
  check: tooLong,
};

function tooLong(call: IntrinsicCall): ExpressionProblem[] {
  const [first, last, step] = literalNumbers(call) ?? [];
  if (first === undefined || last === undefined || step === undefined) return [];
  // The service rounds fractions before it counts, so only whole numbers tell the length.
  if (![first, last, step].every(Number.isInteger) || step === 0) return [];
  const length = Math.floor((last - first) / step) + 1;
  if (length <= longestRange) return [];
  const message = `"${call.name}" gives ${length} numbers; ask for at most ${longestRange}`;
  return [{ message, start: call.start, end: call.end }];
}
