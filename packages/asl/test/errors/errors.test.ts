import { errorNameCovers, isReservedErrorName, nearestReservedName } from '../../src/errors';

test.each([
  ['A', 'A', true],
  ['A', 'a', false],
  ['States.TaskFailed', 'A', true],
  ['States.TaskFailed', 'States.Permissions', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['States.TaskFailed', 'States.ALL', false],
  ['States.TaskFailed', 'States.DataLimitExceeded', false],
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.TaskFailed', true],
  ['States.ALL', 'States.DataLimitExceeded', false],
  ['States.ALL', 'States.Runtime', false],
  ['States.Timeout', 'States.HeartbeatTimeout', true],
  ['States.HeartbeatTimeout', 'States.Timeout', false],
])('%s covers %s: %s', (earlier, later, covers) => {
  expect(errorNameCovers(earlier, later)).toBe(covers);
});

test.each([
  ['States.ALL', true],
  ['States.All', false],
  ['States.Http.StatusCode.503', true],
  ['States.Http.StatusCode.5xx', false],
  ['States.Http.StatusCode.', false],
  ['Mine', false],
])('%s is a reserved error name: %s', (name, is) => {
  expect(isReservedErrorName(name)).toBe(is);
});

test.each([
  ['States.All', 'States.ALL'],
  ['States.TimedOut', 'States.Timeout'],
  ['States.TaskFailedId', 'States.TaskFailed'],
  ['States.QuorumMet', undefined],
  ['States.OrderFailed', undefined],
])('%s was meant to be %s', (name, meant) => {
  expect(nearestReservedName(name)).toBe(meant);
});
