import fc from 'fast-check';
import { Timers } from '../../src/scheduler/timers';

test('actions come by time, those of one time in the order in which they were set', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (times) => {
      const timers = new Timers();
      const fired: (readonly [number, number])[] = [];
      times.forEach((time, order) => timers.set(time, () => fired.push([time, order])));
      while (timers.next !== undefined) for (const action of timers.takeNext()) action();
      const expected = times
        .map((time, order) => [time, order] as const)
        .sort(([a, first], [b, second]) => a - b || first - second);
      expect(fired).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('a cancelled timer never fires, even when it is cancelled at its own moment', () => {
  const timers = new Timers();
  const fired: string[] = [];
  const cancels: (() => void)[] = [];
  timers.set(1, () => {
    fired.push('first');
    cancels.forEach((cancel) => {
      cancel();
    });
  });
  cancels.push(timers.set(1, () => fired.push('second')));
  timers.set(2, () => fired.push('third'))();
  while (timers.next !== undefined) for (const action of timers.takeNext()) action();
  expect(fired).toEqual(['first']);
});

test('cancelled timers are taken out, and the others keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { minLength: 300, maxLength: 600 }), (wanted) => {
      const timers = new Timers();
      const fired: number[] = [];
      const cancels = wanted.map(([time], order) => timers.set(time, () => fired.push(order)));
      wanted.forEach(([, isCancelled], order) => {
        if (isCancelled) cancels[order]!();
      });
      while (timers.next !== undefined) for (const action of timers.takeNext()) action();
      const expected = wanted
        .flatMap(([time, isCancelled], order) => (isCancelled ? [] : [[time, order] as const]))
        .sort(([a, first], [b, second]) => a - b || first - second)
        .map(([, order]) => order);
      expect(fired).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
