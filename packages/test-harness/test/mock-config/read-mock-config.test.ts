import {
  InvalidMocksError,
  MockExhaustedError,
  readMockConfig,
  StateMachine,
  UnansweredCallError,
  type MockConfigOptions,
} from '../../src';
import { lambda, queue, run } from '../support';

const throws = (error: string, cause = '') => ({ Throw: { Error: error, Cause: cause } });
const returns = (value: unknown) => ({ Return: value });

/** A file with the machine "Flow", whose test case "Case" answers the state "A" with those responses. */
const config = (responses: object, rest: object = {}): string =>
  JSON.stringify({
    StateMachines: { Flow: { TestCases: { Case: { A: 'Response' } } } },
    MockedResponses: { Response: responses, ...rest },
  });

const read = (text: string) => readMockConfig(text, { testCase: 'Case' });

const task = { Type: 'Task', Resource: queue, End: true };
const retried = { ...task, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 5 }] };

describe('the number of the invocation chooses the response', () => {
  test('over retries, in ranges, whichever order the keys have', async () => {
    const responses = { '1-2': throws('Declined', 'again'), '3': returns({ ok: true }), '0': throws('Busy', 'slow') };
    const execution = await run({ A: retried }, {}, { tasks: read(config(responses)) });
    expect(execution.states('A').attempts).toEqual([
      { at: 0, error: 'Busy', cause: 'slow' },
      { at: 1, error: 'Declined', cause: 'again' },
      { at: 3, error: 'Declined', cause: 'again' },
      { at: 7, output: { ok: true } },
    ]);
  });

  test('over a loop', async () => {
    const states = {
      A: { Type: 'Task', Resource: lambda, Next: 'Done?' },
      'Done?': { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 2, Next: 'End' }], Default: 'A' },
      End: { Type: 'Succeed' },
    };
    const responses = { '0-1': returns({ n: 1 }), '2': returns({ n: 2 }) };
    const execution = await run(states, {}, { tasks: read(config(responses)) });
    expect(execution.states('A').outputs).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
  });

  test('over the iterations of a Map', async () => {
    const Map = {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'A', States: { A: task } },
      End: true,
    };
    const responses = { '0': returns('first'), '1-2': returns('other') };
    const execution = await run({ Map }, [1, 2, 3], { tasks: read(config(responses)) });
    expect(execution.output).toEqual(['first', 'other', 'other']);
  });

  test('anew in each execution', async () => {
    const machine = new StateMachine({ StartAt: 'A', States: { A: task } });
    const tasks = read(config({ '0': returns(1) }));
    expect((await machine.execute({}, { tasks })).output).toBe(1);
    expect((await machine.execute({}, { tasks })).output).toBe(1);
  });
});

test('a result is that of the integration, before ResultSelector', async () => {
  const A = { ...task, Resource: 'arn:aws:states:::lambda:invoke', ResultSelector: { 'paid.$': '$.Payload.paid' } };
  const responses = { '0': returns({ StatusCode: 200, Payload: { paid: true } }) };
  expect((await run({ A }, {}, { tasks: read(config(responses)) })).output).toEqual({ paid: true });
});

test('a Task that waits for its token needs none', async () => {
  const A = { ...task, Resource: `${queue}.waitForTaskToken`, Parameters: { 'MessageBody.$': '$$.Task.Token' } };
  expect((await run({ A }, {}, { tasks: read(config({ '0': returns('approved') })) })).output).toBe('approved');
});

test.each<[string, object, number]>([
  ['after the last key', { '0-1': throws('Busy') }, 2],
  ['in a gap', { '0': throws('Busy'), '2': returns(1) }, 1],
  ['without any key', {}, 0],
])('an invocation %s ends the run by name', async (_what, responses, invocation) => {
  const running = run({ A: retried }, {}, { tasks: read(config(responses)) });
  await expect(running).rejects.toThrow(MockExhaustedError);
  await expect(running).rejects.toThrow(
    `The mocked response "Response" has nothing for invocation ${invocation} of the state "A"; ` +
      `add the key "${invocation}" to it, or a range that holds it`,
  );
});

test('a state that the test case does not name is not answered', async () => {
  const states = { A: { ...task, End: undefined, Next: 'B' }, B: task };
  const running = run(states, {}, { tasks: read(config({ '0': returns(1) })) });
  await expect(running).rejects.toThrow(UnansweredCallError);
});

test('the only test case of the only machine needs no name', async () => {
  expect((await run({ A: task }, {}, { tasks: readMockConfig(config({ '0': returns(1) })) })).output).toBe(1);
});

test('what no test case uses may be empty', () => {
  expect(() => read(config({ '0': returns(1) }, { Unused: {} }))).not.toThrow();
});

test('names such as "__proto__" and "constructor" are names', async () => {
  const text = `{
    "StateMachines": { "constructor": { "TestCases": { "__proto__": { "__proto__": "toString" } } } },
    "MockedResponses": { "toString": { "0": { "Return": { "__proto__": 1 } } } }
  }`;
  const states = JSON.parse(`{ "__proto__": ${JSON.stringify(task)} }`) as Record<string, object>;
  const execution = await run(states, {}, { tasks: readMockConfig(text, { testCase: '__proto__' }) });
  expect(JSON.stringify(execution.output)).toBe('{"__proto__":1}');
  expect(() => readMockConfig(text, { testCase: 'valueOf' })).toThrow('has no "valueOf"');
});

describe('refused, with the place and the remedy', () => {
  const two = `{
  "StateMachines": {
    "Orders": { "TestCases": { "HappyPath": { "A": "Ok" }, "Broken": { "A": "Okey" } } },
    "Refunds": { "TestCases": {} }
  },
  "MockedResponses": { "Ok": { "0": { "Return": 1 } } }
}`;

  test.each<[string, string, MockConfigOptions, string]>([
    [
      'several machines and none named',
      two,
      {},
      '2:3  "/StateMachines" has several entries; name one of "Orders", "Refunds"',
    ],
    [
      'several test cases and none named',
      two,
      { stateMachine: 'Orders', testCase: undefined },
      '3:17  "/StateMachines/Orders/TestCases" has several entries; name one of "HappyPath", "Broken"',
    ],
    [
      'an unknown machine',
      two,
      { stateMachine: 'orders' },
      '2:3  "/StateMachines" has no "orders"; did you mean "Orders"? use one of "Orders", "Refunds"',
    ],
    [
      'an unknown test case',
      two,
      { stateMachine: 'Orders', testCase: 'HapyPath' },
      '3:17  "/StateMachines/Orders/TestCases" has no "HapyPath"; did you mean "HappyPath"? use one of "HappyPath", "Broken"',
    ],
    [
      'a machine without test cases',
      two,
      { stateMachine: 'Refunds' },
      '4:18  "/StateMachines/Refunds/TestCases" has no "Case"; add it',
    ],
    [
      'an unknown response',
      two,
      { stateMachine: 'Orders', testCase: 'Broken' },
      '3:72  "/StateMachines/Orders/TestCases/Broken/A" names a response, but "MockedResponses" has no "Okey"; use one of "Ok"',
    ],
    [
      'no machine',
      '{ "StateMachines": {}, "MockedResponses": {} }',
      {},
      '1:3  "/StateMachines" is empty; add what the run is to use',
    ],
    [
      'a missing member',
      '{ "StateMachines": {} }',
      {},
      '1:1  "/" lacks "MockedResponses"; write { "StateMachines": { ... }, "MockedResponses": { ... } }',
    ],
    [
      'a key that is no number',
      config({ first: returns(1) }),
      {},
      '"/MockedResponses/Response/first" has a name that is not known here; write the number of an invocation such as "0", or a range such as "1-2"',
    ],
    [
      'both Return and Throw',
      config({ '0': { ...returns(1), ...throws('E') } }),
      {},
      '"/MockedResponses/Response/0" must NOT have more than 1 properties; write exactly one of { "Return": ... } and { "Throw": { "Error": "...", "Cause": "..." } }',
    ],
    [
      'neither',
      config({ '0': {} }),
      {},
      '"/MockedResponses/Response/0" must NOT have fewer than 1 properties; write exactly',
    ],
    [
      'an unknown member',
      config({ '0': { return: 1 } }),
      {},
      '"/MockedResponses/Response/0/return" is not known here; write exactly',
    ],
    [
      'a Throw without a Cause',
      config({ '0': { Throw: { Error: 'E' } } }),
      {},
      '"/MockedResponses/Response/0/Throw" lacks "Cause"; write { "Error": "...", "Cause": "..." }',
    ],
    [
      'two keys for one invocation',
      config({ '0-2': returns(1), '1': returns(1) }),
      {},
      '"/MockedResponses/Response/1" stands for invocation 1, and so does "0-2"; keep one of them',
    ],
    [
      'a range that ends before it begins',
      config({ '2-1': returns(1) }),
      {},
      '"/MockedResponses/Response/2-1" is a range that ends before it begins; write "1-2"',
    ],
    ['text that is not JSON', '{ "StateMachines": ', {}, '1:'],
    ['nothing', '', {}, 'not JSON: '],
    ['something else', '3', {}, '1:1  "/" must be object; write { "StateMachines"'],
  ])('%s', (_what, text, options, expected) => {
    const reading = () => readMockConfig(text, { testCase: 'Case', file: 'mocks.json', ...options });
    expect(reading).toThrow(InvalidMocksError);
    expect(reading).toThrow(expected);
    expect(reading).toThrow('mocks.json');
  });

  test('all problems at once', () => {
    const text = config({ '0': {}, x: returns(1), '1': throws('E'), '2': { Throw: {} } });
    try {
      read(text);
      throw new Error('should not get here');
    } catch (error) {
      expect((error as InvalidMocksError).problems).toHaveLength(4);
    }
  });
});

test('a file of thousands of mistakes names them all, and shows some', () => {
  const text = config(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index, {}])));
  expect(() => read(text)).toThrow('and 19990 more');
});

test('a file of thousands of responses is read at once', async () => {
  const responses = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index, returns(index)]));
  const execution = await run({ A: task }, {}, { tasks: read(config(responses)) });
  expect(execution.output).toBe(0);
});
