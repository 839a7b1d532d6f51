import { mock, StateMachine } from '@stepproof/test-harness';
import { failureOf, input, order, ordered, tasks } from './support';

const started = () => new StateMachine(order).start(input, { tasks: { ...tasks, AwaitPickup: mock.never() } });

test('passes for the state that a live execution is at', async () => {
  const live = started();
  await live.until('AwaitPickup');
  expect(live).toBeWaitingFor('AwaitPickup');
});

test('passes while the state is to be tried again', async () => {
  const live = new StateMachine(order).start(input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Busy') } });
  await live.clock.advance(2);
  expect(live).toBeWaitingFor('ChargeCard');
});

test('.not passes for states before and after, and for an execution that has ended', async () => {
  const live = started();
  await live.until('AwaitPickup');
  expect(live).not.toBeWaitingFor('ChargeCard');
  expect(live).not.toBeWaitingFor('ReleaseStock');
  expect(await live.finished).not.toBeWaitingFor('AwaitPickup');
});

test('shows what it waits for', async () => {
  const live = started();
  await live.until('AwaitPickup');
  expect(failureOf(() => expect(live).toBeWaitingFor('ReleaseStock'))).toMatchInlineSnapshot(`
   "expect(execution).toBeWaitingFor(state)

   Expected to wait for: "ReleaseStock"
   Waiting for:          "AwaitPickup"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       under way

     RUNNING for 0s"
  `);
});

test('shows that it has ended', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toBeWaitingFor('AwaitPickup'))).toMatchInlineSnapshot(`
   "expect(execution).toBeWaitingFor(state)

   Expected to wait for: "AwaitPickup"
   Received status:      "SUCCEEDED"

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

test('.not shows what it waits for', async () => {
  const live = started();
  await live.until('AwaitPickup');
  expect(failureOf(() => expect(live).not.toBeWaitingFor('AwaitPickup'))).toMatchInlineSnapshot(`
   "expect(execution).not.toBeWaitingFor(state)

   Expected not to wait for: "AwaitPickup"
   Waiting for:              "AwaitPickup"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"orderId":7,"charge":"ch_1"}
     0s  AwaitPickup       under way

     RUNNING for 0s"
  `);
});
