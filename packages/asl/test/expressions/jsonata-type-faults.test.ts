import { evaluateJsonata, parseJsonata, typeFaults, uncalledFunctions } from '../../src';

const read = (code: string) => parseJsonata(`{% ${code} %}`).value!;
const faultsOf = (code: string) => {
  const { text } = read(code);
  return typeFaults(read(code)).map(({ start, end, message }) => [text.slice(start, end), message] as const);
};
const environment = { now: () => new Date(0), random: () => 0, uuid: () => '' };

const faulty = [
  '$substring("abc")',
  '$substring("abc", "1")',
  '$substring()',
  '$length(5)',
  '$uppercase("a", "b")',
  '$sum("a")',
  '$round("1")',
  '$join([1, 2], ",")',
  '$join(["a"], 5)',
  '$map([1])',
  '$exists()',
  '$partition([1], "2")',
  '$uuid(1)',
  '$uuid($a, $b, $c, $d, $e)',
  '$hash("a", 1)',
  '$now(1)',
  '[1, 2] ~> $join(",")',
  '"a" + 1',
  '1 - "a"',
  '("a" & "b") + 1 * true',
  'null * 2',
  '$map($a, $b)',
  '$map(function($v) { $v }, $states.input.items)',
  '$number("ten")',
  '$number("")',
  '$toMillis("tomorrow")',
  '$parse("{")',
  '$sqrt(-1)',
  '$string($number("a" & "b"))',
  '$parseInteger("x", "")',
  '$reduce([1, 2], function($item) { $item })',
];

test.each(faulty)('%s fails', (code) => {
  expect(faultsOf(code).length).toBeGreaterThan(0);
  const result = evaluateJsonata(read(code), { states: {} }, environment as never);
  expect(result.kind).toBe('error');
});

const empty = [
  '$string()',
  '$split($states.input.a)',
  '$replace($states.input.a, "b")',
  '$lookup($states.input.a)',
  '$power(2)',
  '$fromMillis("2020-01-01")',
  '$pad($states.input.a, "10")',
  '$split($states.input.a, 5)',
  '$hash($states.input.a)',
  '$range(1, 10)',
  '$range(1, 10, 0)',
  '$partition($states.input.list, 0)',
];

test.each(empty)('%s gives nothing', (code) => {
  expect(faultsOf(code)).toEqual([[code.slice(0, code.indexOf('(')), expect.stringContaining('gives nothing')]]);
  const result = evaluateJsonata(read(code), { states: { input: { a: 'abc' } } }, environment as never);
  expect(result.kind).not.toBe('value');
});

const sound = [
  '$substring("abc", 1)',
  '$substring($states.input.a, $states.input.b, 2)',
  '$states.input.a.$substring(1)',
  '$states.input.names.$uppercase()',
  '$states.input.a ~> $substring(1, 2)',
  '$sum([])',
  '$sum(5)',
  '$join("a")',
  '$join(["a", "b"])',
  '$map([1], function($v) { $v })',
  '$map([1], $string)',
  '$states.input.$reduce(a, b, c)',
  '$replace("a", /b/, "c")',
  '$count("a")',
  '$append(1, "a")',
  '$states.input.a.$string()',
  '$states.input.a.$split(",")',
  '$states.input.at.$fromMillis("[Y]")',
  '$fromMillis($states.input.at, "[Y]")',
  '$states.input.a ~> $replace("a", "b")',
  '$states.input.a[$contains("b")]',
  '$map([1], $string)',
  '$merge([{"a": 1}, {"b": 2}])',
  '$sort([3, 1])',
  '$now()',
  '$uuid()',
  '$range(1, 5, 1)',
  '($length := function($a, $b) { $a }; $length(1, 2))',
  '1 + $states.input.a',
  '"1" & 1',
  '$number("1") + 1',
  '$unknown(1, 2, 3)',
  '$pad($states.input.a, 10)',
  '$pad($states.input.a, $width)',
  '$contains($states.input.a, /b/)',
  '$states.input.a.$pad(10)',
  '$partition($states.input.list, 2)',
  '$reduce([1, 2], function($sum, $item) { $sum + $item })',
  '$reduce([1, 2], $append)',
  '$map($states.input.list, function($line) { $line.price })',
  '$map($states.input.list, function($line) { $line.tags[active].name })',
  '$states.input.list.($map(tags, function($tag) { name & $tag }))',
  '($lib := {"double": function($n) { $n * 2 }}; $lib.double(4))',
  '$states.input.{"f": function($n) { $n }}.f(1)',
];

test.each(sound)('%s may be right', (code) => {
  expect(faultsOf(code)).toEqual([]);
});

test('says how many arguments are needed', () => {
  expect(faultsOf('$split($states.input.a) & $string()')).toEqual([
    ['$split', '"$split" takes 2 arguments, but is given 1, so it gives nothing; give it all of them'],
    ['$string', '"$string" takes an argument, but is given none, so it gives nothing; give it one'],
  ]);
});

test('says what the elements of an array should be', () => {
  expect(faultsOf('$max(["a"])')).toEqual([
    ['$max', '"$max" takes (array of numbers), but is given (array), so it fails; correct the arguments'],
  ]);
});

test('says what is taken and what is given, where the call is', () => {
  expect(faultsOf('1 & $substring($states.input.a, "1")')).toEqual([
    [
      '$substring',
      '"$substring" takes ([string], number, [number]), but is given (any, string), so it fails; correct the arguments',
    ],
  ]);
  expect(faultsOf('"a" + $states.input.b')).toEqual([
    ['+', '"+" calculates with numbers, but is given a string, so it fails; join texts with "&"'],
  ]);
});

const uncalled = [
  '$now',
  '"x" & $uuid',
  '{"at": $millis}',
  '[1, $string]',
  '($a := 1; $now)',
  '$states.input.a ? $now : 1',
  'function($n) { $n * 2 }',
  '/^[a-z]+$/',
];

test.each(uncalled)('%s has a function in it', (code) => {
  expect(uncalledFunctions(read(code))).toHaveLength(1);
});

const calledLater = [
  '$map([1], $string)',
  '$now()',
  '($f := $string; $f(1))',
  '$states.input.a ~> $string',
  '$missing',
  '(function($n) { $n * 2 })(4)',
  '$contains($states.input.a, /b/)',
  '($f := function($n) { $n < 1 ? 1 : $f($n - 1) }; $f(3))',
];

test.each(calledLater)('%s calls its function', (code) => {
  expect(uncalledFunctions(read(code))).toEqual([]);
});

test('a name in a function is looked up in nothing', () => {
  for (const code of [
    '$map($states.input.list, function($line) { price * 2 })',
    '$filter($states.input.list, function($line) { (price > 5) })',
    '$sort($states.input.list, function($l, $r) { price > $r.price })',
  ]) {
    expect(faultsOf(code)).toEqual([['price', expect.stringContaining('read it from one, as "$item.price"')]]);
  }
});

test('nor is there anything that $ stands for', () => {
  expect(faultsOf('$map($states.input.list, function($line) { $.price * 2 })')).toEqual([
    ['$.price', expect.stringContaining('"$.price" is looked up in nothing')],
  ]);
  expect(faultsOf('$states.input.list.($map(tags, function($tag) { $.name & $tag }))')).toEqual([]);
});

test('data has no functions', () => {
  const method = (name: string, remedy: string) => [
    [name, `"${name}" is called like a function, but data has none, so it fails; ${remedy}`],
  ];
  expect(faultsOf('$states.input.a.toUpperCase()')).toEqual(method('toUpperCase', 'call "$uppercase" with the value'));
  expect(faultsOf('$name.trim() & "x"')).toEqual(method('trim', 'call "$trim" with the value'));
  expect(faultsOf('$states.input.list[0].frobnicate(1)')).toEqual(method('frobnicate', 'call a function of JSONata'));
  const result = evaluateJsonata(
    read('$states.input.a.toUpperCase()'),
    { states: { input: { a: 'abc' } } },
    environment as never,
  );
  expect(result).toMatchObject({ kind: 'error', code: 'T1006' });
});

test('without a size there is one part', () => {
  expect(faultsOf('$partition([1, 2, 3])')).toEqual([
    ['$partition', '"$partition" takes 2 arguments, but is given 1, so it gives all in one part; give it the size'],
  ]);
});
