import { mock } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

const cause = '{"Error":"Card.Declined","Cause":"no funds"}';

test('passes for the error, and the cause', async () => {
  const execution = await declined();
  expect(execution).toHaveFailedWith('OrderFailed');
  expect(execution).toHaveFailedWith('OrderFailed', cause);
  expect(execution).toHaveFailedWith(
    expect.stringMatching(/^Order/) as string,
    expect.stringContaining('no funds') as string,
  );
});

test('.not passes for others, and for an execution that has not failed', async () => {
  const execution = await declined();
  expect(execution).not.toHaveFailedWith('Card.Declined');
  expect(execution).not.toHaveFailedWith('OrderFailed', 'no funds');
  expect(await ordered()).not.toHaveFailedWith('OrderFailed');
  expect(await ordered({ AwaitPickup: mock.never() })).not.toHaveFailedWith(undefined);
});

test('shows the other error with its cause', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveFailedWith('Card.Declined'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveFailedWith(error)

   Expected error: "Card.Declined"
   Received error: "OrderFailed"
   Received cause: "{\\"Error\\":\\"Card.Declined\\",\\"Cause\\":\\"no funds\\"}"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s    attempt 1       ✖ Card.Declined: no funds
     0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}"
  `);
});

test('shows the other cause', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveFailedWith('OrderFailed', 'no funds'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveFailedWith(error, cause)

   Expected cause: "no funds"
   Received cause: "{\\"Error\\":\\"Card.Declined\\",\\"Cause\\":\\"no funds\\"}"
   Received error: "OrderFailed"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s    attempt 1       ✖ Card.Declined: no funds
     0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}"
  `);
});

test('shows the output of an execution that has succeeded', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveFailedWith('OrderFailed', cause))).toMatchInlineSnapshot(`
   "expect(execution).toHaveFailedWith(error, cause)

   Expected status: "FAILED"
   Expected error:  "OrderFailed"
   Expected cause:  "{\\"Error\\":\\"Card.Declined\\",\\"Cause\\":\\"no funds\\"}"
   Received status: "SUCCEEDED"
   Received output: {"charge": "ch_1", "orderId": 7}

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

test('.not shows what was not wanted', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).not.toHaveFailedWith('OrderFailed', cause))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveFailedWith(error, cause)

   Expected error: not "OrderFailed"
   Expected cause: not "{\\"Error\\":\\"Card.Declined\\",\\"Cause\\":\\"no funds\\"}"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s    attempt 1       ✖ Card.Declined: no funds
     0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}"
  `);
});
