import { wait, type Work } from '../../src/scheduler/fiber';
import { join } from '../../src/scheduler/join';
import { Scheduler } from '../../src/scheduler/scheduler';

function* sleepAndTell(scheduler: Scheduler, seconds: number, told: string[], name: string): Work<string> {
  yield scheduler.sleep(seconds);
  told.push(`${name}@${scheduler.now / 1000}`);
  return name;
}

const ignore = (): void => undefined;

test('the clock jumps from timer to timer, and timers of one moment fire in the order in which they were set', async () => {
  const scheduler = new Scheduler(0);
  const told: string[] = [];
  for (const [name, seconds] of [
    ['year', 31_536_000],
    ['second', 1],
    ['also second', 1],
    ['at once', 0],
  ] as const) {
    scheduler.spawn(sleepAndTell(scheduler, seconds, told, name), ignore);
  }
  await scheduler.run(() => false);
  expect(told).toEqual(['at once@0', 'second@1', 'also second@1', 'year@31536000']);
});

test('a horizon stops the clock there', async () => {
  const scheduler = new Scheduler(0);
  const told: string[] = [];
  scheduler.spawn(sleepAndTell(scheduler, 10, told, 'late'), ignore);
  await scheduler.run(() => false, 4000);
  expect([scheduler.now, told]).toEqual([4000, []]);
  await scheduler.run(() => false, 10_000);
  expect([scheduler.now, told]).toEqual([10_000, ['late@10']]);
});

test('the clock stands still while an answer is due, and answers come in the order of the questions', async () => {
  const scheduler = new Scheduler(0);
  const told: string[] = [];
  const slow = new Promise((resolve) => setTimeout(resolve, 20));
  function* ask(name: string, answer: Promise<unknown>): Work<void> {
    yield* wait(scheduler.answerOf(answer));
    told.push(`${name}@${scheduler.now}`);
  }
  scheduler.spawn(ask('slow', slow), ignore);
  scheduler.spawn(ask('fast', Promise.resolve()), ignore);
  scheduler.spawn(sleepAndTell(scheduler, 1, told, 'timer'), ignore);
  await scheduler.run(() => false);
  expect(told).toEqual(['slow@0', 'fast@0', 'timer@1']);
});

test('join gives the results in order, and says which fiber ended last', async () => {
  const scheduler = new Scheduler(0);
  const told: string[] = [];
  const works = [3, 1, 2].map((seconds) => sleepAndTell(scheduler, seconds, told, `after ${seconds}`));
  let end: unknown;
  scheduler.spawn(join(scheduler, works), (ended) => (end = ended));
  await scheduler.run(() => end !== undefined);
  expect(end).toEqual({
    kind: 'done',
    value: { kind: 'done', values: ['after 3', 'after 1', 'after 2'], last: 0 },
  });
});

test('the first failure stops the others, but what happens at the same moment still happens', async () => {
  const scheduler = new Scheduler(0);
  const told: string[] = [];
  function* fail(): Work<string> {
    yield scheduler.sleep(1);
    throw new Error('no');
  }
  const works = [fail(), sleepAndTell(scheduler, 1, told, 'same'), sleepAndTell(scheduler, 2, told, 'later')];
  let end: unknown;
  scheduler.spawn(join(scheduler, works), (ended) => (end = ended));
  await scheduler.run(() => end !== undefined);
  await scheduler.run(() => false);
  expect(end).toMatchObject({ value: { kind: 'failed', index: 0 } });
  expect(told).toEqual(['same@1']);
});

test('a long queue of steps is worked off in order', async () => {
  const scheduler = new Scheduler(0);
  const steps: number[] = [];
  for (let index = 0; index < 5000; index++) {
    scheduler.spawn(
      // eslint-disable-next-line require-yield
      (function* (): Work<void> {
        steps.push(index);
      })(),
      ignore,
    );
  }
  await scheduler.run(() => false);
  expect(steps).toEqual(Array.from({ length: 5000 }, (_, index) => index));
});
