import { mock } from '@stepproof/test-harness';
import { failureOf, ordered } from './support';

test('passes for variables, of which there may be more', async () => {
  const execution = await ordered();
  expect(execution).toHaveVariables({ reservation: 'r-1' });
  expect(execution).toHaveVariables({ reservation: expect.stringMatching(/^r-/) as string });
  expect(execution).toHaveVariables({});
});

test('.not passes for other values, and for variables that do not exist', async () => {
  expect(await ordered()).not.toHaveVariables({ reservation: 'r-2' });
  expect(await ordered({ ReserveStock: mock.fails('SoldOut') })).not.toHaveVariables({ reservation: 'r-1' });
});

test('shows in what the variables differ', async () => {
  const execution = await ordered();
  expect(failureOf(() => expect(execution).toHaveVariables({ reservation: 'r-2', amount: 30 }))).toMatchInlineSnapshot(`
   "expect(execution).toHaveVariables(variables)

   - Expected variables  - 2
   + Received variables  + 1

     Object {
   -   "amount": 30,
   -   "reservation": "r-2",
   +   "reservation": "r-1",
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
  expect(failureOf(() => expect(execution).not.toHaveVariables({ reservation: 'r-1' }))).toMatchInlineSnapshot(`
   "expect(execution).not.toHaveVariables(variables)

   Expected variables: not {"reservation": "r-1"}

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

test('the variables are an object', async () => {
  const execution = await ordered();
  // @ts-expect-error -- a name is not enough
  expect(failureOf(() => expect(execution).toHaveVariables('reservation'))).toContain(
    'the variables must be an object, as in { total: 30 }',
  );
});
