import fc from 'fast-check';
import jsonata from 'jsonata';
import type { Json } from '../../../src/text';
import { evaluateJsonata, parseJsonata, type Environment, type JsonataResult } from '../../../src/expressions';

const environment: Environment = {
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678),
  uuid: () => '00000000-0000-4000-8000-000000000000',
  random: () => 0.5,
};

const input = {
  n: 5,
  name: 'Ada',
  empty: [],
  numbers: [3, 1, 2],
  one: [7],
  nested: [[1, 2], [3], []],
  object: { a: 1, b: [1, 2], c: { d: 'x' } },
  none: null,
  flag: false,
  orders: [
    {
      id: 'A',
      total: 30,
      tags: ['x', 'y'],
      lines: [
        { sku: 'p', qty: 1 },
        { sku: 'q', qty: 2 },
      ],
    },
    { id: 'B', total: 10, tags: [], lines: [{ sku: 'p', qty: 5 }] },
    { id: 'C', total: 20, tags: ['x'], lines: [] },
  ],
  text: 'one two  three',
};

/**
 * What the package's own evaluator makes of the expression, in our words; undefined where it stumbles over itself or
 * writes into its input, as it does when it groups an empty array.
 */
async function evaluatedByPackage(code: string): Promise<JsonataResult | undefined> {
  const expression = jsonata(code);
  expression.assign('eval', undefined);
  const bindings = { states: { input: JSON.parse(JSON.stringify(input)) as unknown } };
  try {
    const value: unknown = await expression.evaluate(undefined, bindings);
    if (JSON.stringify(bindings.states.input) !== JSON.stringify(input)) return undefined;
    if (value === undefined) return { kind: 'undefined' };
    if (holdsFunction(value)) return { kind: 'unsupported' };
    return { kind: 'value', value: JSON.parse(JSON.stringify(value)) as Json };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    const { code: name, message } = error as { code: string; message: string };
    return { kind: 'error', code: name, message };
  }
}

/** The package marks its functions. */
function holdsFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) return true;
  return Object.values(value).some(holdsFunction);
}

function evaluated(code: string): JsonataResult {
  const { value, problems } = parseJsonata(`{%${code}%}`);
  expect(problems).toEqual([]);
  return evaluateJsonata(value!, { states: { input } }, environment);
}

const i = '$states.input';

const expressions = [
  // Paths and sequences
  i,
  `${i}.n`,
  `${i}.missing`,
  `${i}.missing.deeper`,
  `${i}.none`,
  `${i}.empty`,
  `${i}.one`,
  `${i}.one[]`,
  `${i}.numbers`,
  `${i}.nested`,
  `${i}.nested.$`,
  `${i}.nested[0]`,
  `${i}.nested[0][1]`,
  `${i}.orders.id`,
  `${i}.orders.tags`,
  `${i}.orders.lines.sku`,
  `${i}.orders.lines[0].sku`,
  `(${i}.orders.lines)[0].sku`,
  `${i}.orders[1].id`,
  `${i}.orders[-1].id`,
  `${i}.orders[[0,2]].id`,
  `${i}.orders[[0..1]].id`,
  `${i}.orders[1.9].id`,
  `${i}.orders[9].id`,
  `${i}.orders[total > 15].id`,
  `${i}.orders[total > 25].id`,
  `${i}.orders[total > 25].id[]`,
  `${i}.orders[total > 99].id`,
  `${i}.orders["x" in tags].id`,
  `${i}.orders[tags].id`,
  `${i}.orders[id = "B"].{"id": id, "total": total}`,
  `${i}.orders.[id, total]`,
  `${i}.orders.[id][]`,
  `${i}.orders.(id & "-" & total)`,
  `${i}.orders.lines.(qty * 2)`,
  `${i}.object.*`,
  `${i}.object.b.*`,
  `${i}.*.d`,
  `${i}.**.sku`,
  `${i}.**.d`,
  `${i}.object.**`,
  `${i}.orders.lines.%.id`,
  `${i}.orders.lines[qty > 1].%.total`,
  `${i}.orders@$o.lines@$l[$l.qty > 1].{"id": $o.id, "sku": $l.sku}`,
  `${i}.orders#$n.{"n": $n, "id": id}`,
  `${i}.orders#$n[total > 15].($n & id)`,
  `${i}.orders.lines#$n.(sku & $n)`,
  `${i}.orders@$o.tags.($o.id & $)`,
  `${i}.orders^(total).id`,
  `${i}.orders^(>total).id`,
  `${i}.orders^(lines[0].sku, <total).id`,
  `${i}.orders^(missing).id`,
  `${i}.orders^(tags[0], total).id`,
  `${i}.one^($)`,
  `${i}.numbers^(>$)`,
  `${i}.orders^(tags).id`,
  `${i}.orders{id: total}`,
  `${i}.orders{tags[0]: total}`,
  `${i}.orders.lines{sku: $sum(qty)}`,
  `${i}.orders.lines{sku: qty}`,
  `${i}.orders{"a": id, "a": total}`,
  `${i}.orders{total: id}`,
  `${i}.orders.lines#$n{sku: $n}`,
  `${i}.\`name\``,
  `[${i}.orders.id]`,
  `[${i}.one]`,
  `[[${i}.one]]`,
  `[${i}.missing]`,
  `[1, [2, 3], [[4]], ${i}.numbers]`,
  '[1..3]',
  '[1..3, 7, 5..6]',
  '[3..1]',
  '[1..1]',
  '[]',
  '[[]]',
  '{}',
  '{"a": 1, "b": {"c": [1]}, "d": $states.input.missing}',
  '{"a": 1}.a',
  '[{"a": 1}, {"a": 2}].a',
  '[{"a": [1, 2]}, {"a": [3]}].a',
  '[{"a": 1}][0]',
  '"x"[0]',
  '"x".$',
  '{"a": [1, 2, 3]}.a[0]',
  '{"constructor": 1}.constructor',
  // Operators
  '1 + 2 * 3 - 4 / 8',
  '7 % 3',
  '-7 % 3',
  '-(-1)',
  `${i}.n + ${i}.missing`,
  '1 = 1.0',
  '"a" = "b"',
  '[1, {"a": 2}] = [1, {"a": 2}]',
  '{"a": 1, "b": 2} = {"b": 2, "a": 1}',
  '[] = {}',
  'null = null',
  `${i}.missing = ${i}.missing`,
  `${i}.missing != 1`,
  '1 != 2',
  '1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3',
  '"a" < "b"',
  `1 < ${i}.missing`,
  '1 in [1, 2]',
  '"1" in [1, 2]',
  '1 in 1',
  `${i}.missing in [1]`,
  'true and false or true',
  '[] or {}',
  '[0, 0] or [0, 1]',
  '"" or "a"',
  '"a" & 1 & true & null & [1, {"b": 2}] & $states.input.missing',
  '$states.input.n > 3 ? "big" : "small"',
  '$states.input.n > 9 ? "big"',
  '[0] ? 1 : 2',
  '0.1 + 0.2',
  '$string(0.1 + 0.2)',
  '1e20 & ""',
  '1e21 & ""',
  '-$states.input.missing',
  // Variables, blocks, functions
  '($a := 1; $b := $a + 1; [$a, $b])',
  '($a := 1; ($a := 2; $a) + $a)',
  '()',
  '($f := function($x) { $x * 2 }; $f(21))',
  '($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))',
  '($f := function($n, $a) { $n = 0 ? $a : $f($n - 1, $a + $n) }; $f(1000, 0))',
  '($f := λ($x, $y) { [$x, $y] }; $f(1))',
  '($f := function($x)<n:n> { $x + 1 }; $f("a"))',
  '($f := function($x)<s-:s> { $uppercase($x) }; $states.input.name.$f())',
  '($add := function($x, $y) { $x + $y }; $inc := $add(?, 1); $inc(41))',
  '($first := $substring(?, 0, 1); ["ab", "cd"].$first($))',
  '$map(["ab", "cd"], $substring(?, 1))',
  '$states.input.name ~> $uppercase() ~> $length()',
  '($up := $trim ~> $uppercase; $up("  a "))',
  '$states.input.numbers ~> $sum',
  '($twice := function($f) { function($x) { $f($f($x)) } }; $twice(function($x) { $x + 3 })(1))',
  '(function($x) { $x })(5)',
  'function($x) { $x }',
  '$sum',
  '{"f": $sum}',
  '[$sum]',
  '/a/',
  '$string($sum)',
  '$type($sum)',
  '$exists($sum)',
  // Functions that take functions
  `$map(${i}.numbers, function($v, $i, $a) { $v & "/" & $i & "/" & $count($a) })`,
  `$map(${i}.numbers, $string)`,
  `$map(${i}.missing, $string)`,
  `$map(1, function($v) { $v + 1 })`,
  `$map(${i}.numbers, function($v) { $v > 1 ? $v })`,
  `$map(${i}.numbers, function() { 1 })`,
  `$filter(${i}.orders, function($o) { $o.total > 15 }).id`,
  `$filter(${i}.numbers, function($v, $i) { $i = 0 })`,
  `$reduce(${i}.numbers, function($a, $b) { $a + $b })`,
  `$reduce(${i}.numbers, function($a, $b) { $a & $b }, "")`,
  `$reduce(${i}.empty, function($a, $b) { $a + $b }, 9)`,
  `$reduce(${i}.empty, function($a, $b) { $a + $b })`,
  `$reduce(${i}.numbers, function($a) { $a })`,
  `$reduce(${i}.numbers, function($a, $v, $i, $all) { $a + $i * $count($all) }, 0)`,
  `$single(${i}.orders, function($o) { $o.id = "B" }).total`,
  `$single(${i}.orders, function($o) { $o.total > 5 })`,
  `$single(${i}.orders, function($o) { $o.total > 99 })`,
  `$single(${i}.one)`,
  `$sift(${i}.object, function($v, $k) { $k != "b" })`,
  `$sift(${i}.object, function($v) { false })`,
  `$each(${i}.object, function($v, $k) { $k & "=" & $string($v) })`,
  `$sort(${i}.numbers)`,
  '$sort(["b", "a"])',
  '$sort([1, "a"])',
  `$sort(${i}.orders, function($a, $b) { $a.total > $b.total }).id`,
  '$sort(5)',
  // Regular expressions
  '$match("abcabc", /a(b)(x)?c/)',
  '$match("abcabc", /a(b)c/, 1)',
  '$match("abc", /x/)',
  '$match("abc", /x*/)',
  '$match("abc", /b/, -1)',
  '$contains("abc", /B/i)',
  '$contains("abc", "bc")',
  '$replace("John Smith", /(\\w+)\\s(\\w+)/, "$2, $1 $$ $0 $3")',
  '$replace("aaa", "a", "b", 2)',
  '$replace("aaa", /a/, "b", 2)',
  '$replace("aaa", "", "b")',
  '$replace("265USD", /([0-9]+)USD/, "$$$1")',
  '$replace("a1b2", /[a-z]([0-9])/, function($m) { $m.groups[0] & $m.match })',
  '$replace("abc", /b/, function($m) { 1 })',
  '$replace("abc", "b", "x", -1)',
  '$replace("ab", /(a)(b)/, "$12$2")',
  '$replace("ab", /(a)(b)/, "$a$")',
  '$split("a, b,c", ", ")',
  '$split("a1b22c", /[0-9]+/)',
  '$split("a1b22c", /[0-9]+/, 2)',
  '$split("a b c", " ", 2)',
  '$split("abc", "")',
  '$split("abc", "", -1)',
  '$split("abc", /x/)',
  '"abc" ~> /b/',
  '($m := /b/; $m("abc").start)',
  // The library
  `$sum(${i}.numbers) & $max(${i}.numbers) & $min(${i}.numbers) & $average(${i}.numbers) & $count(${i}.numbers)`,
  '$max([])',
  '$sum([])',
  '$average($states.input.missing)',
  '$sum("a")',
  '$sum(["a"])',
  `$count(${i}.missing)`,
  '$max(5)',
  '$string({"a": [1, 2]}, true)',
  '$string(1/3)',
  '$substring("hello", 1, 3) & $substring("hello", -3) & $substringBefore("a-b", "-") & $substringAfter("a-b", "-")',
  '$pad("a", 3, "#") & $pad("a", -3) & $trim("  a  b ") & $lowercase("A") & $length("a😀")',
  '$join(["a", "b"], ",")',
  '$join("a")',
  '$formatNumber(1234.5, "#,##0.00")',
  '$formatNumber(0.14, "01%")',
  '$formatNumber(1234.5678, "00.000e0")',
  '$formatNumber(-3, "0.0;(0.0)")',
  '$formatNumber(0, "0")',
  '$formatBase(255, 16)',
  '$formatBase(1, 99)',
  '$formatInteger(2789, "w")',
  '$formatInteger(1999, "I")',
  '$parseInteger("twelve", "w")',
  '$number("12.5") + $number(true)',
  '$number("x")',
  '$abs(-1) + $floor(1.9) + $ceil(1.1) + $round(2.5) + $round(123.456, 2) + $power(2, 3) + $sqrt(16)',
  '$sqrt(-1)',
  '$power(10, 999)',
  '$boolean([]) = $not(true)',
  `$keys(${i}.orders)`,
  `$keys(${i}.object)`,
  '$keys([])',
  '$keys("a")',
  `$lookup(${i}.orders, "id")`,
  `$lookup(${i}.object, "c")`,
  '$append([1], 2)',
  '$append(1, $states.input.missing)',
  '$exists($states.input.missing)',
  '$exists(null)',
  `$spread(${i}.object)`,
  '$spread([{"a": 1, "b": 2}, {"c": 3}])',
  '$spread([])',
  '$spread("a")',
  '$merge([{"a": 1}, {"b": 2, "a": 3}])',
  '$reverse([1, 2, 3])',
  '$zip([1, 2, 3], ["a", "b"])',
  '$distinct([1, 2, 1, "1", {"a": 1}, {"a": 1}, [1], [1]])',
  '$distinct(1)',
  `$distinct(${i}.orders.tags)`,
  '$type(null) & $type(1) & $type("a") & $type([]) & $type({}) & $type(true)',
  '$type($states.input.missing)',
  '$assert(1 = 2, "no")',
  '$assert(1 = 1, "no")',
  '$error("stop")',
  '$error()',
  '$base64encode("héllo")',
  '$base64decode("aGVsbG8=")',
  '$encodeUrlComponent("?x=ä") & $decodeUrl("%C3%A4") & $encodeUrl("a b")',
  '$decodeUrl("%E0%A4%A")',
  '$toMillis("2017-11-07T15:07:54.972Z")',
  '$toMillis("x")',
  '$toMillis("07/11/2017", "[D01]/[M01]/[Y0001]")',
  '$fromMillis(1510067557121)',
  '$fromMillis(1510067557121, "[M01]/[D01]/[Y0001] [h#1]:[m01][P]", "-0500")',
  '$clone({"a": [1]})',
  '$length(1)',
  '$uppercase()',
  '$uppercase("a", "b")',
  `${i}.name.$uppercase()`,
  `${i}.orders.id.$lowercase()`,
  `${i}.n.$uppercase()`,
  '$eval("1")',
  '$nothing(1)',
  'sum([1])',
  'sum(?, 1)',
  '$nothing(?)',
  '$states.input.name(1)',
  // Transforms
  `${i} ~> |orders|{"total": total * 2}, "lines"|`,
  `${i} ~> |object|{"z": 1}|`,
  `${i} ~> |orders[total > 15]|{}, ["id", "tags"]|`,
  `${i} ~> |object|1|`,
  `${i} ~> |object|{}, 1|`,
  `(|a|{"b": 1}|)(1)`,
  `($clone := 1; ${i} ~> |object|{"z": 1}|)`,
  // Errors
  '1 + "a"',
  '"a" + 1',
  '1 < "a"',
  '1 < true',
  '-"a"',
  '["a".."b"]',
  '[1..1.5]',
  '{1: 2}',
  '{"a": 1, "a": 2}',
  '1 ~> 2',
  '1/0 + 1',
  'true and $sum("a")',
  '$map([1], function($v) { $v + "a" })',
  '[1..10000001]',
  `${i}.orders[$sum("a")]`,
  `${i}.orders^($).id`,
  `${i}.orders^(total = 10 ? "a" : 1).id`,
];

test.each(expressions)('%s', async (code) => {
  expect(evaluated(code)).toEqual(await evaluatedByPackage(code));
});

describe('generated expressions', () => {
  const name = fc.constantFrom(
    'n',
    'name',
    'empty',
    'numbers',
    'one',
    'nested',
    'object',
    'orders',
    'tags',
    'lines',
    'missing',
    'id',
    'total',
    'sku',
    'qty',
    'a',
    'b',
    'c',
  );
  const { expression } = fc.letrec<{ expression: string; step: string; simple: string }>((tie) => ({
    simple: fc.oneof(
      fc.constantFrom('1', '0', '-2', '"x"', 'true', 'null', '[]', '[1, 2]', '{"a": 1}', '$', i),
      name.map((field) => `${i}.${field}`),
    ),
    step: fc.oneof(
      { weight: 3, arbitrary: name },
      fc.constantFrom('*', '**', '$', '[0]', '[-1]', '[]', '^($)', '^(>id)', '#$p', '@$q'),
      tie('expression').map((inner) => `[${inner}]`),
      tie('expression').map((inner) => `(${inner})`),
      fc.tuple(name, tie('expression')).map(([key, inner]) => `{"${key}": ${inner}}`),
    ),
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('simple'),
      fc
        .tuple(tie('simple'), fc.array(tie('step'), { maxLength: 4 }))
        .map(([start, steps]) => start + steps.map((step) => (/^[[^#@]/.test(step) ? step : `.${step}`)).join('')),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '=', '!=', '<', '&', 'and', 'or', 'in', '..'), tie('expression'))
        .map(([left, operator, right]) =>
          operator === '..' ? `[${left}..${right}]` : `(${left} ${operator} ${right})`,
        ),
      fc.tuple(tie('expression'), tie('expression')).map(([first, second]) => `[${first}, ${second}]`),
      fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc
        .tuple(
          fc.constantFrom(
            'string',
            'count',
            'sum',
            'keys',
            'spread',
            'distinct',
            'reverse',
            'boolean',
            'exists',
            'type',
            'sort',
            'merge',
          ),
          tie('expression'),
        )
        .map(([called, argument]) => `$${called}(${argument})`),
      fc
        .tuple(fc.constantFrom('map', 'filter', 'each', 'sift'), tie('expression'), tie('expression'))
        .map(([called, items, body]) => `$${called}(${items}, function($v, $k) { [$v, $k, ${body}] })`),
    ),
  }));

  test('have the same value, or none of the two', async () => {
    await fc.assert(
      fc.asyncProperty(expression, async (code) => {
        fc.pre(parses(code));
        const ours = evaluated(code);
        // The package has no limits.
        fc.pre(ours.kind !== 'error' || ours.code !== undefined);
        const theirs = await evaluatedByPackage(code);
        if (theirs === undefined) return;
        // Of several failing elements the package reports the one that fails after the fewest promises, we the first.
        if (ours.kind === 'error') expect(theirs.kind).toBe('error');
        else expect(ours).toEqual(theirs);
      }),
      { numRuns: 400 },
    );
  });
});

function parses(code: string): boolean {
  return parseJsonata(`{%${code}%}`).problems.length === 0;
}
