import { mock } from '@stepproof/test-harness';
import { failureOf, ordered } from './support';

const forgotten = () => ordered({ AwaitPickup: mock.never() });

test('passes for an execution that has timed out', async () => {
  expect(await forgotten()).toHaveTimedOut();
});

test('.not passes for one that has ended otherwise, also by the timeout of a state', async () => {
  expect(await ordered()).not.toHaveTimedOut();
  expect(await ordered({ ReserveStock: mock.fails('States.Timeout') })).not.toHaveTimedOut();
});

test('shows how it has ended instead', async () => {
  const execution = await ordered({ ReserveStock: mock.fails('States.Timeout') });
  expect(failureOf(() => expect(execution).toHaveTimedOut())).toMatchInlineSnapshot(`
   "expect(execution).toHaveTimedOut()

   Expected status: "TIMED_OUT"
   Received status: "FAILED"
   Received error:  "OrderFailed"
   Received cause:  "{\\"Error\\":\\"States.Timeout\\",\\"Cause\\":\\"\\"}"

   Execution (seed 1):
     0s  ReserveStock  0s  {"Error":"States.Timeout","Cause":""}
     0s    attempt 1       ✖ States.Timeout
     0s  Failed            ✖ OrderFailed: {"Error":"States.Timeout","Cause":""}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"States.Timeout","Cause":""}"
  `);
});

test('.not shows what was not wanted', async () => {
  const execution = await forgotten();
  expect(failureOf(() => expect(execution).not.toHaveTimedOut())).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveTimedOut()

   Expected status: not "TIMED_OUT"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       ✖ aborted

     ✖ TIMED_OUT after 7d"
  `);
});
