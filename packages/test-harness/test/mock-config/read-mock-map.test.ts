import { readMockMap } from '../../src';
import { queue, run } from '../support';

const task = { Type: 'Task', Resource: queue, End: true };
const retried = { ...task, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 3 }] };

const read = (mocks: unknown) => readMockMap(JSON.stringify(mocks), { file: 'mocks.json' });

test.each<[string, unknown, unknown]>([
  ['by state', { A: { returns: { id: 1 } } }, { id: 1 }],
  ['by resource', { 'sqs:sendMessage': { returns: null } }, null],
  ['one after the other', { A: [{ fails: { error: 'Busy' } }, { fails: { error: 'Busy' } }, { returns: 2 }] }, 2],
])('%s', async (_what, mocks, expected) => {
  expect((await run({ A: retried }, {}, { tasks: read(mocks) })).output).toEqual(expected);
});

test('the last of a list answers all that still come', async () => {
  const Map = { Type: 'Map', MaxConcurrency: 1, ItemProcessor: { StartAt: 'A', States: { A: task } }, End: true };
  const tasks = read({ A: [{ returns: 1 }, { returns: 2 }] });
  expect((await run({ Map }, [0, 0, 0], { tasks })).output).toEqual([1, 2, 2]);
});

test('an error with its cause', async () => {
  const execution = await run({ A: task }, {}, { tasks: read({ A: { fails: { error: 'E', cause: 'why' } } }) });
  expect(execution).toMatchObject({ status: 'FAILED', error: 'E', cause: 'why' });
});

test.each<[string, unknown, string]>([
  [
    'both',
    { A: { returns: 1, fails: { error: 'E' } } },
    '"/A" must NOT have more than 1 properties; write exactly one of',
  ],
  ['a bare value', { A: 1 }, '"/A" must be object; write exactly one of { "returns": ... }'],
  ['an empty list', { A: [] }, '"/A" must NOT have fewer than 1 items; write at least one mock'],
  ['a bad one in a list', { A: [{ returns: 1 }, {}] }, '"/A/1" must NOT have fewer than 1 properties; write'],
  [
    'a failure without an error',
    { A: { fails: {} } },
    '"/A/fails" lacks "error"; write { "error": "...", "cause": "..." }',
  ],
  ['no map', [], '"/" must be object; write { "<state or resource>": { "returns": ... } }'],
])('refused: %s', (_what, mocks, expected) => {
  expect(() => read(mocks)).toThrow(`mocks.json:1:`);
  expect(() => read(mocks)).toThrow(expected);
});
