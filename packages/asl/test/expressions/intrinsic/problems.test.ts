import { intrinsicProblems, parseIntrinsic } from '../../../src/expressions';

function problemsOf(text: string) {
  const { value, problems } = parseIntrinsic(text);
  expect(problems).toEqual([]);
  return intrinsicProblems(value!).map(({ message, start, end }) => [message, text.slice(start, end)]);
}

const tenThousandAndOne = 'x'.repeat(10_001);

describe('intrinsicProblems', () => {
  test.each([
    'States.Array()',
    "States.Array('a', 1, null, $.x)",
    'States.ArrayContains($.a, null)',
    'States.ArrayGetItem($.a, 0)',
    'States.ArrayGetItem($.a, States.MathAdd(States.ArrayLength(States.ArrayUnique($.a)), -3))',
    'States.ArrayLength(States.Array(1))',
    'States.ArrayPartition($.a, 2.5)',
    'States.ArrayRange(0, 999, 1)',
    'States.ArrayRange(9, 0, -3)',
    'States.ArrayRange(0, 5000, $.step)',
    'States.ArrayUnique($.a)',
    "States.Base64Decode('YQ==')",
    "States.Base64Encode('')",
    "States.Format('{}', States.Array())",
    'States.Format($.template, 1, 2)',
    "States.Format('\\{\\}')",
    "States.Format('${Prefix}{}', $.a, $.b)",
    "States.Hash('x', 'SHA-256')",
    'States.Hash($.x, $.algorithm)',
    "States.Hash($.x, '${Algorithm}')",
    'States.JsonMerge($.a, States.StringToJson($.b), false)',
    'States.JsonToString(1)',
    'States.MathAdd(1.5, -2)',
    'States.MathAdd(${Count}, 1)',
    'States.MathAdd(States.StringToJson($.n), 1)',
    'States.MathRandom(1, 10)',
    'States.MathRandom(1, 10, 42)',
    "States.StringSplit('a,b', ',')",
    "States.StringToJson('{}')",
    'States.UUID()',
  ])('is silent about %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    ['States.UUID(1)', '"States.UUID" takes 0 arguments, not 1; remove them', 'States.UUID(1)'],
    ['States.ArrayLength()', '"States.ArrayLength" takes 1 arguments, not 0; pass array', 'States.ArrayLength()'],
    [
      'States.MathRandom(1)',
      '"States.MathRandom" takes 2 to 3 arguments, not 1; pass low, high, seed',
      'States.MathRandom(1)',
    ],
    ['States.Format()', '"States.Format" takes at least 1 arguments, not 0; pass template', 'States.Format()'],
    [
      "States.MathAdd('x', 1)",
      'The argument "first" of "States.MathAdd" is of kind string; pass one of kind number',
      "'x'",
    ],
    [
      'States.ArrayLength(States.UUID())',
      'The argument "array" of "States.ArrayLength" is of kind string; pass one of kind array',
      'States.UUID()',
    ],
    [
      'States.StringSplit($.a, null)',
      'The argument "characters" of "States.StringSplit" is of kind null; pass one of kind string',
      'null',
    ],
    [
      "States.Format('{}/{}', $.a)",
      '"States.Format" needs as many values as its template has "{}", 2, not 1; make the numbers equal',
      "States.Format('{}/{}', $.a)",
    ],
    [
      "States.Array(States.Format('x', 1))",
      '"States.Format" needs as many values as its template has "{}", 0, not 1; make the numbers equal',
      "States.Format('x', 1)",
    ],
    [
      "States.Hash($.a, 'SHA256')",
      'The argument "algorithm" of "States.Hash" is "SHA256", not a hash algorithm; use "SHA-256"',
      "'SHA256'",
    ],
    [
      "States.Hash($.a, 'whirlpool')",
      'The argument "algorithm" of "States.Hash" is "whirlpool", not a hash algorithm; use "MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"',
      "'whirlpool'",
    ],
    [
      `States.Hash('${tenThousandAndOne}', 'MD5')`,
      'The argument "data" of "States.Hash" is 10001 characters long; pass at most 10000',
      `'${tenThousandAndOne}'`,
    ],
    [
      `States.Base64Encode('${tenThousandAndOne}')`,
      'The argument "text" of "States.Base64Encode" is 10001 characters long; pass at most 10000',
      `'${tenThousandAndOne}'`,
    ],
    [
      'States.ArrayRange(1, 9, 0)',
      'The argument "step" of "States.ArrayRange" is 0; use a positive or negative step',
      '0',
    ],
    [
      'States.ArrayRange(0, 1000, 1)',
      '"States.ArrayRange" gives 1001 numbers; ask for at most 1000',
      'States.ArrayRange(0, 1000, 1)',
    ],
    [
      'States.ArrayPartition($.a, 0)',
      'The argument "size" of "States.ArrayPartition" is not positive; use a size of 1 or more',
      '0',
    ],
    ['States.ArrayGetItem($.a, -1)', 'The argument "index" of "States.ArrayGetItem" is negative; count from 0', '-1'],
    [
      'States.JsonMerge($.a, $.b, true)',
      'The argument "deep" of "States.JsonMerge" is true, and only shallow merges exist; use false',
      'true',
    ],
  ])('%s', (text, message, at) => {
    expect(problemsOf(text)).toEqual([[message, at]]);
  });
});
