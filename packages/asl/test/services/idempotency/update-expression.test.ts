import { accumulates } from '../../../src/services/idempotency/update-expression';

const noSets = () => false;

test.each([
  'SET a = :a',
  'set a = :a, b.c = :b remove d, e[0] DELETE tags :t',
  'SET total = subtotal + :tax',
  'SET a = if_not_exists(a, :zero)',
  'SET l = list_append(:empty, :v)',
  'SET #a=:a',
  'REMOVE a',
  '',
  'SET',
  'nonsense',
])('%s ends in the same state', (expression) => {
  expect(accumulates(expression, noSets)).toBeUndefined();
});

test.each([
  ['SET n = n + :x', 'SET n = n + :x'],
  ['set n=n-:x', 'SET n=n-:x'],
  ['SET seats = seats +:inc', 'SET seats = seats +:inc'],
  ['SET a = :a, #n = #n - :x REMOVE b', 'SET #n = #n - :x'],
  ['SET a.b[1] = a.b[1] + :x', 'SET a.b[1] = a.b[1] + :x'],
  ['SET n = if_not_exists(n, :zero) + :x', 'SET n = if_not_exists(n, :zero) + :x'],
  ['SET l = list_append(l, :v)', 'SET l = list_append(l, :v)'],
  ['SET l = list_append(if_not_exists(l, :none), :v)', 'SET l = list_append(if_not_exists(l, :none), :v)'],
  ['ADD visits :one', 'ADD visits :one'],
  ['SET a = :a\nADD visits :one', 'ADD visits :one'],
])('%s accumulates by %s', (expression, what) => {
  expect(accumulates(expression, noSets)).toBe(what);
});

test('a set takes each element once', () => {
  expect(accumulates('ADD tags :t', (value) => value === ':t')).toBeUndefined();
  expect(accumulates('ADD tags :t, visits :one', (value) => value === ':t')).toBe('ADD visits :one');
});

test('long texts', () => {
  for (const piece of ['SET ', 'a = a, ', '(', ' ', 'SET a = a + :x, ']) {
    expect(() => accumulates(piece.repeat(200_000), noSets)).not.toThrow();
  }
});
