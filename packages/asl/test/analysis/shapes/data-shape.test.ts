import { outputShape } from '../../../src/services';
import { shapeOfApi } from '../../../src/analysis/shapes/api-data-shape';
import { containsValue } from '../../../src/analysis/shapes/contains';
import {
  array,
  never,
  object,
  possible,
  string,
  sure,
  unknown,
  type DataShape,
} from '../../../src/analysis/shapes/data-shape';
import { join } from '../../../src/analysis/shapes/join';
import { narrowToAbsent, narrowToPresent } from '../../../src/analysis/shapes/narrow';
import { placeShape } from '../../../src/analysis/shapes/place';
import { readPath } from '../../../src/analysis/shapes/read-path';
import { sameShape } from '../../../src/analysis/shapes/same-shape';
import { literal, pathOf, referenceOf, show } from './shapes';

describe('join', () => {
  test.each([
    [{ a: 1, b: 'x' }, { a: 2 }, '{a: number, b?: "x"}'],
    [{ a: 1 }, { a: 1 }, '{a: 1}'],
    [1, 'x', '1 | "x"'],
    [1, 2, 'number'],
    [[1, 2], [1, 3], '[1, number]'],
    [[1], [1, 2], 'number[]'],
    [null, { a: 1 }, 'null | {a: 1}'],
    [{ a: { b: 1 } }, { a: [] }, '{a: {b: 1} | []}'],
  ])('of %j and %j', (left, right, expected) => {
    const joined = join(literal(left), literal(right));
    expect(show(joined)).toBe(expected);
    expect([left, right].every((value) => containsValue(joined, value))).toBe(true);
  });

  test('with nothing and with anything', () => {
    expect(join(never, literal(1))).toEqual(literal(1));
    expect(join(literal(1), never)).toEqual(literal(1));
    expect(join(unknown, literal(1))).toBe(unknown);
  });

  test('models that contain themselves come to an end', () => {
    const model = (action: string): DataShape =>
      shapeOfApi(outputShape('dynamodb', action)!, `the result of ${action}`);
    const joined = join(model('getItem'), model('scan'));
    expect(readPath(pathOf('$.Item.id.M.id.M.id.S'), joined)).toMatchObject({ missing: 'possible' });
    expect(readPath(pathOf('$.Itemm'), joined)).toMatchObject({ missing: 'sure', gap: { isModelled: true } });
  });
});

test('what is written alike is the same, whatever the order of the members', () => {
  expect(sameShape(literal({ a: 1, b: [null] }), literal({ b: [null], a: 1 }))).toBe(true);
  expect(sameShape(literal({ a: 1 }), literal({ a: 2 }))).toBe(false);
  expect(sameShape(literal([1]), array(literal(1)))).toBe(false);
  expect(sameShape(object([['a', sure(string)]]), object([['a', possible(string)]]))).toBe(false);
});

describe('readPath', () => {
  const data = literal({ a: { b: [1, { c: 'x' }] }, n: null, s: 'text' });

  test.each([
    ['$', 'no', '{a: {b: [1, {c: "x"}]}, n: null, s: "text"}'],
    ['$.a.b[1].c', 'no', '"x"'],
    ["$['a']['b'][0]", 'no', '1'],
    ['$.x', 'sure', 'never'],
    ['$.a.b[2]', 'sure', 'never'],
    ['$.a[0]', 'sure', 'never'],
    ['$.a.b.c', 'sure', 'never'],
    ['$.n.x', 'sure', 'never'],
    ['$.s.x', 'sure', 'never'],
    // These never fail.
    ['$.x[*]', 'no', 'unknown[]'],
    ['$..x', 'no', 'unknown[]'],
    ['$.x[?(@.a)]', 'no', 'unknown[]'],
    // Nothing is said of these.
    ['$.a.b[-1]', 'no', 'unknown'],
    ['$.a.b.length()', 'no', 'unknown'],
  ])('%s', (path, missing, expected) => {
    const reading = readPath(pathOf(path), data);
    expect([reading.missing, show(reading.shape)]).toEqual([missing, expected]);
  });

  test('says where it came to an end, and in what', () => {
    const { gap } = readPath(pathOf('$.a.x.y'), data);
    expect(gap).toMatchObject({ at: 1, isModelled: false });
    expect(show(gap!.holder)).toBe('{b: [1, {c: "x"}]}');
  });

  test('what may be there is possibly missing', () => {
    expect(readPath(pathOf('$.b'), join(literal({ a: 1 }), literal({ b: 1 })))).toMatchObject({ missing: 'possible' });
    expect(readPath(pathOf('$.a'), unknown)).toMatchObject({ missing: 'possible' });
    expect(readPath(pathOf('$[3]'), array(string))).toMatchObject({ missing: 'possible' });
    expect(readPath(pathOf('$.a'), join(literal('x'), literal({ a: 1 })))).toMatchObject({ missing: 'possible' });
    // A member that is only possibly there, and surely not inside.
    const maybe = object([['a', possible(literal({}))]]);
    expect(readPath(pathOf('$.a.b'), maybe)).toMatchObject({ missing: 'sure', gap: { at: 1 } });
  });
});

describe('placeShape', () => {
  const place = (path: string, target: DataShape) => show(placeShape(referenceOf(path).segments, target, literal(9)));

  test.each([
    ['$', { a: 1 }, '9'],
    ['$.b', { a: 1 }, '{a: 1, b: 9}'],
    ['$.a', { a: 1 }, '9'].with(2, '{a: 9}'),
    ['$.b.c', { a: 1 }, '{a: 1, b: {c: 9}}'],
    ['$.a[1]', { a: [1, 2] }, '{a: [1, 9]}'],
    ['$.a[2]', { a: [1, 2] }, 'never'],
    ['$.a.b', { a: 1 }, 'never'],
    ['$.a', [1], 'never'],
    ['$.a', 'text', 'never'],
  ] as [string, unknown, string][])('%s in %j', (path, target, expected) => {
    expect(place(path, literal(target))).toBe(expected);
  });

  test('in what is not known', () => {
    expect(place('$.a.b', unknown)).toBe('{a: {b: 9, ...}, ...}');
    expect(place('$.a.b', object([['a', possible(literal({ c: 1 }))]]))).toBe('{a: {b: 9, c?: 1}}');
    expect(place('$.a[0]', unknown)).toBe('{a: unknown[], ...}');
  });
});

describe('narrow', () => {
  test('to what has the member, and to what has not', () => {
    const either = join(literal({ a: 1 }), literal({ b: 1 }));
    expect(show(narrowToPresent(either, ['a']))).toBe('{a: 1, b?: 1}');
    expect(show(narrowToAbsent(either, ['a']))).toBe('{!a, b?: 1}');
    expect(show(narrowToPresent(literal({ a: 1 }), ['b']))).toBe('never');
    expect(show(narrowToAbsent(literal({ a: 1 }), ['a']))).toBe('never');
  });

  test('inside of what may be missing itself', () => {
    const maybe = object([['a', possible(join(literal({ b: 1 }), literal({ c: 1 })))]]);
    expect(show(narrowToPresent(maybe, ['a', 'b']))).toBe('{a: {b: 1, c?: 1}}');
    expect(show(narrowToAbsent(maybe, ['a', 'b']))).toBe('{a?: {!b, c?: 1}}');
  });

  test('of anything', () => {
    expect(show(narrowToPresent(unknown, ['a']))).toBe('{a: unknown, ...}');
    const without = narrowToAbsent(unknown, ['a']);
    expect(containsValue(without, 'text')).toBe(true);
    expect(containsValue(without, { b: 1 })).toBe(true);
    expect(containsValue(without, { a: 1 })).toBe(false);
  });
});

test('shapes stay bounded: what is too deep or too large is unknown', () => {
  let deep: DataShape = literal(1);
  for (let depth = 0; depth < 100; depth++) deep = object([['a', sure(deep)]]);
  expect(show(deep).length).toBeLessThan(200);
  let wide: DataShape = literal({ a: 1 });
  for (let round = 0; round < 30; round++) wide = object(['a', 'b', 'c'].map((name) => [name, sure(wide)] as const));
  expect(show(wide).length).toBeLessThan(40_000);
  const huge = object(Array.from({ length: 5000 }, (_, index) => [`m${index}`, sure(string)] as const));
  expect(readPath(pathOf('$.x'), huge).missing).toBe('possible');
});
