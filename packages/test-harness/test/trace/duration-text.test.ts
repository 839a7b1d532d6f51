import { durationText } from '../../src/trace/duration-text';

test.each([
  [0, '0s'],
  [0.25, '0.25s'],
  [59.999, '59.999s'],
  [60, '1m'],
  [3661.5, '1h 1m 1.5s'],
  [86_400, '1d'],
  [31_536_000, '365d'],
])('%d seconds', (seconds, expected) => {
  expect(durationText(seconds)).toBe(expected);
});
