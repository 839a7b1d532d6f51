import fc from 'fast-check';
import { evaluateIntrinsic, parseIntrinsic, type Environment } from '../../../src/expressions';
import type { Json } from '../../../src/text';

const environment: Environment = {
  now: () => 0,
  uuid: () => '11111111-2222-4333-8444-555555555555',
  random: () => 0.999,
};

function evaluated(text: string, input: Json = null) {
  const { value, problems } = parseIntrinsic(text);
  expect(problems).toEqual([]);
  const roots = {
    input,
    context: { Execution: { Name: 'run' } },
    variable: (name: string) => (name === 'v' ? 7 : undefined),
  };
  return evaluateIntrinsic(value!, roots, environment);
}

test.each<[string, Json, Json]>([
  // Format
  ["States.Format('Hi')", null, 'Hi'],
  ["States.Format('{} and {}', $, $$.Execution.Name)", 'a', 'a and run'],
  ["States.Format('{}{}{}{}', null, true, -0.5, $v)", null, 'nulltrue-0.57'],
  ["States.Format('\\{\\}{}', 1)", null, '{}1'],
  ['States.Format($.t, 1, 2)', { t: '{}/{}' }, '1/2'],
  ["States.Format('{}', $)", { a: 1, b: ['x', null, {}], c: { d: true } }, '{a=1, b=[x, null, {}], c={d=true}}'],
  ["States.Format('{}', $)", [], '[]'],
  ["States.Format('{}', $)", 12345678.5, '1.23456785E7'],
  ["States.Format('{}', $)", 0.0001, '1.0E-4'],
  ["States.Format('{}', $)", 12345678, '12345678'],
  // JSON
  ['States.StringToJson($)', '{"a": [1, "b"]}', { a: [1, 'b'] }],
  ['States.StringToJson($)', 'null', null],
  ['States.StringToJson($)', '', null],
  ['States.StringToJson($)', ' \n', null],
  ['States.JsonToString($)', { a: [1, 'b', null] }, '{"a":[1,"b",null]}'],
  ['States.JsonToString($)', 'text', '"text"'],
  ['States.JsonMerge($[0], $[1], false)', [{ a: { x: 1 }, b: 1 }, { a: { y: 2 } }], { a: { y: 2 }, b: 1 }],
  // Arrays
  ['States.Array()', null, []],
  ["States.Array(1, 'a', $, null, States.Array())", [2], [1, 'a', [2], null, []]],
  ['States.ArrayPartition($, 2)', [1, 2, 3], [[1, 2], [3]]],
  ['States.ArrayPartition($, 1.5)', [1, 2, 3], [[1, 2], [3]]],
  ['States.ArrayPartition($, 4)', [], []],
  ['States.ArrayContains($, 2)', [1, 2], true],
  ["States.ArrayContains($, '2')", [1, 2], false],
  ['States.ArrayContains($.a, $.v)', { a: [{ x: 1, y: [2] }], v: { y: [2], x: 1 } }, true],
  ['States.ArrayContains($, null)', [], false],
  ['States.ArrayRange(1, 9, 4)', null, [1, 5, 9]],
  ['States.ArrayRange(5, 1, -2)', null, [5, 3, 1]],
  ['States.ArrayRange(1, 0, 1)', null, []],
  ['States.ArrayRange(0.5, 2.4, 1.2)', null, [1, 2]],
  ['States.ArrayGetItem($, 1)', ['a', 'b'], 'b'],
  ['States.ArrayGetItem($, 0)', [null], null],
  ['States.ArrayLength($)', [1, [2, 3]], 2],
  [
    'States.ArrayUnique($)',
    [1, '1', 1, { a: 1, b: 2 }, { b: 2, a: 1 }, [1], [1], null, null],
    [1, '1', { a: 1, b: 2 }, [1], null],
  ],
  // Encodings
  ['States.Base64Encode($)', 'grün', 'Z3LDvG4='],
  ['States.Base64Decode($)', 'Z3LDvG4=', 'grün'],
  ['States.Base64Decode($)', 'Z3LD\r\nvG4', 'grün'],
  ["States.Hash($, 'MD5')", 'abc', '900150983cd24fb0d6963f7d28e17f72'],
  ["States.Hash($, 'SHA-1')", 'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ["States.Hash($, 'SHA-256')", 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ["States.Hash(1, 'MD5')", null, 'c4ca4238a0b923820dcc509a6f75849b'],
  // Numbers
  ['States.MathAdd(1.5, -1.5)', null, 1],
  ['States.MathAdd(-0.5, 0)', null, 0],
  ['States.MathAdd(2147483647, -1)', null, 2147483646],
  ['States.MathRandom(1, 4)', null, 3],
  ['States.MathRandom(-3, -2)', null, -3],
  // Strings
  ["States.StringSplit($, ',; ')", 'a,b;;c d', ['a', 'b', 'c', 'd']],
  ["States.StringSplit($, '')", 'abc', ['abc']],
  ["States.StringSplit($, ',')", '', []],
  ['States.UUID()', null, '11111111-2222-4333-8444-555555555555'],
])('%s of %j', (text, input, expected) => {
  expect(evaluated(text, input)).toEqual({ ok: true, value: expected });
});

test('a seed gives one number, in the range', () => {
  const draw = (seed: number) => evaluated(`States.MathRandom(10, 1000, ${seed})`);
  expect(draw(42)).toEqual(draw(42));
  // 10 + floor(0.7275636800328681 * 990)
  expect(draw(42)).toEqual({ ok: true, value: 730 });
  expect(draw(-7)).not.toEqual(draw(42));
});

test.each([
  [
    "States.Format('{}')",
    null,
    '"States.Format" failed. The call needs as many values as its template has "{}", 1, not 0; make the numbers equal',
  ],
  [
    'States.StringToJson($)',
    '{',
    '"States.StringToJson" failed. The text is not JSON; pass what "States.JsonToString" writes',
  ],
  [
    'States.ArrayGetItem($, 2)',
    [1],
    '"States.ArrayGetItem" failed. The array has no element 2; its 1 elements are counted from 0',
  ],
  [
    'States.ArrayPartition($, 0.4)',
    [1],
    '"States.ArrayPartition" failed. The size is rounded to 0; use a size of 1 or more',
  ],
  [
    'States.ArrayRange(1, 9, 0.4)',
    null,
    '"States.ArrayRange" failed. The step is rounded to 0; use a positive or negative step',
  ],
  [
    'States.ArrayRange(1, 1001, 1)',
    null,
    '"States.ArrayRange" failed. The call gives 1001 numbers; ask for at most 1000',
  ],
  [
    'States.MathRandom(2, 2)',
    null,
    '"States.MathRandom" failed. No number lies between 2 and 2; pass the smaller one first',
  ],
  [
    'States.Base64Decode($)',
    'abcde',
    '"States.Base64Decode" failed. The text ends amid a byte; pass the whole Base64 text',
  ],
])('%s of %j fails in the function', (text, input, cause) => {
  expect(evaluated(text, input)).toEqual({ ok: false, error: 'States.IntrinsicFailure', cause });
});

test.each([
  [
    'States.ArrayLength($)',
    'text',
    'The argument "array" of "States.ArrayLength" is of kind string; pass one of kind array',
  ],
  ['States.ArrayGetItem($, -1)', [1], 'The argument "index" of "States.ArrayGetItem" is negative; count from 0'],
  [
    "States.Hash('a', 'MD4')",
    null,
    'The argument "algorithm" of "States.Hash" is "MD4", not a hash algorithm; use "MD5"',
  ],
  [
    'States.JsonMerge($, $, true)',
    {},
    'The argument "deep" of "States.JsonMerge" is true, and only shallow merges exist; use false',
  ],
  [
    'States.MathAdd(2147483648, 0)',
    null,
    'The argument "first" of "States.MathAdd" is 2147483648; pass a number from -2147483648 to 2147483647',
  ],
  [
    'States.Base64Encode($)',
    'x'.repeat(10_001),
    'The argument "text" of "States.Base64Encode" is 10001 characters long; pass at most 10000',
  ],
  ['States.UUID(1)', null, '"States.UUID" takes 0 arguments, not 1; remove them'],
  ['States.Array(${Token})', null, 'The placeholder "${Token}" has no value; fill it in before the definition runs'],
])('%s refuses its arguments', (text, input, cause) => {
  expect(evaluated(text, input)).toEqual({ ok: false, error: 'States.Runtime', cause });
});

test('a path that leads nowhere comes with the failure, however deep it stands', () => {
  expect(evaluated('States.Array(States.JsonToString($.a.b))', {})).toMatchObject({
    ok: false,
    error: 'States.Runtime',
    cause: "Missing property in path $['a']",
    missingPath: { text: '$.a.b' },
  });
});

test('values that nest deeply do not overflow the stack', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as Json;
  expect(evaluated('States.ArrayContains($, $)', deep)).toEqual({ ok: true, value: false });
  expect(evaluated('States.ArrayUnique($)', deep)).toMatchObject({ ok: true });
  expect(evaluated("States.Format('{}', $)", deep)).toMatchObject({ ok: false, error: 'States.IntrinsicFailure' });
  expect(evaluated('States.JsonToString($)', deep)).toMatchObject({ ok: false, error: 'States.IntrinsicFailure' });
});

describe('properties', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json);

  test('JsonToString and StringToJson are inverse', () => {
    fc.assert(
      fc.property(json, (value) => {
        const result = evaluated('States.StringToJson(States.JsonToString($))', value);
        expect(JSON.stringify(result)).toBe(JSON.stringify({ ok: true, value }));
      }),
    );
  });

  test('Base64Encode and Base64Decode are inverse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(evaluated('States.Base64Decode(States.Base64Encode($))', text)).toEqual({ ok: true, value: text });
      }),
    );
  });

  test('an array contains each of its elements, also once they are unique', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1 }), fc.nat(), (items, index) => {
        const input = { items, item: items[index % items.length]! };
        expect(evaluated('States.ArrayContains($.items, $.item)', input)).toEqual({ ok: true, value: true });
        const unique = evaluated('States.ArrayContains(States.ArrayUnique($.items), $.item)', input);
        expect(unique).toEqual({ ok: true, value: true });
      }),
    );
  });

  test('whatever the input, a call gives a value or a failure', () => {
    const names = ['ArrayLength', 'ArrayUnique', 'Base64Decode', 'Base64Encode', 'JsonToString', 'StringToJson'];
    fc.assert(
      fc.property(fc.constantFrom(...names), json, (name, value) => {
        expect(typeof evaluated(`States.${name}($)`, value).ok).toBe('boolean');
      }),
    );
  });
});
