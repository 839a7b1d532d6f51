import { declined } from './matchers/support';

test('a snapshot of an execution is its trace', async () => {
  expect(await declined()).toMatchInlineSnapshot(`
   0s  ReserveStock  0s  {"orderId":7,"amount":30}
   0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
   0s    attempt 1       ✖ Card.Declined: no funds
   0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
   0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

   ✖ FAILED after 0s
   OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}
  `);
});
