import { mock } from '@stepproof/test-harness';
import { failureOf, ordered, tasks } from './support';

const busy = () => ordered({ ChargeCard: mock.fails('Card.Busy').times(2).then(tasks.ChargeCard) });

test('passes for the number of calls, retries among them', async () => {
  const execution = await busy();
  expect(execution).toHaveCalledTaskTimes('ChargeCard', 3);
  expect(execution).toHaveCalledTaskTimes('lambda:invoke', 4);
  expect(execution).toHaveCalledTaskTimes('ReleaseStock', 0);
  expect(execution).toHaveCalledTaskTimes('ChargeCard', expect.any(Number) as number);
});

test('.not passes for another number', async () => {
  const execution = await ordered();
  expect(execution).not.toHaveCalledTaskTimes('ChargeCard', 0);
  expect(execution).not.toHaveCalledTaskTimes('ChargeCard', 2);
});

test('shows the calls', async () => {
  const execution = await busy();
  expect(failureOf(() => expect(execution).toHaveCalledTaskTimes('ChargeCard', 1))).toMatchInlineSnapshot(`
   "expect(execution).toHaveCalledTaskTimes(nameOrResource, times)

   Expected calls: 1
   Received calls: 3

   Calls of "ChargeCard":
     at 0s  {"FunctionName": "charge-card", "Payload": {"amount": 30, "orderId": 7}}
     at 1s  {"FunctionName": "charge-card", "Payload": {"amount": 30, "orderId": 7}}
     at 3s  {"FunctionName": "charge-card", "Payload": {"amount": 30, "orderId": 7}}

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    3s  {"orderId":7,"charge":"ch_1"}
     0s    attempt 1       ✖ Card.Busy
     1s    attempt 2       ✖ Card.Busy
     3s    attempt 3       {"Payload":{"id":"ch_1"}}
     3s  AwaitPickup   0s  {"orderId":7,"charge":"ch_1"}

     ✔ SUCCEEDED after 3s
     {
       "orderId": 7,
       "charge": "ch_1"
     }"
  `);
  expect(failureOf(() => expect(execution).toHaveCalledTaskTimes('sns:publish', 1))).toContain(
    'Expected calls: 1\nReceived calls: 0\n\nCalls of "sns:publish":\n  none',
  );
});

test('.not shows the calls', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveCalledTaskTimes('ChargeCard', 1))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveCalledTaskTimes(nameOrResource, times)

   Expected calls: not 1
   Received calls: 1

   Calls of "ChargeCard":
     at 0s  {"FunctionName": "charge-card", "Payload": {"amount": 30, "orderId": 7}}

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
