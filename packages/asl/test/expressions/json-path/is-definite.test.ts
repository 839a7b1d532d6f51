import { isDefinite, parseJsonPath } from '../../../src/expressions';

test.each([
  ['$', true],
  ['$.a[0].b', true],
  ['$.a[-1]', true],
  ["$['a','b']", true],
  ["$['a','b'].c", false],
  ['$[0,1]', false],
  ['$[1:2]', false],
  ['$[*]', false],
  ['$.*', false],
  ['$..a', false],
  ['$[?(@.a)]', false],
  ['$.a.length()', true],
  ['$.a[*].length()', false],
  ['$..a.length()', true],
])('isDefinite(%s) is %s', (text, expected) => {
  const { value } = parseJsonPath(text);
  expect(value && isDefinite(value)).toBe(expected);
});
