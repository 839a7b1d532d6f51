import { mock, run } from '@stepproof/test-harness';
import { failureOf, ordered, tasks } from './support';

const busy = (times: number) =>
  ordered({ ChargeCard: mock.fails('Card.Busy', 'later').times(times).then(tasks.ChargeCard) });

test('passes for retries, their number and the delays before them', async () => {
  const execution = await busy(3);
  expect(execution).toHaveRetried('ChargeCard');
  expect(execution).toHaveRetried('ChargeCard', { times: 3 });
  expect(execution).toHaveRetried('ChargeCard', { delays: [1, 2, 4] });
  expect(execution).toHaveRetried('ChargeCard', { times: 3, delays: [1, expect.closeTo(2) as number, 4] });
});

test('a delay begins where the attempt has failed', async () => {
  const slow = mock.fails('Card.Busy').after(10).times(2).then(tasks.ChargeCard);
  expect(await ordered({ ChargeCard: slow })).toHaveRetried('ChargeCard', { delays: [1, 2] });
});

test('a Parallel is retried as a whole', async () => {
  const work = {
    StartAt: 'Work',
    States: { Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } },
  };
  const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 3 }];
  const definition = { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches: [work], Retry, End: true } } };
  const execution = await run(definition, {}, { tasks: { Work: mock.fails('Broken').then(mock.returns(1)) } });
  expect(execution).toHaveRetried('Both', { times: 1, delays: [3] });
  expect(execution).not.toHaveRetried('Work');
});

test('.not passes without retries, and for others', async () => {
  expect(await ordered()).not.toHaveRetried('ChargeCard');
  expect(await ordered()).toHaveRetried('ChargeCard', { times: 0 });
  const execution = await busy(2);
  expect(execution).not.toHaveRetried('ChargeCard', { times: 1 });
  expect(execution).not.toHaveRetried('ChargeCard', { times: 2, delays: [1, 1] });
});

test('shows the attempts', async () => {
  const execution = await busy(2);
  expect(failureOf(() => expect(execution).toHaveRetried('ChargeCard', { times: 3, delays: [1, 2, 4] })))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveRetried(state, options)

   Expected retries: 3
   Received retries: 2
   Expected delays:  [1, 2, 4]
   Received delays:  [1, 2]

   Attempts of "ChargeCard":
     at 0s  Card.Busy: later
     at 1s  Card.Busy: later
     at 3s  succeeded

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    3s  {"orderId":7,"charge":"ch_1"}
     0s    attempt 1       ✖ Card.Busy: later
     1s    attempt 2       ✖ Card.Busy: later
     3s    attempt 3       {"Payload":{"id":"ch_1"}}
     3s  AwaitPickup   0s  {"orderId":7,"charge":"ch_1"}

     ✔ SUCCEEDED after 3s
     {
       "orderId": 7,
       "charge": "ch_1"
     }"
  `);
});

test('shows that there was no retry', async () => {
  const execution = await ordered({ ReserveStock: mock.fails('SoldOut') });
  expect(failureOf(() => expect(execution).toHaveRetried('ReserveStock'))).toMatchInlineSnapshot(`
   "expect(execution).toHaveRetried(state)

   Expected retries: any
   Received retries: 0

   Attempts of "ReserveStock":
     at 0s  SoldOut

   Execution (seed 1):
     0s  ReserveStock  0s  {"Error":"SoldOut","Cause":""}
     0s    attempt 1       ✖ SoldOut
     0s  Failed            ✖ OrderFailed: {"Error":"SoldOut","Cause":""}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"SoldOut","Cause":""}"
  `);
  expect(failureOf(() => expect(execution).toHaveRetried('ChargeCard'))).toContain('Attempts of "ChargeCard":\n  none');
});

test('.not shows the attempts', async () => {
  const execution = await busy(1);
  expect(failureOf(() => expect(execution).not.toHaveRetried('ChargeCard'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveRetried(state)

   Expected retries: not any
   Received retries: 1

   Attempts of "ChargeCard":
     at 0s  Card.Busy: later
     at 1s  succeeded

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    1s  {"orderId":7,"charge":"ch_1"}
     0s    attempt 1       ✖ Card.Busy: later
     1s    attempt 2       {"Payload":{"id":"ch_1"}}
     1s  AwaitPickup   0s  {"orderId":7,"charge":"ch_1"}

     ✔ SUCCEEDED after 1s
     {
       "orderId": 7,
       "charge": "ch_1"
     }"
  `);
});

test('refuses options that do not exist', async () => {
  const execution = await busy(1);
  // @ts-expect-error -- there is no option of that name
  expect(failureOf(() => expect(execution).toHaveRetried('ChargeCard', { time: 1 }))).toMatchInlineSnapshot(`
   "expect(execution).toHaveRetried(state, options)

   Matcher error: there is no option named "time"; did you mean "times"?"
  `);
  // @ts-expect-error -- options are an object
  expect(failureOf(() => expect(execution).toHaveRetried('ChargeCard', 1))).toContain(
    'the options must be an object with "times", "delays", not 1',
  );
});
