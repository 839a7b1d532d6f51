import { longestRange, numberRange, rangeLength } from '../functions/number-range';
import type { ExpressionProblem } from '../result';
import type { IntrinsicCall } from './ast';
import { defineIntrinsic, IntrinsicFault, literalNumbers, number } from './signature';

/** `States.ArrayRange(first, last, step)`: the numbers from first to last, last included if the step hits it. */
export const arrayRange = defineIntrinsic({
  name: 'States.ArrayRange',
  parameters: [
    number('first'),
    number('last'),
    number('step', (value) => (value === 0 ? 'is 0; use a positive or negative step' : undefined)),
  ],
  returns: 'array',
  check: (call) => tooLong(call),
  evaluate: ([first, last, step]) => {
    if (step === 0) return new IntrinsicFault('The step is rounded to 0; use a positive or negative step');
    const length = rangeLength(first, last, step);
    return length <= longestRange
      ? numberRange(first, last, step)
      : new IntrinsicFault(tooManyNumbers('The call', length));
  },
});

function tooLong(call: IntrinsicCall): ExpressionProblem[] {
  const [first, last, step] = literalNumbers(call) ?? [];
  if (first === undefined || last === undefined || step === undefined) return [];
  // The service rounds fractions before it counts, so only whole numbers tell the length.
  if (![first, last, step].every(Number.isInteger) || step === 0) return [];
  const length = rangeLength(first, last, step);
  if (length <= longestRange) return [];
  return [{ message: tooManyNumbers(`"${call.name}"`, length), start: call.start, end: call.end }];
}

function tooManyNumbers(subject: string, length: number): string {
  return `${subject} gives ${length} numbers; ask for at most ${longestRange}`;
}
