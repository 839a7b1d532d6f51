/** Names that were asked for last: of a state many ask, each in its own terms. */
const known = new Map<string, readonly string[]>();
const mostKnown = 1000;

/**
 * The words of a name that a person chose, in lower case: `chargeCard`, `charge-card` and `Charge card?` have the same. To
 * roll back is one word.
 */
export function wordsOfName(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) {
    if (known.size >= mostKnown) known.clear();
    known.set(name, (words = splitName(name)));
  }
  return words;
}

/** Capitals that end before a word with a capital, a word with or without one, a number. */
const word = /\p{Lu}+(?!\p{Ll})|\p{Lu}?(?:(?!\p{Lu})\p{L})+|\d+/gu;

function splitName(name: string): readonly string[] {
  const words = name.match(word)?.map((one) => one.toLowerCase()) ?? [];
  const roll = words.findIndex((one, index) => one === 'roll' && words[index + 1] === 'back');
  return roll < 0 ? words : words.toSpliced(roll, 2, 'rollback');
}

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

const errors = new Set('err error errors exception failure fault'.split(' '));
const aboutErrors = new Set(
  'caught cause data detail details info last message object output reason result task'.split(' '),
);

/** Whether a value is called what failed, and nothing else: `errorInfo`, `taskFailure`, but not `errorTopic`. */
export function isCalledError(name: string): boolean {
  const words = wordsOfName(name);
  return words.some((word) => errors.has(word)) && words.every((word) => errors.has(word) || aboutErrors.has(word));
}

const keys = new Set(
  'dedup deduplication hash id idempotency idempotent key no nonce number ref reference uuid'.split(' '),
);
const parties = new Set(
  `account beneficiary buyer card client customer iban member merchant payee payer phone product recipient seller sender source
  target tenant user wallet`.split(/\s+/),
);

/** Whether a value is called what tells one order, payment or request from another: `orderId`, `idempotencyKey`; not `customerId`. */
export const isCalledKey = (name: string): boolean =>
  wordsOfName(name).some((word, at, words) => keys.has(word) && !parties.has(words[at - 1] ?? ''));

const terms = new Set('amount cost currency email fee method price sum token total'.split(' '));

/** Whether a value is called what a payment consists of, and so is no whole order: `amount`, `cardToken`, `customerId`. */
export const isCalledTerm = (name: string): boolean =>
  !isCalledKey(name) && wordsOfName(name).some((word) => terms.has(word) || parties.has(word));

/** Whether a placeholder for an ARN is called what only a Lambda function is: `${PayFunctionArn}`, `${aws_lambda_function.pay.arn}`. */
export function isCalledFunction(placeholder: string): boolean {
  const words = wordsOfName(placeholder);
  return words.includes('lambda') || words.includes('function');
}
