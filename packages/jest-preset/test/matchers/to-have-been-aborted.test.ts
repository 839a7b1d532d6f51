import { mock, StateMachine, type Execution } from '@stepproof/test-harness';
import { failureOf, input, order, ordered, tasks } from './support';

async function stopped(reason?: { readonly error?: string; readonly cause?: string }): Promise<Execution> {
  const live = new StateMachine(order).start(input, { tasks: { ...tasks, AwaitPickup: mock.never() } });
  await live.until('AwaitPickup');
  live.stop(reason);
  return live.finished;
}

test('passes for an execution that was stopped', async () => {
  expect(await stopped()).toHaveBeenAborted();
  const execution = await stopped({ error: 'Cancelled', cause: 'by the customer' });
  expect(execution).toHaveBeenAborted();
  expect(execution).toHaveBeenAborted('Cancelled');
  expect(execution).toHaveBeenAborted('Cancelled', expect.stringContaining('customer') as string);
});

test('.not passes for one that was not, or for another reason', async () => {
  expect(await ordered()).not.toHaveBeenAborted();
  expect(await stopped({ error: 'Cancelled' })).not.toHaveBeenAborted('Withdrawn');
});

test('shows the other reason', async () => {
  const execution = await stopped({ error: 'Cancelled', cause: 'by the customer' });
  expect(failureOf(() => expect(execution).toHaveBeenAborted('Withdrawn'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveBeenAborted(error)

   Expected error: "Withdrawn"
   Received error: "Cancelled"
   Received cause: "by the customer"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       ✖ aborted

     ✖ ABORTED after 0s
     Cancelled: by the customer"
  `);
});

test('.not shows what was not wanted', async () => {
  const execution = await stopped({ error: 'Cancelled' });
  expect(failureOf(() => expect(execution).not.toHaveBeenAborted('Cancelled'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveBeenAborted(error)

   Expected error: not "Cancelled"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       ✖ aborted

     ✖ ABORTED after 0s
     Cancelled"
  `);
});
