/**
 * The words of a name that a person chose, in lower case: `chargeCard`, `charge-card` and `Charge card?` have the same. To
 * roll back is one word.
 */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .toLowerCase()
    .replace(/\broll[\s_-]+back\b/, 'rollback')
    .match(/\p{L}+|\d+/gu) ?? [];

const undoing = new Set(
  'cancel compensate compensation free refund release restore reverse revert rollback undo unbook unreserve void'.split(
    ' ',
  ),
);

/** Whether a state is called what undoes something, and so has to know what: `Refund`, `cancelHotel`, `Roll back`. */
export function isCompensation({ name }: { readonly name: string }): boolean {
  const [first = ''] = wordsOfName(name);
  return undoing.has(first);
}

const counted = new Set(
  'attempt attempts count counter counts index iteration iterations length retries rounds size'.split(' '),
);

/** Whether a value is called what is counted, and so is a whole number from zero on: `KeyCount`, `numberOfFiles`. */
export function isCalledCount(name: string): boolean {
  const [first = '', second, ...others] = wordsOfName(name);
  const last = others.at(-1) ?? second ?? first;
  return counted.has(last) || first === 'num' || (second === 'of' && ['count', 'number'].includes(first));
}

/** Whether a placeholder for an ARN is called what only a Lambda function is: `${PayFunctionArn}`, `${aws_lambda_function.pay.arn}`. */
export function isCalledFunction(placeholder: string): boolean {
  const words = wordsOfName(placeholder);
  return words.includes('lambda') || words.includes('function');
}
