/** The types of a project that has the globals of jest from @types/jest. */
import { run } from '@stepproof/test-harness';
import order from './order.asl.json';
import refund from './refund.asl.yaml';

test('the names of states are known from JSON', async () => {
  const execution = await run(order, {});
  expect(execution).toHaveVisited('ChargeCard', 'Ship', 'Mail');
  expect(execution).not.toHaveVisited('Refused');
  await expect(run(order, {})).resolves.toHaveVisited('ChargeCard');
  // @ts-expect-error -- misspelt
  expect(execution).toHaveVisited('ChargeCart');
  // @ts-expect-error -- misspelt
  await run(order, {}, { tasks: { ChargeCart: () => ({}) } });
});

test('YAML can be imported, with states of any name', async () => {
  const execution = await run(refund, {});
  expect(execution).toHaveVisited('Pay');
  // @ts-expect-error -- not the name of a state
  expect(execution).toHaveVisited(1);
  const start: string = refund.StartAt;
  // @ts-expect-error -- a definition has no such field
  expect(refund.Start).toBe(start);
});
