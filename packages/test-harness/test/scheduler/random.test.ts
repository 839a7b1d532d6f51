import { Random } from '../../src/scheduler/random';

test('the same seed makes the same numbers and names', () => {
  const [one, two, other] = [new Random(7), new Random(7), new Random(8)];
  const first = [one.next(), one.uuid(), one.next()];
  expect([two.next(), two.uuid(), two.next()]).toEqual(first);
  expect([other.next(), other.uuid(), other.next()]).not.toEqual(first);
});

test('numbers are from 0 to 1, and UUIDs of version 4', () => {
  const random = new Random(1);
  for (let count = 0; count < 200; count++) {
    const number = random.next();
    expect(number >= 0 && number < 1).toBe(true);
    expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
