import { mock } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

const soldOut = () => ordered({ ReserveStock: mock.fails('SoldOut') });

test('passes for all states that were entered, in any order', async () => {
  expect(await soldOut()).toHaveVisitedOnly('Failed', 'ReserveStock');
});

test('.not passes when there are others, or when one was not entered', async () => {
  const execution = await soldOut();
  expect(execution).not.toHaveVisitedOnly('ReserveStock');
  expect(execution).not.toHaveVisitedOnly('ReserveStock', 'Failed', 'ReleaseStock');
});

test('shows what is too much and what is missing', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveVisitedOnly('ReserveStock', 'AwaitPickup', 'Failed')))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveVisitedOnly(...states)

   Expected to visit only: "ReserveStock", "AwaitPickup", "Failed"
   Visited beside them:    "ChargeCard", "ReleaseStock"
   Not visited:            "AwaitPickup"
   Received path:          "ReserveStock", "ChargeCard", "ReleaseStock", "Failed"

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

test('.not shows the path', async () => {
  const execution = await soldOut();
  expect(failureOf(() => expect(execution).not.toHaveVisitedOnly('ReserveStock', 'Failed'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveVisitedOnly(...states)

   Expected not to visit only: "ReserveStock", "Failed"
   Received path:              "ReserveStock", "Failed"

   Execution (seed 1):
     0s  ReserveStock  0s  {"Error":"SoldOut","Cause":""}
     0s    attempt 1       ✖ SoldOut
     0s  Failed            ✖ OrderFailed: {"Error":"SoldOut","Cause":""}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"SoldOut","Cause":""}"
  `);
});
