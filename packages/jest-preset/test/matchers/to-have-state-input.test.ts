import { mock, run } from '@stepproof/test-harness';
import { failureOf, input, ordered } from './support';

const loop = {
  StartAt: 'Poll',
  States: {
    Poll: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:receiveMessage', Next: 'Done' },
    Done: { Type: 'Choice', Choices: [{ Variable: '$.left', NumericEquals: 0, Next: 'End' }], Default: 'Poll' },
    End: { Type: 'Succeed' },
  },
} as const;

const polled = () =>
  run(loop, { left: 3 }, { tasks: { Poll: mock.returns({ left: 2 }).then(mock.returns({ left: 0 })) } });

test('passes for the input of a state', async () => {
  const execution = await ordered();
  expect(execution).toHaveStateInput('ReserveStock', input);
  expect(execution).toHaveStateInput('AwaitPickup', { orderId: 7, charge: expect.any(String) as string });
});

test('passes for one of several visits, or the one that is named', async () => {
  const execution = await polled();
  expect(execution).toHaveStateInput('Poll', { left: 3 });
  expect(execution).toHaveStateInput('Poll', { left: 2 });
  expect(execution).toHaveStateInput('Poll', { left: 2 }, { visit: 2 });
});

test('.not passes for other inputs', async () => {
  expect(await ordered()).not.toHaveStateInput('ReleaseStock', input);
  const execution = await polled();
  expect(execution).not.toHaveStateInput('Poll', { left: 0 });
  expect(execution).not.toHaveStateInput('Poll', { left: 2 }, { visit: 1 });
  expect(execution).not.toHaveStateInput('Poll', { left: 2 }, { visit: 3 });
});

test('shows in what the input differs', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveStateInput('AwaitPickup', { orderId: 7, charge: 'ch_2' })))
    .toMatchInlineSnapshot(`
   "expect(execution).toHaveStateInput(state, input)

   - Expected input of "AwaitPickup"  - 1
   + Received input of "AwaitPickup"  + 1

     Object {
   -   "charge": "ch_2",
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

test('shows the nearest visit', async () => {
  const execution = await polled();
  expect(failureOf(() => expect(execution).toHaveStateInput('Poll', { left: 1 }))).toContain(
    'Expected input of visit 1 of "Poll"',
  );
  expect(failureOf(() => expect(execution).toHaveStateInput('Poll', { left: 1 }, { visit: 2 }))).toContain(
    'Expected input of visit 2 of "Poll"',
  );
});

test('shows that there was no such visit', async () => {
  const execution = await polled();
  expect(failureOf(() => expect(execution).toHaveStateInput('Poll', { left: 2 }, { visit: 3 }))).toMatchInlineSnapshot(`
   "expect(execution).toHaveStateInput(state, input, options)

   Expected input of visit 3 of "Poll": {"left": 2}
   Visits:                              2

   Execution (seed 1):
     0s  Poll  0s  {"left":2}
     0s  Done  0s  {"left":2}
     0s  Poll  0s  {"left":0}
     0s  Done  0s  {"left":0}
     0s  End   0s  {"left":0}

     ✔ SUCCEEDED after 0s
     {
       "left": 0
     }"
  `);
});

test('.not shows what was not wanted', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveStateInput('ReserveStock', input))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveStateInput(state, input)

   Expected input of "ReserveStock": not {"amount": 30, "orderId": 7}

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

test('visits count from 1', async () => {
  const execution = await polled();
  expect(failureOf(() => expect(execution).toHaveStateInput('Poll', {}, { visit: 0 }))).toContain(
    '"visit" must be 1 for the first visit, 2 for the second, not 0',
  );
});
