import { mock } from '@stepproof/test-harness';
import { failureOf, ordered, tasks } from './support';

const slow = () => ordered({ AwaitPickup: tasks.AwaitPickup.after('6 days') });

test('passes for virtual seconds', async () => {
  expect(await ordered()).toHaveTakenSeconds(0);
  expect(await slow()).toHaveTakenSeconds(518_400);
  expect(await ordered({ ChargeCard: mock.fails('Card.Busy') })).toHaveTakenSeconds(7);
  expect(await slow()).toHaveTakenSeconds(expect.closeTo(518_400, 1) as number);
});

test('.not passes for others', async () => {
  expect(await slow()).not.toHaveTakenSeconds(6);
});

test('shows how long it took', async () => {
  const execution = await slow();
  expect(failureOf(() => expect(execution).toHaveTakenSeconds(60))).toMatchInlineSnapshot(`
   "expect(execution).toHaveTakenSeconds(seconds)

   Expected seconds: 60
   Received seconds: 518400 (6d)

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup   6d  {"orderId":7,"charge":"ch_1"}

     ✔ SUCCEEDED after 6d
     {
       "orderId": 7,
       "charge": "ch_1"
     }"
  `);
});

test('.not shows how long it took', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveTakenSeconds(0))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveTakenSeconds(seconds)

   Expected seconds: not 0
   Received seconds: 0

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup   0s  {"orderId":7,"charge":"ch_1"}

     ✔ SUCCEEDED after 0s
     {
       "orderId": 7,
       "charge": "ch_1"
     }"
  `);
});
