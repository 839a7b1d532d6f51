import { secondsOf } from '../../src/scheduler/duration';

test.each([
  [90, 90],
  ['90 seconds', 90],
  ['1 second', 1],
  ['250ms', 0.25],
  ['5 minutes', 300],
  ['1.5 hours', 5400],
  ['6 days', 518_400],
  ['1 week', 604_800],
  ['1 year', 31_536_000],
])('%s is %s seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

test.each([-1, NaN, Infinity, '', 'soon', '5', '-5 minutes', '3 fortnights', '1 constructor'])(
  '%s is no duration',
  (duration) => {
    expect(() => secondsOf(duration)).toThrow(/is no duration; give seconds of 0 or more/);
  },
);
