import { mock, run } from '@stepproof/test-harness';
import order from './order.asl.json';

test('a card may be declined', async () => {
  const execution = await run(order, { items: ['pen'] }, { tasks: { ChargeCard: mock.fails('Card.Declined') } });
  expect(execution).toHaveVisited('ChargeCard', 'Refused');
  expect(execution).not.toHaveVisited('HowMany');
});

test('ships a single item', async () => {
  const execution = await run(
    order,
    { items: ['pen'], express: false },
    { tasks: { ChargeCard: mock.returns({ MessageId: 'm-1' }) } },
  );
  expect(execution.status).toBe('SUCCEEDED');
});
