import { StateMachine, mock } from '@stepproof/test-harness';
import definition from './approval.asl.json';

const approval = new StateMachine(definition);
const input = { id: 'r-3', amount: 900 };

test.each([
  [{ approved: true }, 'Approved', 'SUCCEEDED'],
  [{ approved: false }, 'Rejected', 'FAILED'],
  [{}, 'Rejected', 'FAILED'],
])('the answer %j leads to %s', async (answer, state, status) => {
  const execution = await approval.execute(input, { tasks: { AskManager: mock.returns(answer) } });

  expect(execution.path).toEqual(['AskManager', 'IsApproved', state]);
  expect(execution.status).toBe(status);
});

test('waits for a week, and no longer', async () => {
  const execution = await approval.execute(input, { tasks: { AskManager: mock.never() } });

  expect(execution).toHaveVisited('AskManager', 'NobodyAnswered');
  expect(execution.duration).toBe(7 * 86_400);
});

test('a question that cannot be asked is not taken for a refusal', async () => {
  const execution = await approval.execute(input, { tasks: { AskManager: mock.fails('Sqs.SdkClientException') } });

  expect(execution).toMatchObject({ status: 'FAILED', error: 'CouldNotAsk' });
});
