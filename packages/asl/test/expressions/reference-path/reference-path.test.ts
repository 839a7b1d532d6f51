import { parseReferencePath } from '../../../src/expressions';

describe('parseReferencePath', () => {
  test.each([
    '$',
    '$.a.b',
    '$.a\\.b',
    "$['a']['b']",
    "$['a'][0]['b']",
    '$.a[0][22].b',
    '$.&Ж中',
    '$.order-number',
    '$.[0]',
  ])('accepts %s', (text) => {
    expect(parseReferencePath(text)).toMatchObject({ value: { kind: 'reference-path', text }, problems: [] });
  });

  test.each([
    ['$$.Execution.Id', { context: true }, { kind: 'context' }],
    ['$order.id', { variable: true }, { kind: 'variable', name: 'order' }],
  ])('accepts %s where %j', (text, options, root) => {
    expect(parseReferencePath(text, options).value?.root).toEqual(root);
  });

  const oneElement = 'name one member or one element such as "[0]"';
  test.each([
    ['$..a', '".." is not allowed in a reference path; write the whole path with "." between the names', 1, 3],
    ['$.a[*]', `"[*]" is not allowed in a reference path; ${oneElement}`, 3, 6],
    ['$.*', `".*" is not allowed in a reference path; ${oneElement}`, 1, 3],
    ['$.a[1:2]', `"[1:2]" is not allowed in a reference path; ${oneElement}`, 3, 8],
    ['$[0,1]', `"[0,1]" is not allowed in a reference path; ${oneElement}`, 1, 6],
    ["$['a','b']", `"['a','b']" is not allowed in a reference path; ${oneElement}`, 1, 10],
    ['$[?(@.a)]', `"[?(@.a)]" is not allowed in a reference path; ${oneElement}`, 1, 9],
    ['$.a[-1]', '"[-1]" is not allowed in a reference path; use an index of 0 or more', 3, 7],
    [
      '$.a.length()',
      '".length()" is not allowed in a reference path; compute the value in an earlier state and refer to it',
      3,
      12,
    ],
    [
      '$$.Execution',
      '"$$" is not allowed in this reference path; use a path into the state input, beginning with "$."',
      0,
      2,
    ],
    [
      '$order',
      '"$order" is not allowed in this reference path; use a path into the state input, beginning with "$."',
      0,
      6,
    ],
    ['.a', 'The path does not start with "$"; write "$." in front of the first name', 0, 1],
  ])('refuses %s', (text, message, start, end) => {
    expect(parseReferencePath(text)).toEqual({ problems: [{ message, start, end }] });
  });

  test('reports each construct', () => {
    expect(parseReferencePath('$$..a[*]').problems.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 4],
      [5, 8],
    ]);
  });
});
