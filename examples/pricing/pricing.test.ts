import { StateMachine, mock, type TaskCall } from '@stepproof/test-harness';
import definition from './pricing.asl.yaml';

const pricing = new StateMachine(definition);

/** Prices in cents, by product and currency. */
const prices: Readonly<Record<string, number>> = { 'pen EUR': 150, 'pen GBP': 130, 'ink EUR': 999 };
const tasks = {
  GetPrice: ({ parameters }: TaskCall) => {
    const { Key } = parameters as { Key: { sku: { S: string }; currency: { S: string } } };
    const cents = prices[`${Key.sku.S} ${Key.currency.S}`];
    return cents === undefined ? {} : { Item: { ...Key, cents: { N: String(cents) } } };
  },
  GetDiscount: mock.returns({ StatusCode: 200, Payload: { percent: 10 } }),
};

test('sums the lines and takes off the discount', async () => {
  const lines = [
    { sku: 'pen', quantity: 3 },
    { sku: 'ink', quantity: 1 },
  ];
  const execution = await pricing.execute({ customer: 'c-9', lines }, { tasks });

  expect(execution.output).toEqual({
    currency: 'EUR',
    lines: [
      { sku: 'pen', quantity: 3, cents: 450 },
      { sku: 'ink', quantity: 1, cents: 999 },
    ],
    subtotal: 1449,
    discount: 145,
    total: 1304,
  });
  expect(execution.calls('GetDiscount')[0]!.parameters).toMatchObject({
    Payload: { customer: 'c-9', subtotal: 1449 },
  });
});

test('a single line is a list of one', async () => {
  const execution = await pricing.execute(
    { customer: 'c-9', currency: 'GBP', lines: [{ sku: 'pen', quantity: 2 }] },
    { tasks },
  );

  expect(execution.output).toMatchObject({
    currency: 'GBP',
    lines: [{ sku: 'pen', quantity: 2, cents: 260 }],
    total: 234,
  });
});

test.each([
  ['an empty cart', []],
  ['lines without a quantity', [{ sku: 'pen', quantity: 0 }]],
])('%s costs nothing and asks nobody', async (_case, lines) => {
  const execution = await pricing.execute({ customer: 'c-9', lines }, { tasks });

  expect(execution.output).toMatchObject({ lines: [], total: 0 });
  expect(execution.calls()).toEqual([]);
});

test.each([
  ['fails', mock.fails('Lambda.ServiceException')],
  ['does not answer', mock.never()],
])('there is no discount when its function %s', async (_case, GetDiscount) => {
  const execution = await pricing.execute(
    { customer: 'c-9', lines: [{ sku: 'pen', quantity: 1 }] },
    { tasks: { ...tasks, GetDiscount } },
  );

  expect(execution.output).toMatchObject({ discount: 0, total: 150 });
});

test('names the line with an unknown product', async () => {
  const lines = [
    { sku: 'pen', quantity: 1 },
    { sku: 'quill', quantity: 1 },
  ];
  const execution = await pricing.execute({ customer: 'c-9', lines }, { tasks });

  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'UnknownProduct',
    cause: 'Line 2: nothing is known about quill',
  });
});
