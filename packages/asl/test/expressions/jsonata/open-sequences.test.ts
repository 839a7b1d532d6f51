import { openSequenceIn, parseJsonata } from '../../../src';

const spanOf = (code: string) => {
  const jsonata = parseJsonata(`{% ${code} %}`).value;
  return jsonata && openSequenceIn(jsonata);
};

test.each([
  "$states.input.orders[status = 'open']",
  '$orders[total > 1]',
  '$orders[$exists(total)]',
  '($all := $states.input; $all.orders[total > 1])',
  '$filter($orders, function($order) { $order.total > 1 })',
  '$orders ~> $map(function($order) { $order.id })',
  '$range(1, $n, 1)',
  '$keys($states.input.orders)',
])('%s is a sequence', (code) => {
  expect(spanOf(code)).toEqual({ start: 3, end: 3 + code.length });
});

test.each([
  '$states.input.orders',
  '$states.input.orders[0]',
  '$states.input.orders[-1]',
  '$pages[$page]',
  '$pages[$page + 1]',
  "$states.input.orders[status = 'open'][]",
  "[$states.input.orders[status = 'open']]",
  "$states.input.orders[status = 'open'].lines",
  "$states.input.orders[status = 'open'][0]",
  '$append([], $filter($orders, function($order) { $order.total > 1 }))',
  '$map([1, 2], function($n) { $n })',
  '[1..3]',
  '($map := function($list) { $list }; $map($orders))',
  '${Orders}[total > 1]',
  '$orders[total >',
])('%s is none, or may be a list', (code) => {
  expect(spanOf(code)).toBeUndefined();
});
