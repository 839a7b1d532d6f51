import { examplesOf } from '../../src/trace/child-examples';

const children = (...groups: readonly (readonly [number, 'SUCCEEDED' | 'FAILED' | 'ABORTED'])[]) =>
  groups.flatMap(([count, status]) => Array.from({ length: count }, () => ({ status })));

test.each([
  [children([3, 'SUCCEEDED']), [0, 1, 2], undefined],
  [children([100, 'SUCCEEDED']), [0, 1, 2], '... and 97 more children, all SUCCEEDED'],
  [children([4, 'SUCCEEDED']), [0, 1, 2], '... and 1 more child, SUCCEEDED'],
  [children([4, 'SUCCEEDED'], [1, 'FAILED']), [0, 1, 2, 4], '... and 1 more child, SUCCEEDED'],
  [
    children([5, 'FAILED'], [5, 'SUCCEEDED'], [1, 'ABORTED']),
    [0, 1, 2, 5, 6, 7],
    '... and 5 more children: 2 FAILED, 2 SUCCEEDED, 1 ABORTED',
  ],
  [[], [], undefined],
])('%#', (given, shown, rest) => {
  expect(examplesOf(given)).toEqual({ shown, rest });
});
