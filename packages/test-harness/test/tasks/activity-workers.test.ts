import { activity, machineOf } from '../support';

const review = machineOf({ T: { Type: 'Task', Resource: activity, TimeoutSeconds: 60, End: true } });

test('a worker takes the task; the timeout counts from then', async () => {
  const live = review.start({ n: 1 });
  await live.clock.advance('1 hour');
  expect(live.history.map(({ type }) => type)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ActivityScheduled']);
  const task = live.getActivityTask(activity, 'ann')!;
  expect(task.input).toEqual({ n: 1 });
  await live.clock.advance(59);
  live.sendTaskSuccess(task.taskToken, 'fine');
  const execution = await live.finished;
  expect(execution.output).toBe('fine');
  expect(execution.history[3]).toMatchObject({
    type: 'ActivityStarted',
    activityStartedEventDetails: { workerName: 'ann' },
  });
});

test('a worker that does not answer', async () => {
  const live = review.start();
  await live.settle();
  live.getActivityTask(activity);
  expect(await live.finished).toMatchObject({ error: 'States.Timeout', duration: 60 });
});

test('there is nothing to take twice, nor from another activity', async () => {
  const live = review.start();
  await live.settle();
  expect(live.getActivityTask(`${activity}s`)).toBeUndefined();
  expect(live.getActivityTask(activity)).toBeDefined();
  expect(live.getActivityTask(activity)).toBeUndefined();
});

test('where nobody polls, a missing mock is a fault of the test', async () => {
  await expect(review.execute()).rejects.toThrow(/Nothing answers the call of/);
});
