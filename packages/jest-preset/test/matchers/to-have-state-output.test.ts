import { mock, run } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

test('passes for the output of a state, also by a Catcher', async () => {
  expect(await ordered()).toHaveStateOutput('ChargeCard', { orderId: 7, charge: 'ch_1' });
  expect(await declined()).toHaveStateOutput('ChargeCard', { Error: 'Card.Declined', Cause: 'no funds' });
});

test('iterations are visits in the order of entering, whichever is left first', async () => {
  const wait = { Type: 'Wait', SecondsPath: '$', End: true };
  const ItemProcessor = { StartAt: 'Hold', States: { Hold: wait } };
  const execution = await run({ StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor, End: true } } }, [9, 2]);
  expect(execution).toHaveStateOutput('Hold', 9, { visit: 1 });
  expect(execution).toHaveStateOutput('Hold', 2, { visit: 2 });
});

test('.not passes for other outputs, and for a state that was not left', async () => {
  expect(await ordered()).not.toHaveStateOutput('ChargeCard', { orderId: 8, charge: 'ch_1' });
  expect(await declined()).not.toHaveStateOutput('Failed', expect.anything());
});

test('shows in what the output differs', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveStateOutput('ChargeCard', { orderId: 7, charge: { id: 'ch_1' } })))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveStateOutput(state, output)

   - Expected output of "ChargeCard"  - 3
   + Received output of "ChargeCard"  + 1

     Object {
   -   "charge": Object {
   -     "id": "ch_1",
   -   },
   +   "charge": "ch_1",
       "orderId": 7,
     }

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

test('shows that the state was not left, or not even entered', async () => {
  const execution = await ordered({ AwaitPickup: mock.never() });
  expect(failureOf(() => expect(execution).toHaveStateOutput('AwaitPickup', {}))).toMatchInlineSnapshot(`
   "expect(execution).toHaveStateOutput(state, output)

   Expected output of "AwaitPickup": {}
   Visits:                           1, not left

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       ✖ aborted

     ✖ TIMED_OUT after 7d"
  `);
  expect(failureOf(() => expect(execution).toHaveStateOutput('ReleaseStock', {}))).toContain(
    'Expected output of "ReleaseStock": {}\nVisits:                            none',
  );
});

test('.not shows what was not wanted', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveStateOutput('AwaitPickup', { orderId: 7, charge: 'ch_1' })))
    .toMatchInlineSnapshot(`
   "expect(execution).not.toHaveStateOutput(state, output)

   Expected output of "AwaitPickup": not {"charge": "ch_1", "orderId": 7}

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
