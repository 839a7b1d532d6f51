import { mock } from '../../src';
import { lambda, queue, run } from '../support';

const retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 1 }];
const all = [
  { ErrorEquals: ['Never'], Next: 'Rest' },
  { ErrorEquals: ['States.ALL'], Next: 'Caught' },
];
const ends = { Rest: { Type: 'Pass', End: true }, Caught: { Type: 'Pass', End: true } };

test('retries say which Retrier has waited for how long, and why', async () => {
  const states = { T: { Type: 'Task', Resource: lambda, Retry: retry, Catch: all, End: true }, ...ends };
  const execution = await run(states, {}, { tasks: { T: mock.fails('Busy', 'try later').after(5) } });
  const { retries, caught } = execution.states('T');
  expect(retries).toEqual([{ at: 7, delay: 2, retrier: 0, error: 'Busy', cause: 'try later' }]);
  expect(caught).toEqual([{ at: 12, catcher: 1, next: 'Caught', error: 'Busy', cause: 'try later' }]);
});

test('a Parallel that is retried has its attempts, and is caught', async () => {
  const inner = { StartAt: 'T', States: { T: { Type: 'Task', Resource: queue, End: true } } };
  const states = { Both: { Type: 'Parallel', Branches: [inner], Retry: retry, Catch: all, End: true }, ...ends };
  const execution = await run(states, {}, { tasks: { T: mock.fails('Busy') } });
  const { attempts, retries, caught } = execution.states('Both');
  expect(attempts.map(({ at }) => at)).toEqual([0, 2]);
  expect(retries).toMatchObject([{ at: 2, delay: 2, error: 'Busy' }]);
  expect(caught).toMatchObject([{ at: 2, error: 'Busy', next: 'Caught' }]);
  expect(execution.states('T')).toMatchObject({ entered: 2, retries: [], caught: [] });
});

test('a failure that is no event of the history has been caught, too', async () => {
  const Parameters = { 'hash.$': 'States.StringToJson($.text)' };
  const states = { T: { Type: 'Task', Resource: lambda, Parameters, Catch: all, End: true }, ...ends };
  const execution = await run(states, { text: 'no JSON' });
  expect(execution.history.map(({ type }) => type).filter((type) => type.startsWith('Lambda'))).toEqual([]);
  expect(execution.states('T').caught).toMatchObject([{ error: 'States.IntrinsicFailure', next: 'Caught' }]);
});
