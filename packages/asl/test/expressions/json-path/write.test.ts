import fc from 'fast-check';
import { evaluatePath, parseReferencePath, placeAt } from '../../../src/expressions';
import type { Json } from '../../../src/text';

function placed(text: string, target: Json, value: Json) {
  const { value: path, problems } = parseReferencePath(text);
  expect(problems).toEqual([]);
  return placeAt(path!, target, value);
}

test.each<[string, Json, Json]>([
  ['$', { a: 1 }, 'new'],
  ['$.b', { a: 1 }, { a: 1, b: 'new' }],
  ['$.a', { a: 1, b: 2 }, { a: 'new', b: 2 }],
  ['$.a.b.c', {}, { a: { b: { c: 'new' } } }],
  ["$['a b'].c", { 'a b': { d: 1 } }, { 'a b': { d: 1, c: 'new' } }],
  ['$.a[1]', { a: [1, 2, 3] }, { a: [1, 'new', 3] }],
  ['$.a[0].b', { a: [{}] }, { a: [{ b: 'new' }] }],
  ['$[0]', [1], ['new']],
])('%s in %j', (path, target, expected) => {
  expect(placed(path, target, 'new')).toEqual({ placed: true, value: expected });
});

test.each<[string, Json, string]>([
  ['$.a', 5, 'The value at $ is no object'],
  ['$.a', [1], 'The value at $ is no object'],
  ['$.a.b', { a: 'text' }, "The value at $['a'] is no object"],
  ['$.a.b', { a: null }, "The value at $['a'] is no object"],
  ['$.a[0]', {}, "The value at $['a'] is no array with an element [0]"],
  ['$.a[1]', { a: [1] }, "The value at $['a'] is no array with an element [1]"],
])('%s in %j is in the way', (path, target, reason) => {
  expect(placed(path, target, 'new')).toEqual({ placed: false, reason });
});

test('shares what it leaves alone', () => {
  const target = { kept: { deep: [1] }, changed: { other: [2] } };
  const result = placed('$.changed.member', target, 3);
  expect(target).toEqual({ kept: { deep: [1] }, changed: { other: [2] } });
  const value = result.placed ? (result.value as unknown as typeof target) : undefined;
  expect(value?.kept).toBe(target.kept);
  expect(value?.changed.other).toBe(target.changed.other);
});

test('"__proto__" is an ordinary name', () => {
  const result = placed('$.__proto__.polluted', {}, true);
  expect(JSON.stringify(result)).toBe('{"placed":true,"value":{"__proto__":{"polluted":true}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('paths may be long', () => {
  expect(placed(`$${'.a'.repeat(50_000)}`, {}, 1)).toMatchObject({ placed: true });
});

test('what was placed is what the path leads to, and nothing else has changed', () => {
  const name = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'x y');
  const object = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), object, fc.jsonValue(), (names, target, value) => {
      const before = JSON.stringify(target);
      const path = parseReferencePath(`$${names.map((part) => `['${part}']`).join('')}`).value!;
      const result = placeAt(path, target as Json, value as Json);
      expect(JSON.stringify(target)).toBe(before);
      if (!result.placed) return;
      const roots = { input: result.value, context: null, variable: () => undefined };
      expect(evaluatePath(path, roots)).toEqual({ found: true, value });
      for (const other of Object.keys(target)) {
        if (other !== names[0]) expect((result.value as Record<string, Json>)[other]).toBe(target[other]);
      }
    }),
  );
});
