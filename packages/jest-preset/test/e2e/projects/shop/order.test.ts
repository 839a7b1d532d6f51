import { mock, run } from '@stepproof/test-harness';
import order from './order.asl.json';
import refund from './refund.asl.yaml';

const tasks = { ChargeCard: mock.returns({ MessageId: 'm-1' }) };

test('ships every item', async () => {
  const execution = await run(order, { items: ['pen', 'ink'], express: false }, { tasks });
  expect(execution).toHaveVisited('ChargeCard', 'ShipEach', 'Done');
});

test('charges again', async () => {
  const ChargeCard = mock.fails('Sqs.Busy').then(tasks.ChargeCard);
  const execution = await run(order, { items: [] }, { tasks: { ChargeCard } });
  expect(execution.path).toEqual(['ChargeCard', 'HowMany', 'Done']);
});

test('pays a small refund', async () => {
  const execution = await run(refund, { amount: 1 });
  expect(execution).toHaveVisited('HowMuch', 'Pay');
});
