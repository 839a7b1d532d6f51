import fc from 'fast-check';
import jsonata from 'jsonata';
import { parseJsonata } from '../../../src/expressions';
import { readCommon } from '../../../src/expressions/jsonata/read-common';

/** Expressions of the common part, with blanks in any place, and now and then something that is none. */
const blanks = fc.constantFrom('', '', ' ', '\n', '\t ');
const names = fc.constantFrom('a', '_b1', 'and', 'or', 'in', 'nullable', 'null', 'function', '`b c`', 'a1', 'e2');
const leaves = fc.oneof(
  fc.constantFrom(
    '$states',
    '$',
    '$$',
    '$x',
    '$and',
    'true',
    'null',
    '0',
    '1.5',
    '12e-3',
    '"t"',
    "'it'",
    '""',
    '1e999',
    '"\\n"',
  ),
  names,
);
const operators = fc.constantFrom(...'+ - * / % & = != < <= > >= and or in . . . := ~> ? ^'.split(' '));
const joinedBy = (parts: fc.Arbitrary<string>[], text: (...parts: string[]) => string) =>
  fc.tuple(...parts, blanks, blanks).map((all) => text(...all));
const { expression } = fc.letrec<{ expression: string; list: string }>((tie) => {
  const part = tie('expression');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves,
      joinedBy([part, operators, part], (left, operator, right, b, c) => `${left} ${b}${operator} ${c}${right}`),
      joinedBy([part, names], (left, name, b, c) => `${left}${b}.${c}${name}`),
      joinedBy([part, part], (left, right, b, c) => `${left}${b}[${c}${right}]`),
      joinedBy(
        [fc.constantFrom('$f', '$count', 'f', '$'), tie('list')],
        (name, list, b, c) => `${name}${b}(${list}${c})`,
      ),
      joinedBy([tie('list')], (list, b, c) => `[${b}${list}${c}]`),
      joinedBy([part, part], (from, to, b, c) => `[${from}${b}..${c}${to}]`),
      joinedBy([part, part], (key, value, b, c) => `{${b}"k": ${value}, ${key}${c}:${value}}`),
      joinedBy([part, part], (first, second, b, c) => `(${b}${first}; $y := ${second}${c};)`),
      joinedBy([part], (inner, b, c) => `(${b}${inner}${c})`),
      joinedBy([part], (inner, b, c) => `-${b}${inner}${c}`),
      joinedBy([part, part, part], (test, yes, no, b, c) => `${test} ${b}? ${yes}${c} : ${no}`),
    ),
    list: fc.array(part, { maxLength: 3 }).map((parts) => parts.join(', ')),
  };
});

test('the common part of the language is read as the package reads it, with the same positions', () => {
  let read = 0;
  fc.assert(
    fc.property(expression, blanks, blanks, (code, before, after) => {
      const source = `${before}${code}${after}`;
      const tree = readCommon(source);
      if (!tree) return;
      read++;
      expect(tree).toEqual(plain(jsonata(source).ast()));
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(700);
});

test.each([
  '$',
  '$$',
  '$states.input.orders',
  '$merge([$states.input, {"a": $states.result.b, \'t\': -1}])',
  '$states.input.items[price > 5 and qty * price < -$limit][0].name',
  '($total := $sum(items.price); $total > 5 ? "much" : $exists($x) ? "some" : [1..$n])',
  'a.{"b": c}.[d].`e f`.$f(1)[0]',
  '"a".b / 2 % 3 & ""',
])('reads %s itself', (source) => {
  expect(readCommon(source)).toEqual(plain(jsonata(source).ast()));
});

test.each([
  'a[]',
  'a{b: c}',
  'a^(b)',
  'a ~> $f',
  'a.%.b',
  'a.*',
  '**.a',
  'f(1)',
  '$f(?)',
  'function($x){$x}',
  '/a/',
  'a /* b */',
  '"\\n"',
  'é',
  'a$b',
  '1e999',
  'a@$b',
  '|a|b|',
  // Mistakes, of which the package tells.
  '',
  'a.',
  'a b',
  '(a',
  '[1,]',
  '(;)',
  'a.1',
  '1 := 2',
  '$a[0] := 2',
  '{"a"}',
  '"a',
])('leaves %s to the package', (source) => {
  expect(readCommon(source)).toBeUndefined();
});

test('leaves long texts to the package', () => {
  expect(readCommon(`a + ${'b + '.repeat(600)}c`)).toBeUndefined();
});

test.each([
  '$merge([$states.input, {"a": $states.result.b}])',
  '$states.input.orders[total > 5]^(>id){id: $sum(lines.qty)}',
  '($f := function($x)<n:n>{$x > 1 ? $f($x - 1) : $x}; $map([1..3], $f(?)))',
  '$states.input.a.b.%.c',
  '$replace("a", /b+/i, "c") ~> $uppercase()',
  '$states.input ~> |a|{"b": 1}, "c"|',
])('the tree of %s says what that of the package says', (code) => {
  const tree = parseJsonata(`{%${code}%}`).value!.ast;
  expect(tree).toEqual(plain(jsonata(`  ${code}`).ast()));
  expect(prototypesIn(tree)).toEqual(new Set([Object.prototype, Array.prototype]));
});

test('the same text is parsed once', () => {
  const text = '{% $states.input.a + 1 ~> $string %}';
  expect(parseJsonata(text)).toBe(parseJsonata(text));
});

test('texts that are forgotten are parsed as before', () => {
  const texts = Array.from({ length: 1100 }, (_, index) => `{% $a${index} + ${index} %}`);
  const first = texts.map((text) => parseJsonata(text).value!.references);
  expect(texts.map((text) => parseJsonata(text).value!.references)).toEqual(first);
});

/** Functions, of signatures, are compared by what they are made of. */
const plain = (tree: unknown): unknown =>
  typeof tree !== 'object' || tree === null || tree instanceof RegExp
    ? typeof tree === 'function'
      ? expect.any(Function)
      : tree
    : Array.isArray(tree)
      ? tree.map(plain)
      : Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, plain(part)]));

function prototypesIn(tree: unknown, found = new Set<unknown>()): Set<unknown> {
  if (typeof tree !== 'object' || tree === null || tree instanceof RegExp) return found;
  found.add(Object.getPrototypeOf(tree));
  for (const part of Object.values(tree)) prototypesIn(part, found);
  return found;
}
