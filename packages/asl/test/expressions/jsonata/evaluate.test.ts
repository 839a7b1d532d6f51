import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import {
  evaluateJsonata,
  evaluateJsonataWithin,
  parseJsonata,
  type Environment,
  type JsonataResult,
} from '../../../src/expressions';
import { messageTemplates } from '../../../src/expressions/jsonata/messages';
import type { Json } from '../../../src/text';

const environment: Environment = {
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678),
  uuid: () => '11111111-2222-4333-8444-555555555555',
  random: () => 0.5,
};

function evaluated(code: string, input: Json = null, variables: Record<string, Json> = {}): JsonataResult {
  const { value, problems } = parseJsonata(`{%${code}%}`);
  expect(problems).toEqual([]);
  return evaluateJsonata(value!, { states: { input }, variables: new Map(Object.entries(variables)) }, environment);
}

const value = (of: Json): JsonataResult => ({ kind: 'value', value: of });
const error = (code: string, message: string): JsonataResult => ({ kind: 'error', code, message });

test.each<[string, Json]>([
  ['$now()', '2026-01-02T03:04:05.678Z'],
  ['$now("[Y]", "+0000")', '2026'],
  ['$millis()', 1767323045678],
  ['$millis() = $millis()', true],
  ['$uuid()', '11111111-2222-4333-8444-555555555555'],
  ['$random()', 0.5],
  ['$random(42)', 0.7275636800328681],
  ['$random(42.9)', 0.7275636800328681],
  ['$shuffle([1, 2, 3, 4])', [1, 3, 4, 2]],
  ['$parse("{\\"a\\": [1]}").a', [1]],
  ['$parse("null")', null],
  ['$hash("input", "SHA-1")', '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1'],
  ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
  ['$partition([0], 1)', [[0]]],
  ['$partition([1, 2], 9.9)', [[1, 2]]],
  ['$partition([1, 2])', [[1, 2]]],
  ['$range(0, 6, 2)', [0, 2, 4, 6]],
  ['$range(5, 1, -3)', [5, 2]],
  ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
  // One element of a sequence is no array.
  ['$range(1, 9, 9)', 1],
  ['$count($range(1, 5000, 1))', 5000],
  ['$map(["[1]", "2"], $parse)', [[1], 2]],
  // Infinite numbers are texts outside (measured on AWS).
  ['1/0', 'Infinity'],
  ['[-1/0]', ['-Infinity']],
  ['{"k": 1e308 * 10}', { k: 'Infinity' }],
  ['$parseInteger("abc", "0")', 'NaN'],
])('%s', (code, expected) => {
  expect(evaluated(code)).toEqual(value(expected));
});

test.each([
  '$states.input.missing',
  '$nobody',
  '$',
  '$$',
  '()',
  '$range(1, 9, 0)',
  '$range(1, 9)',
  '$range(9, 1, 1)',
  '$partition([], 2)',
  '$partition([1], 0)',
  '$partition($nobody, 1)',
  '$hash("a")',
  '$parse()',
  '$max([])',
])('%s returns nothing', (code) => {
  expect(evaluated(code, {})).toEqual({ kind: 'undefined' });
});

test.each(['$sum', 'function($x) { $x }', '/a/', '{"f": $sum}', '[1, $sum]'])('%s is of no supported type', (code) => {
  expect(evaluated(code)).toEqual({ kind: 'unsupported' });
});

test.each([
  ['$eval("1 + 1")', 'T1006', 'Attempted to invoke a non-function'],
  ['$randomSeeded(1)', 'T1006', 'Attempted to invoke a non-function'],
  ['$sum("a")', 'T0412', 'Argument 1 of function "sum" must be an array of "numbers"'],
  ['1 + "a"', 'T2002', 'The right side of the "+" operator must evaluate to a number'],
  ['1 < "a"', 'T2009', 'The values 1 and "a" either side of operator "<" must be of the same data type'],
  ['$number("x")', 'D3030', 'Unable to cast value to a number: "x"'],
  ['$error("stop")', 'D3137', 'stop'],
  ['sum([1])', 'T1005', 'Attempted to invoke a non-function. Did you mean $sum?'],
  ['$parse("{")', 'D3137', 'Invalid JSON'],
  ['$parse("")', 'D3137', 'Invalid JSON'],
  ['$parse(1)', 'T0410', 'Argument 1 of function "parse" does not match function signature'],
  ['$partition(1, 2)', 'T0412', 'Argument 1 of function "partition" must be an array of undefined'],
  ['$partition([1], -1)', 'D3137', 'Second argument must be zero or greater'],
  ['$partition([1], 1, 1)', 'T0410', 'Argument 3 of function "partition" does not match function signature'],
  ['$range("a", 1, 1)', 'T0410', 'Argument 1 of function "range" does not match function signature'],
  ['$range($nobody, 1, 1)', 'T0410', 'Argument 1 of function "range" does not match function signature'],
  ['$hash("a", "MD4")', 'D3137', "Hash algorithm 'MD4' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"],
  ['$hash(1, "MD5")', 'T0410', 'Argument 1 of function "hash" does not match function signature'],
  ['$uuid(1)', 'T0410', 'Argument 1 of function "uuid" does not match function signature'],
])('%s fails with %s', (code, name, message) => {
  expect(evaluated(code)).toEqual(error(name, message));
});

test('a number picture without digits', () => {
  expect(evaluated('$formatNumber(1, "x")')).toMatchObject({ kind: 'error', code: 'D3086' });
});

test('variables are at hand, and assignments stay inside the expression', () => {
  const variables = { count: 2, sum: 5 };
  expect(evaluated('$count + $sum', null, variables)).toEqual(value(7));
  expect(evaluated('($count := 9; $count)', null, variables)).toEqual(value(9));
  expect(variables).toEqual({ count: 2, sum: 5 });
});

test('grouping nothing makes the object once', () => {
  expect(evaluated('$states.input.empty{"a": 1}', { empty: [] })).toEqual(value({ a: 1 }));
});

test('what cannot be read cannot be evaluated', () => {
  for (const code of ['$states.input.${Field}', '$contains("a", /(?i)a/)']) {
    expect(evaluated(code)).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(/^The expression cannot/) as string,
    });
  }
});

test('the messages are those of the engine whose version we name', () => {
  const engine = readFileSync(require.resolve('jsonata'), 'utf8');
  for (const template of messageTemplates.values()) {
    expect(engine).toContain(JSON.stringify(template).slice(1, -1));
  }
});

describe('limits of AWS', () => {
  const stackOverflow = {
    kind: 'error',
    message:
      'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.',
  };
  const outOfMemory = {
    kind: 'error',
    message: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  };
  const outOfTime = { kind: 'error', message: 'Expression evaluation timeout: Check for infinite loop' };
  const terms = (count: number) => Array.from({ length: count }, () => '1').join('+');

  test('evaluations nest 100 deep', () => {
    expect(evaluated(terms(100))).toEqual(value(100));
    expect(evaluated(terms(101))).toEqual(stackOverflow);
    expect(evaluated('($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(100))')).toEqual(stackOverflow);
  });

  test('tail recursion does not nest', () => {
    expect(evaluated('($f := function($n) { $n = 0 ? "done" : $f($n - 1) }; $f(5000))')).toEqual(value('done'));
    expect(evaluated('($f := function($x) { $f($x + 1) }; $f(1))')).toEqual(outOfTime);
  });

  test('values have a size', () => {
    expect(evaluated('[1..873782] ~> $count()')).toEqual(value(873782));
    expect(evaluated('[1..873783] ~> $count()')).toEqual(outOfMemory);
    const doubled = (n: number) =>
      `($p := function($s, $n) { $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p("x", ${n})))`;
    expect(evaluated(doubled(22))).toEqual(value(4_194_304));
    expect(evaluated(doubled(23))).toEqual(outOfMemory);
    expect(evaluated('$range(1, 1e9, 1)')).toEqual(outOfMemory);
    expect(evaluated('$pad("a", 1e9)')).toEqual(outOfMemory);
  });

  test('an array for each item of an array is too much before it is made', () => {
    expect(evaluated('($x := [1..20000]; $count($x.($x)))')).toEqual(outOfMemory);
  });

  test.each([
    '$map([1..1000], function($i) { $count([1..800000]) })',
    '$reduce([1..100000], $append)',
    '($all := [1..2000]; $all@$a.$all@$b.[$a, $b])',
  ])('what is done to long values takes time: %s', (code) => {
    expect(evaluated(code)).toEqual(outOfTime);
  });

  test('who would rather not wait is told nothing, and what was done is subtracted', () => {
    const effort = { steps: 1000 };
    const within = (code: string) =>
      evaluateJsonataWithin(effort, parseJsonata(`{% ${code} %}`).value!, { states: {} }, environment);
    expect(within('$sum([1..10])')).toEqual(value(55));
    expect(effort.steps).toBeLessThan(1000);
    expect(effort.steps).toBeGreaterThan(900);
    expect(within('$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)')).toBeUndefined();
    expect(within('$map([1..1000], function($i) { $i + 1 })')).toBeUndefined();
    expect(within('1')).toBeUndefined();
  });

  test('what never ends is cut off', () => {
    expect(evaluated('$formatNumber(0, "0.0e0")')).toEqual(outOfTime);
    expect(evaluated('$formatNumber(-1, "0.0e0")')).toEqual(outOfTime);
    expect(evaluated('$formatNumber(0, "0.0")')).toEqual(value('0.0'));
  });

  test('deep values are no danger', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as Json;
    for (const code of ['**', 'a', '*', '$string($states.input)', '$states.input = $states.input', '[$states.input]']) {
      expect(['value', 'undefined', 'error']).toContain(evaluated(`$states.input.(${code})`, deep).kind);
    }
  });
});

describe('prototypes are out of reach', () => {
  const input = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as Json;

  test.each<[string, JsonataResult]>([
    ['$states.input.__proto__.a', value(1)],
    ['$states.input.constructor', value(2)],
    ['$states.input.toString', { kind: 'undefined' }],
    ['$states.constructor', { kind: 'undefined' }],
    ['"a".constructor', { kind: 'undefined' }],
    ['$lookup({}, "__proto__")', { kind: 'undefined' }],
    ['$keys($states.input)', value(['__proto__', 'constructor'])],
    ['__proto__', { kind: 'undefined' }],
    ['$constructor', { kind: 'undefined' }],
    ['$hasOwnProperty("a")', error('T1006', 'Attempted to invoke a non-function')],
  ])('%s', (code, expected) => {
    expect(evaluated(code, input)).toEqual(expected);
  });

  test.each([
    '{"__proto__": 1}',
    '$merge([$states.input])',
    '$spread($states.input)',
    '$sift($states.input, function($v) { true })',
    '$states.input ~> |$|{"__proto__": {"polluted": true}}|',
    '$states.input.__proto__ ~> |$|{"polluted": true}|',
    '[{"k": "__proto__", "v": 1}]{k: v}',
  ])('%s leaves them alone', (code) => {
    const before = JSON.stringify(input);
    expect(evaluated(code, input).kind).toBe('value');
    expect(JSON.stringify(input)).toBe(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('names like "__proto__" are kept', () => {
    expect(JSON.stringify(evaluated('{"__proto__": {"a": 1}}'))).toBe('{"kind":"value","value":{"__proto__":{"a":1}}}');
    expect(JSON.stringify(evaluated('$merge([$states.input, {"b": 2}])', input))).toBe(
      '{"kind":"value","value":{"__proto__":{"a":1},"constructor":2,"b":2}}',
    );
  });
});

describe('results', () => {
  test('parts of the input are shared, not copied', () => {
    const input = { list: [1, { a: 1 }], other: {} };
    const result = evaluated('$states.input', input);
    expect(result.kind === 'value' && result.value).toBe(input);
    const list = evaluated('$states.input.list', input);
    expect(list.kind === 'value' && list.value).toBe(input.list);
  });

  test('are plain JSON, and frozen input does no harm', () => {
    const freeze = (json: Json): Json => {
      if (typeof json === 'object' && json !== null) Object.values(json).forEach(freeze);
      return Object.freeze(json);
    };
    const codes = [
      '$states.input.**',
      '$states.input.*[]',
      '$sort($states.input.*, function($a, $b) { $string($a) > $string($b) })',
      '$states.input{"k": $}',
      '$states.input^($string($))',
      '[$states.input.a[]]',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.jsonValue({ maxDepth: 4 }), (code, json) => {
        // What comes from a text: there is no -0.
        const result = evaluated(code, freeze(JSON.parse(JSON.stringify(json)) as Json));
        if (result.kind === 'value') expect(result.value).toStrictEqual(JSON.parse(JSON.stringify(result.value)));
        else expect(result.kind).toMatch(/undefined|error/);
      }),
    );
  });
});
