/** The types of a project that imports what it uses of jest. */
import { expect, test } from '@jest/globals';
import { run } from '@stepproof/test-harness';
import order from './order.asl.json';
import legacy from './untested.asl.yml';

test('the names of states are known from JSON', async () => {
  const execution = await run(order, {});
  expect(execution).toHaveVisited('ChargeCard', 'Ship', 'Mail');
  expect(execution).not.toHaveVisited('Refused');
  await expect(run(order, {})).resolves.toHaveVisited('ChargeCard');
  // @ts-expect-error -- misspelt
  expect(execution).toHaveVisited('ChargeCart');
  expect(await run(legacy, {})).toHaveVisited('Wait');
});
