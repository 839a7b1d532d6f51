import '../src/setup';

const order = { StartAt: 'Pay', States: { Pay: { Type: 'Pass', End: true } } };
const imported = { ...order, $source: '/project/order.asl.json' };

test('an imported definition equals the one in its file, on both sides', () => {
  expect(imported).toEqual(order);
  expect(order).toEqual(imported);
  expect({ definitions: [imported] }).toEqual({ definitions: [order] });
  expect(imported).toEqual({ ...order, $source: '/elsewhere/order.asl.json' });
  expect(imported).toStrictEqual(order);
});

test('other definitions and values are not equal', () => {
  expect(imported).not.toEqual({ ...order, StartAt: 'Ship' });
  expect(imported).not.toEqual(undefined);
  expect(imported).not.toEqual('/project/order.asl.json');
});
