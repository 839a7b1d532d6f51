import { StateMachine, mock } from '@stepproof/test-harness';
import definition from './poller.asl.json';

const poller = new StateMachine(definition);
const input = { bucket: 'calls', key: 'monday.mp3', language: 'en-GB' };

const job = (status: string, details: object = {}) =>
  mock.returns({
    TranscriptionJob: { TranscriptionJobName: 'monday', TranscriptionJobStatus: status, ...details },
  });
const started = job('QUEUED');
const completed = job('COMPLETED', { Transcript: { TranscriptFileUri: 's3://calls/monday.json' } });

test.each([0, 1, 2, 100])('looks after the job every 30 seconds: %d times in progress', async (rounds) => {
  const GetJob = rounds === 0 ? completed : job('IN_PROGRESS').times(rounds).then(completed);
  const execution = await poller.execute(input, { tasks: { StartJob: started, GetJob } });

  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { text: 's3://calls/monday.json' } });
  expect(execution.duration).toBe(30 * (rounds + 1));
});

test('names the job after the execution', async () => {
  const execution = await poller.execute(input, {
    name: 'monday',
    tasks: { StartJob: started, GetJob: completed },
  });

  expect(execution.calls('StartJob')[0]!.parameters).toEqual({
    TranscriptionJobName: 'monday',
    LanguageCode: 'en-GB',
    Media: { MediaFileUri: 's3://calls/monday.mp3' },
    OutputBucketName: 'calls',
  });
});

test('a job that fails fails the execution with its reason', async () => {
  const GetJob = job('IN_PROGRESS')
    .times(2)
    .then(job('FAILED', { FailureReason: 'no sound' }));
  const execution = await poller.execute(input, { tasks: { StartJob: started, GetJob } });

  expect(execution).toMatchObject({ status: 'FAILED', error: 'JobFailed', cause: 'no sound', duration: 90 });
});

test('waits longer and longer, up to 20 seconds, while AWS is too busy to answer', async () => {
  const GetJob = mock.fails('Transcribe.LimitExceededException').times(4).then(completed);
  const execution = await poller.execute(input, { tasks: { StartJob: started, GetJob } });

  expect(execution.states('GetJob').attempts.map(({ at }) => at)).toEqual([30, 35, 45, 65, 85]);
  expect(execution.status).toBe('SUCCEEDED');
});

test('does not wait for longer than two hours', async () => {
  const execution = await poller.execute(input, { tasks: { StartJob: started, GetJob: job('IN_PROGRESS') } });

  expect(execution).toMatchObject({ status: 'TIMED_OUT', duration: 7200 });
});
