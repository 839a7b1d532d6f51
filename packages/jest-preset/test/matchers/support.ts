import { stripVTControlCharacters } from 'node:util';
import { mock, run, type Execution, type StateNames } from '@stepproof/test-harness';
import '../../src/setup';
import order from '../../../../docs/matchers/order.asl.json';

export { order };

type OrderExecution = Execution<StateNames<typeof order>>;

export const input = { orderId: 7, amount: 30 };

/** Everything goes well; each test replaces what is to go wrong. */
export const tasks = {
  ReserveStock: mock.returns({ Payload: { id: 'r-1' } }),
  ChargeCard: mock.returns({ Payload: { id: 'ch_1' } }),
  AwaitPickup: mock.returns({ pickedUp: true }),
  ReleaseStock: mock.returns({ Payload: {} }),
};

export const ordered = (others: Partial<typeof tasks> = {}): Promise<OrderExecution> =>
  run(order, input, { tasks: { ...tasks, ...others } });

/** An order whose card is declined. */
export const declined = (): Promise<OrderExecution> => ordered({ ChargeCard: mock.fails('Card.Declined', 'no funds') });

/** The message of an assertion that fails, without colours. */
export function failureOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error('The assertion has passed; write one that fails');
}
