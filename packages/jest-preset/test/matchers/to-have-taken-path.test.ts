import { run } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

test('passes for exactly this path', async () => {
  expect(await declined()).toHaveTakenPath(['ReserveStock', 'ChargeCard', 'ReleaseStock', 'Failed']);
});

test('what happens at once alternates', async () => {
  const branch = (first: string, second: string) => ({
    StartAt: first,
    States: { [first]: { Type: 'Pass', Next: second }, [second]: { Type: 'Pass', End: true } },
  });
  const Branches = [branch('A', 'B'), branch('C', 'D')];
  const execution = await run({ StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches, End: true } } });
  expect(execution).toHaveTakenPath(execution.path);
  expect(execution).toHaveVisitedOnly('Both', 'A', 'B', 'C', 'D');
});

test('.not passes for a part of the path, or another order', async () => {
  const execution = await ordered();
  expect(execution).not.toHaveTakenPath(['ReserveStock', 'ChargeCard']);
  expect(execution).not.toHaveTakenPath(['ChargeCard', 'ReserveStock', 'AwaitPickup']);
  expect(execution).not.toHaveTakenPath([]);
});

test('shows in what the paths differ', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveTakenPath(['ReserveStock', 'ChargeCard', 'AwaitPickup'])))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveTakenPath(states)

   - Expected path  - 1
   + Received path  + 2

     Array [
       "ReserveStock",
       "ChargeCard",
   -   "AwaitPickup",
   +   "ReleaseStock",
   +   "Failed",
     ]

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
  expect(failureOf(() => expect(execution).not.toHaveTakenPath(['ReserveStock', 'ChargeCard', 'AwaitPickup'])))
    .toMatchInlineSnapshot(`
   "expect(execution).not.toHaveTakenPath(states)

   Expected path: not ["ReserveStock", "ChargeCard", "AwaitPickup"]

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
