import { mock } from '@stepproof/test-harness';
import { declined, failureOf, ordered } from './support';

const output = { orderId: 7, charge: 'ch_1' };

test('passes for an execution that has succeeded, with its output', async () => {
  const execution = await ordered();
  expect(execution).toHaveSucceeded();
  expect(execution).toHaveSucceeded(output);
  expect(execution).toHaveSucceeded({ orderId: 7, charge: expect.stringMatching(/^ch_/) as string });
});

test('.not passes for one that has not, or that has another output', async () => {
  expect(await declined()).not.toHaveSucceeded();
  const execution = await ordered();
  expect(execution).not.toHaveSucceeded({ ...output, orderId: 8 });
  expect(execution).not.toHaveSucceeded(undefined);
});

test('shows how it has ended instead', async () => {
  const execution = await declined();
  expect(failureOf(() => expect(execution).toHaveSucceeded())).toMatchInlineSnapshot(`
   "expect(execution).toHaveSucceeded()

   Expected status: "SUCCEEDED"
   Received status: "FAILED"
   Received error:  "OrderFailed"
   Received cause:  "{\\"Error\\":\\"Card.Declined\\",\\"Cause\\":\\"no funds\\"}"

   Execution (seed 1):
     0s  ReserveStock  0s  {"orderId":7,"amount":30}
     0s  ChargeCard    0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s    attempt 1       ✖ Card.Declined: no funds
     0s  ReleaseStock  0s  {"Error":"Card.Declined","Cause":"no funds"}
     0s  Failed            ✖ OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}

     ✖ FAILED after 0s
     OrderFailed: {"Error":"Card.Declined","Cause":"no funds"}"
  `);
  expect(failureOf(() => expect(execution).toHaveSucceeded(output))).toContain(
    'Expected output: {"charge": "ch_1", "orderId": 7}\nReceived status: "FAILED"',
  );
});

test('shows in what the output differs', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveSucceeded({ orderId: 8, charge: 'ch_1' }))).toMatchInlineSnapshot(`
   "expect(execution).toHaveSucceeded(output)

   - Expected output  - 1
   + Received output  + 1

     Object {
       "charge": "ch_1",
   -   "orderId": 8,
   +   "orderId": 7,
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

test('.not shows what was not wanted', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).not.toHaveSucceeded())).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveSucceeded()

   Expected status: not "SUCCEEDED"

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
  expect(failureOf(() => expect(execution).not.toHaveSucceeded(output))).toContain(
    'Expected output: not {"charge": "ch_1", "orderId": 7}\n\nExecution',
  );
});

test('is an asymmetric matcher', async () => {
  const executions = await Promise.all([ordered(), declined()]);
  expect(executions).toEqual([expect.toHaveSucceeded(), expect.not.toHaveSucceeded()]);
  expect({ execution: 'none' }).not.toEqual({ execution: expect.toHaveSucceeded() });
});

test('behind a promise', async () => {
  await expect(ordered()).resolves.toHaveSucceeded();
  await expect(expect(ordered({ ReserveStock: mock.fails('SoldOut') })).resolves.toHaveSucceeded()).rejects.toThrow(
    'OrderFailed',
  );
});
