import { declined, failureOf, ordered } from './support';

test('passes for states in their order, others may lie between', async () => {
  const execution = await declined();
  expect(execution).toHaveVisited('ChargeCard');
  expect(execution).toHaveVisited('ReserveStock', 'ReleaseStock');
});

test('.not passes for states that were not entered, or not in this order', async () => {
  const execution = await ordered();
  expect(execution).not.toHaveVisited('ReleaseStock');
  expect(execution).not.toHaveVisited('ChargeCard', 'ReserveStock');
  expect(execution).not.toHaveVisited('ChargeCard', 'ChargeCard');
});

test('shows the first state that is missing', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveVisited('ReserveStock', 'AwaitPickup', 'Failed')))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveVisited(...states)

   Expected to visit: "ReserveStock", "AwaitPickup", "Failed", in this order
   Not visited then:  "AwaitPickup"
   Received path:     "ReserveStock", "ChargeCard", "ReleaseStock", "Failed"

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
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveVisited('ChargeCard'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveVisited(...states)

   Expected not to visit: "ChargeCard"
   Received path:         "ReserveStock", "ChargeCard", "AwaitPickup"

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

test('a state that the machine does not have is a mistake, with .not as well', async () => {
  const execution = await ordered();
  // @ts-expect-error -- no state has that name
  expect(failureOf(() => expect(execution).toHaveVisited('ChargeCrad'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveVisited(...states)

   Matcher error: there is no state named "ChargeCrad"; did you mean "ChargeCard"?"
  `);
  // @ts-expect-error -- no state has that name
  expect(failureOf(() => expect(execution).not.toHaveVisited('Pay'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveVisited(...states)

   Matcher error: there is no state named "Pay"; use one of "ReserveStock", "ChargeCard", "AwaitPickup", "ReleaseStock", "Failed""
  `);
});
