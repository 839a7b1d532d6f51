import fc from 'fast-check';
import jsonata from 'jsonata';
import { parseJsonata } from '../../../src/expressions';
import { readPlainPath } from '../../../src/expressions/jsonata/read-plain-path';

const words = fc.constantFrom('states', 'input', 'a', '_b1', 'and', 'or', 'in', 'true', 'nullable', 'null', 'function');
const blanks = fc.constantFrom('', ' ', '  ', '\n', '\t ');

test('a plain path is the tree that the package makes of it, with the same positions', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), blanks, blanks, (names, before, after) => {
      const source = `${before}$${names.join('.')}${after}`;
      const isLiteral = names.slice(1).some((name) => name === 'true' || name === 'null');
      expect(readPlainPath(source)).toEqual(isLiteral ? undefined : plain(jsonata(source).ast()));
    }),
  );
});

test.each([
  '$',
  '$$',
  '$.a',
  '$1',
  'a.b',
  '$a .b',
  '$a.`b c`',
  '$a[0]',
  '$a.1',
  '$a.$b',
  '$a.b()',
  '$été.b',
  '$a.b-c',
  '$a.',
])('leaves %s to the package', (source) => {
  expect(readPlainPath(source)).toBeUndefined();
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
  const text = '{% $states.input.a + 1 %}';
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
