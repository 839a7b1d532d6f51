import { StateMachine, mock } from '@stepproof/test-harness';
import definition from './reminder.asl.yaml';

const reminder = new StateMachine(definition);
const input = { id: 'e-5', amount: 900 };

/** Starts an approval. What was sent to the approver is in `asked`: their answer needs the token in it. */
async function ask() {
  const asked: { expense: unknown; token: string }[] = [];
  const live = reminder.start(input, {
    tasks: {
      Ask: mock.callback((_token, { parameters }) => {
        asked.push((parameters as { MessageBody: (typeof asked)[number] }).MessageBody);
      }),
      Remind: mock.returns({ MessageId: 'm' }),
    },
  });
  await live.until('Ask');
  return { live, token: asked[0]!.token };
}

test('an answer on the same day needs no reminder', async () => {
  const { live, token } = await ask();
  await live.clock.advance('3 hours');
  live.sendTaskSuccess(token, { approved: true, by: 'Ada' });
  const execution = await live.finished;

  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { approved: true, by: 'Ada' }, duration: 3 * 3600 });
  expect(execution.calls('Remind')).toEqual([]);
});

test('reminds every day until the answer, and not afterwards', async () => {
  const { live, token } = await ask();
  await live.clock.advance('2.5 days');
  expect(live.calls('Remind').map(({ parameters }) => parameters)).toMatchObject([
    { Message: 'Expense e-5 has waited for 1 day' },
    { Message: 'Expense e-5 has waited for 2 days' },
  ]);
  live.sendTaskSuccess(token, { approved: false, reason: 'Take the train' });
  const execution = await live.finished;

  expect(execution).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'Take the train' });
  expect(execution.calls('Remind')).toHaveLength(2);
});

test('gives up after a week and six reminders', async () => {
  const { live } = await ask();
  const execution = await live.finished;

  expect(execution).toMatchObject({ status: 'FAILED', error: 'NobodyAnswered', duration: 7 * 86_400 });
  expect(execution.states('Remind').attempts.map(({ at }) => at / 86_400)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('an answer that cannot be taken fails with its error', async () => {
  const { live, token } = await ask();
  live.sendTaskFailure(token, 'FormBroken', 'no such button');

  expect(await live.finished).toMatchObject({ error: 'CouldNotAsk', cause: 'FormBroken: no such button' });
});

test('a reminder that cannot be sent does not end the approval', async () => {
  let token = '';
  const live = reminder.start(input, {
    tasks: { Ask: mock.callback((issued) => (token = issued)), Remind: mock.fails('SNS.SnsException') },
  });
  await live.clock.advance('4 days');
  live.sendTaskSuccess(token, { approved: true });

  expect(await live.finished).toMatchObject({ status: 'SUCCEEDED' });
});
