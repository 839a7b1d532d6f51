import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@stepproof/test-harness';
import * as matchers from '../../src/matchers';
import { failureOf, input, order, ordered, tasks } from './support';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every file of a matcher is in the index, and has a test', () => {
  const files = (folder: string, end: string): string[] =>
    readdirSync(join(__dirname, folder))
      .filter((name) => name.startsWith('to-') && name.endsWith(end))
      .map((name) => name.slice(0, -end.length))
      .sort();
  const names = Object.keys(matchers).map(kebab).sort();
  expect(files('../../src/matchers', '.ts')).toEqual(names);
  expect(files('.', '.test.ts')).toEqual(names);
});

test('a received value that is no execution is a mistake', () => {
  expect(failureOf(() => expect({ status: 'SUCCEEDED' }).toHaveSucceeded())).toMatchInlineSnapshot(`
   "expect(execution).toHaveSucceeded()

   Matcher error: received value must be an execution, as run(...) and machine.execute(...) give it

   Received has type:  object
   Received has value: {"status": "SUCCEEDED"}"
  `);
  expect(failureOf(() => expect(undefined).not.toHaveVisited('Charge'))).toContain('Received has value: undefined');
});

test('an execution that is not awaited is a mistake', async () => {
  const execution = run(order, input, { tasks });
  expect(failureOf(() => expect(execution).not.toHaveSucceeded())).toContain('give it; await it first');
  await execution;
});

test('what a state is not named is a mistake, also without a type check', async () => {
  const execution = await ordered();
  // @ts-expect-error -- a name is a string
  expect(failureOf(() => expect(execution).toHaveVisited(undefined))).toContain(
    'there is no state named undefined; use',
  );
  // @ts-expect-error -- a name is a string
  expect(failureOf(() => expect(execution).toHaveCalledTask(null))).toContain('there is no state named null; use one');
  // @ts-expect-error -- a path is an array
  expect(failureOf(() => expect(execution).toHaveTakenPath('ReserveStock'))).toContain(
    'the names of states must be an array, not "ReserveStock"',
  );
});

test('a long trace is kept short', async () => {
  const Wait = { Type: 'Wait', Seconds: 1, End: true };
  const ItemProcessor = { StartAt: 'Wait', States: { Wait } };
  const definition = { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor, End: true } } };
  const execution = await run(
    definition,
    Array.from({ length: 30 }, () => 0),
    { seed: 5 },
  );
  const message = failureOf(() => expect(execution).not.toHaveSucceeded());
  expect(message).toContain('Execution (seed 5):\n');
  expect(message).toContain('\n  ... 11 more lines\n');
});

test('an asymmetric matcher with a state that does not exist is a mistake, too', async () => {
  const execution = await ordered();
  expect(() => expect([execution]).toEqual([expect.toHaveVisited('Pay')])).toThrow('there is no state named "Pay"');
});
