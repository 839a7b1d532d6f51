import fc from 'fast-check';
import { GrownMap } from '../../../src/analysis/shapes/grown-map';

const entries = fc.array(fc.tuple(fc.nat(60), fc.nat()), { maxLength: 6 });

test('holds what a map holds in which the same entries are set, in the same order', () => {
  fc.assert(
    fc.property(entries, fc.array(entries, { maxLength: 40 }), (first, additions) => {
      const expected = new Map(first);
      let grown: ReadonlyMap<number, number> = new Map(first);
      for (const added of additions) {
        const before = [...grown];
        const next = GrownMap.of(grown, added);
        for (const [key, value] of added) expected.set(key, value);
        expect([...grown]).toEqual(before);
        grown = next;
      }
      const visited: [number, number][] = [];
      grown.forEach((value, key) => visited.push([key, value]));
      for (const found of [[...grown], [...grown.entries()], visited]) expect(found).toEqual([...expected]);
      expect([...grown.keys()]).toEqual([...expected.keys()]);
      expect([...grown.values()]).toEqual([...expected.values()]);
      expect(grown.size).toBe(expected.size);
      for (let key = 0; key <= 61; key++) {
        expect([grown.has(key), grown.get(key)]).toEqual([expected.has(key), expected.get(key)]);
      }
    }),
  );
});

test('two maps of one size have the same at each key that is not among those at which they may differ', () => {
  fc.assert(
    fc.property(entries, entries, entries, fc.boolean(), (first, some, others, isShared) => {
      const base = new Map(first);
      const left = GrownMap.of(base, some);
      const right = GrownMap.of(isShared ? base : new Map(first), others);
      fc.pre(left.size === right.size);
      const apart = new Set(GrownMap.keysApart(left, right));
      for (const [key, value] of left) if (!apart.has(key)) expect(right.get(key)).toBe(value);
      for (const [key, value] of left) if (right.get(key) !== value) expect(apart).toContain(key);
    }),
  );
});
