import { declined, failureOf, ordered } from './support';

test('passes for an event, and for details that are named', async () => {
  const execution = await ordered();
  expect(execution).toHaveEmitted('TaskSubmitted');
  expect(execution).toHaveEmitted('TaskSubmitted', { resourceType: 'sqs' });
  expect(execution).toHaveEmitted('TaskStateEntered', { name: expect.stringMatching(/^Await/) as string });
  expect(await declined()).toHaveEmitted('TaskFailed', { error: 'Card.Declined', cause: 'no funds' });
});

test('JSON texts are values', async () => {
  const execution = await ordered();
  expect(execution).toHaveEmitted('TaskScheduled', {
    resource: 'invoke',
    parameters: { FunctionName: 'reserve-stock', Payload: { orderId: 7 } },
  });
  expect(execution).toHaveEmitted('TaskStateExited', { assignedVariables: { reservation: 'r-1' } });
  expect(execution).toHaveEmitted('ExecutionStarted', { input: expect.objectContaining({ orderId: 7 }) as object });
});

test('.not passes for other events and details', async () => {
  const execution = await ordered();
  expect(execution).not.toHaveEmitted('ExecutionFailed');
  expect(execution).not.toHaveEmitted('TaskSubmitted', { resourceType: 'sns' });
  expect(execution).not.toHaveEmitted('FailStateEntered', { name: 'Failed' });
});

test('shows the nearest event', async () => {
  const execution = await ordered();
  expect(
    failureOf(() => expect(execution).toHaveEmitted('TaskStateExited', { name: 'ChargeCard', output: { orderId: 8 } })),
  ).toMatchInlineSnapshot(`
   "expect(execution).toHaveEmitted(eventType, details)

   None of the 3 events "TaskStateExited" has these details. The nearest is number 11 of the history:

   - Expected details  - 1
   + Received details  + 2

     Object {
       "name": "ChargeCard",
       "output": Object {
   -     "orderId": 8,
   +     "charge": "ch_1",
   +     "orderId": 7,
       },
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

test('shows the types of the events that there are', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveEmitted('ExecutionFailed', { error: 'OrderFailed' })))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveEmitted(eventType, details)

   Expected event:  "ExecutionFailed" with {"error": "OrderFailed"}
   Received events: "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "TaskSubmitted", "ExecutionSucceeded"

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

test('.not shows the event', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveEmitted('TaskSubmitted', { resourceType: 'sqs' })))
    .toMatchInlineSnapshot(`
   "expect(execution).not.toHaveEmitted(eventType, details)

   Expected no event: "TaskSubmitted" with {"resourceType": "sqs"}
   Received event:    number 15 of the history

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

test('the compiler knows the types of events and the names of their details', async () => {
  const execution = await ordered();
  // @ts-expect-error -- no event has that type
  expect(execution).not.toHaveEmitted('TaskSubmited');
  // @ts-expect-error -- the event has no details of that name
  expect(execution).not.toHaveEmitted('TaskSubmitted', { resourcetype: 'sqs' });
});
