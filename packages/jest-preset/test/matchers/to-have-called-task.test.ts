import { mock, run } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

const parameters = { FunctionName: 'charge-card', Payload: { orderId: 7, amount: 30 } };

test('passes for the name of a state or of a resource', async () => {
  const execution = await ordered();
  expect(execution).toHaveCalledTask('ChargeCard');
  expect(execution).toHaveCalledTask('lambda:charge-card');
  expect(execution).toHaveCalledTask('sqs:sendMessage');
  expect(execution).toHaveCalledTask('arn:aws:states:::lambda:invoke');
});

test('passes for the parameters', async () => {
  const execution = await ordered();
  expect(execution).toHaveCalledTask('ChargeCard', parameters);
  expect(execution).toHaveCalledTask('lambda:invoke', expect.objectContaining({ FunctionName: 'charge-card' }));
  expect(execution).toHaveCalledTask('ChargeCard', { ...parameters, Payload: expect.any(Object) as object });
});

test('.not passes without such a call', async () => {
  const execution = await ordered();
  expect(execution).not.toHaveCalledTask('ReleaseStock');
  expect(execution).not.toHaveCalledTask('sns:publish');
  expect(execution).not.toHaveCalledTask('ChargeCard', { FunctionName: 'charge-card' });
  expect(execution).not.toHaveCalledTask('ChargeCard', undefined);
});

test('shows in what the parameters differ', async () => {
  const execution = await ordered();
  expect(
    failureOf(() =>
      expect(execution).toHaveCalledTask('ChargeCard', { ...parameters, Payload: { orderId: 7, amount: 3000 } }),
    ),
  ).toMatchInlineSnapshot(`
   "expect(execution).toHaveCalledTask(nameOrResource, parameters)

   The call of "ChargeCard" had other parameters:

   - Expected parameters  - 1
   + Received parameters  + 1

     Object {
       "FunctionName": "charge-card",
       "Payload": Object {
   -     "amount": 3000,
   +     "amount": 30,
         "orderId": 7,
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

test('shows the nearest of several calls', async () => {
  const definition = {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Send',
          States: { Send: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } },
        },
        End: true,
      },
    },
  };
  const items = [
    { QueueUrl: 'https://a', MessageBody: { id: 1, kind: 'new' } },
    { QueueUrl: 'https://b', MessageBody: { id: 2, kind: 'new' } },
    { QueueUrl: 'https://b', MessageBody: { id: 3, kind: 'old' } },
  ];
  const execution = await run(definition, items, { tasks: { Send: mock.returns({}) } });
  const expected = { QueueUrl: 'https://b', MessageBody: { id: 2, kind: 'old' } };
  expect(failureOf(() => expect(execution).toHaveCalledTask('Send', expected))).toMatchInlineSnapshot(`
   "expect(execution).toHaveCalledTask(nameOrResource, parameters)

   None of the 3 calls of "Send" had these parameters. The nearest is number 2:

   - Expected parameters  - 1
   + Received parameters  + 1

     Object {
       "MessageBody": Object {
         "id": 2,
   -     "kind": "old",
   +     "kind": "new",
       },
       "QueueUrl": "https://b",
     }

   Execution (seed 1):
     0s  Each        0s  [{},{},{}]
     0s    [0] Send  0s  {}
     0s    [1] Send  0s  {}
     0s    [2] Send  0s  {}

     ✔ SUCCEEDED after 0s
     [
       {},
       {},
       {}
     ]"
  `);
  expect(
    failureOf(() =>
      expect(execution).toHaveCalledTask('Send', expect.objectContaining({ MessageBody: { id: 3, kind: 'new' } })),
    ),
  ).toContain('The nearest is number 1:');
});

test('shows what was called instead', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveCalledTask('ReleaseStock', parameters))).toMatchInlineSnapshot(`
   "expect(execution).toHaveCalledTask(nameOrResource, parameters)

   Expected call of:  "ReleaseStock"
   Received calls of: "ReserveStock", "ChargeCard", "AwaitPickup"

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

test('.not shows the calls', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).not.toHaveCalledTask('ReleaseStock'))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveCalledTask(nameOrResource)

   Expected no call of "ReleaseStock"

   Calls of "ReleaseStock":
     {"FunctionName": "release-stock", "Payload": {"reservation": "r-1"}}

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s    attempt 1       ✖ Card.Declined: no funds
     0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}"
  `);
  expect(failureOf(() => expect(execution).not.toHaveCalledTask('ChargeCard', expect.anything()))).toContain(
    'Expected no call of "ChargeCard" with Anything',
  );
});

test('a name without a colon is that of a state', async () => {
  const execution = await ordered();
  // @ts-expect-error -- no state has that name
  expect(failureOf(() => expect(execution).toHaveCalledTask('ChargeCart'))).toContain('did you mean "ChargeCard"?');
});
