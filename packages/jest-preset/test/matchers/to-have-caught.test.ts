import { mock } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

test('passes for a failure that a Catcher has dealt with', async () => {
  const execution = await declined();
  expect(execution).toHaveCaught('ChargeCard');
  expect(execution).toHaveCaught('ChargeCard', 'Card.Declined');
  expect(execution).toHaveCaught('ChargeCard', expect.stringMatching(/^Card/) as string, { next: 'ReleaseStock' });
  expect(execution).toHaveCaught('ChargeCard', undefined, { next: 'ReleaseStock' });
});

test('.not passes for other failures, and for states without one', async () => {
  const execution = await declined();
  expect(execution).not.toHaveCaught('ReserveStock');
  expect(execution).not.toHaveCaught('Failed', 'OrderFailed');
  expect(execution).not.toHaveCaught('ChargeCard', 'Card.Busy');
  expect(execution).not.toHaveCaught('ChargeCard', 'Card.Declined', { next: 'Failed' });
});

test('shows what was caught', async () => {
  const execution = await ordered({ ChargeCard: mock.fails('Card.Expired', 'in 2024') });
  expect(failureOf(() => expect(execution).toHaveCaught('ChargeCard', 'Card.Declined', { next: 'ReleaseStock' })))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveCaught(state, error, options)

   Expected error: "Card.Declined"
   Expected next:  "ReleaseStock"

   Caught by "ChargeCard":
     at 0s  "Card.Expired", next "ReleaseStock", cause "in 2024"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Expired","Cause":"in 2024"}
     0s    attempt 1       ✖ Card.Expired: in 2024
     0s  ReleaseStock  0s  {"Error":"Card.Expired","Cause":"in 2024"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Expired","Cause":"in 2024"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Expired","Cause":"in 2024"}"
  `);
});

test('shows that nothing was caught', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveCaught('ChargeCard'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveCaught(state)

   Expected error: any

   Caught by "ChargeCard":
     none

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

test('.not shows what was caught', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).not.toHaveCaught('ChargeCard'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveCaught(state)

   Expected error: not any

   Caught by "ChargeCard":
     at 0s  "Card.Declined", next "ReleaseStock", cause "no funds"

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

test('a state to go on with that does not exist is a mistake', async () => {
  const execution = await declined();
  expect(
    // @ts-expect-error -- no state has that name
    failureOf(() => expect(execution).not.toHaveCaught('ChargeCard', undefined, { next: 'ReleaseStok' })),
  ).toContain('there is no state named "ReleaseStok"; did you mean "ReleaseStock"?');
});
