import type { Execution } from '@stepproof/test-harness';
import { Workspace, type Outcome, type Surroundings } from '../run';

const resource = 'arn:aws:states:::sqs:sendMessage';

const order = {
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: resource, Retry: [{ ErrorEquals: ['Card.Declined'] }], Next: 'Cool off' },
    'Cool off': { Type: 'Wait', Seconds: 90_000, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};
const declined = { fails: { error: 'Card.Declined', cause: 'no funds' } };
const mocks = { Charge: [declined, { returns: { id: 'ch_1' } }] };
const mockConfig = {
  StateMachines: {
    Order: { TestCases: { Paid: { Charge: 'Charged' }, Broke: { Charge: 'Declined' }, Forgotten: {} } },
  },
  MockedResponses: {
    Charged: { '0': { Return: { id: 'ch_1' } } },
    Declined: { '0-3': { Throw: { Error: 'Card.Declined', Cause: 'no funds' } } },
  },
};
const failing = { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Out.Of.Stock', Cause: 'none left' } } };
const slow = { StartAt: 'Sleep', TimeoutSeconds: 5, States: { Sleep: { Type: 'Wait', Seconds: 10, End: true } } };
const echo = { StartAt: 'Echo', States: { Echo: { Type: 'Pass', End: true } } };

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace().write({
    'order.asl.json': order,
    'mocks.json': mocks,
    'MockConfigFile.json': mockConfig,
    'failing.asl.json': failing,
    'slow.asl.json': slow,
    'echo.asl.yaml': 'StartAt: Echo\nStates:\n  Echo: { Type: Pass, End: true }\n',
  });
});
afterEach(() => {
  workspace.remove();
});

const run = (argv: readonly string[], surroundings?: Surroundings): Promise<Outcome> =>
  workspace.run(['run', ...argv], surroundings);

/** The execution, from the JSON. */
async function execution(argv: readonly string[]): Promise<Partial<Execution>> {
  const { stdout } = await run([...argv, '--format', 'json']);
  return JSON.parse(stdout) as Partial<Execution>;
}

test('a trace with virtual times, the attempts of what was retried, and the output', async () => {
  const { code, stdout, stderr } = await run(['order.asl.json', '--mocks', 'mocks.json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    '      0s  Charge          1s  {"id":"ch_1"}',
    '      0s    attempt 1         \u2716 Card.Declined: no funds',
    '      1s    attempt 2         {"id":"ch_1"}',
    '      1s  Cool off     1d 1h  {"id":"ch_1"}',
    '1d 1h 1s  Done            0s  {"id":"ch_1"}',
    '',
    '\u2714 SUCCEEDED after 1d 1h 1s',
    '{',
    '  "id": "ch_1"',
    '}',
    '',
  ]);
});

describe('the children of a distributed Map', () => {
  const each = (states: object, more: object = {}) => ({
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: Object.keys(states)[0],
      States: states,
    },
    End: true,
    ...more,
  });
  const work = { Type: 'Task', Resource: resource, Retry: [{ ErrorEquals: ['Busy'] }], Next: 'Rest' };
  const rest = { Type: 'Wait', Seconds: 2, End: true };
  const linesOf = async (machine: object, input: unknown, answers: object): Promise<string[]> => {
    workspace.write({ 'map.asl.json': machine, 'map-mocks.json': answers });
    const argv = ['map.asl.json', '--mocks', 'map-mocks.json', '--input', JSON.stringify(input)];
    return (await run(argv)).stdout.split('\n\n')[0]!.split('\n');
  };

  test('follow it, one after the other', async () => {
    const machine = { StartAt: 'Each', States: { Each: each({ Work: work, Rest: rest }, { MaxConcurrency: 1 }) } };
    const answers = { Work: [{ returns: 1 }, { fails: { error: 'Busy' } }, { returns: 2 }] };
    expect(await linesOf(machine, ['a', 'b'], answers)).toEqual([
      '0s  Each           5s  [1,2]',
      '0s    [0] Work     0s  1',
      '0s    [0] Rest     2s  1',
      '2s    [1] Work     1s  2',
      '2s      attempt 1      \u2716 Busy',
      '3s      attempt 2      2',
      '3s    [1] Rest     2s  2',
    ]);
  });

  test('are not all told where there are many', async () => {
    const states = {
      Choose: { Type: 'Choice', Choices: [{ Variable: '$', NumericGreaterThan: 94, Next: 'Stop' }], Default: 'Done' },
      Stop: { Type: 'Fail', Error: 'Too.Many' },
      Done: { Type: 'Succeed' },
    };
    const machine = { StartAt: 'Each', States: { Each: each(states, { ToleratedFailureCount: 9, ResultPath: null }) } };
    const input = Array.from({ length: 99 }, (_, index) => index);
    const lines = await linesOf(machine, input, {});
    expect(lines.filter((line) => line.includes('Choose'))).toHaveLength(6);
    expect(lines.slice(7)).toEqual([
      '0s    [95] Choose  0s  95',
      '0s    [95] Stop        \u2716 Too.Many',
      '0s    [96] Choose  0s  96',
      '0s    [96] Stop        \u2716 Too.Many',
      '0s    [97] Choose  0s  97',
      '0s    [97] Stop        \u2716 Too.Many',
      '      ... and 93 more children: 92 SUCCEEDED, 1 FAILED',
    ]);
  });

  test('have children themselves, and are told of each attempt', async () => {
    const inner = each({ Deep: { Type: 'Task', Resource: resource, End: true } });
    const outer = each({ Inner: inner }, { Retry: [{ ErrorEquals: ['States.ALL'] }] });
    const answers = { Deep: [{ fails: { error: 'Busy' } }, { returns: 1 }] };
    const failure = 'States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold was exceeded';
    expect(await linesOf({ StartAt: 'Outer', States: { Outer: outer } }, [['a']], answers)).toEqual([
      '0s  Outer         1s  [[1]]',
      `0s    attempt 1       \u2716 ${failure}`,
      '1s    attempt 2',
      `0s    [0] Inner       \u2716 ${failure}`,
      '0s      [0] Deep      \u2716 Busy',
      '1s    [0] Inner   0s  [1]',
      '1s      [0] Deep  0s  1',
    ]);
  });
});

test('a failure, and what led to it', async () => {
  const { code, stdout } = await run(['order.asl.json', '--mocks', 'MockConfigFile.json', '--test-case', 'Broke']);
  expect(code).toBe(1);
  expect(stdout.split('\n')).toEqual([
    '0s  Charge         \u2716 Card.Declined: no funds',
    '0s    attempt 1    \u2716 Card.Declined: no funds',
    '1s    attempt 2    \u2716 Card.Declined: no funds',
    '3s    attempt 3    \u2716 Card.Declined: no funds',
    '7s    attempt 4    \u2716 Card.Declined: no funds',
    '',
    '\u2716 FAILED after 7s',
    'Card.Declined: no funds',
    '',
  ]);
});

test.each<[string, readonly string[], number, object]>([
  ['succeeds', ['echo.asl.yaml'], 0, { status: 'SUCCEEDED', output: {}, duration: 0 }],
  ['fails', ['failing.asl.json'], 1, { status: 'FAILED', error: 'Out.Of.Stock', cause: 'none left' }],
  ['takes too long', ['slow.asl.json'], 1, { status: 'TIMED_OUT', duration: 5 }],
  [
    'takes too long for its type',
    ['order.asl.json', '--mocks', 'mocks.json', '--type', 'express'],
    1,
    { duration: 300 },
  ],
])('exit code and JSON of one that %s', async (_what, argv, code, expected) => {
  expect((await run(argv)).code).toBe(code);
  const found = await execution(argv);
  expect(found).toMatchObject(expected);
  expect(found.history?.[0]).toMatchObject({ id: 1, type: 'ExecutionStarted' });
});

test.each([
  ['JSON', '{ "a": [1] }'],
  ['a file', '@input.json'],
])('--input as %s', async (_what, input) => {
  workspace.write({ 'input.json': { a: [1] } });
  expect(await execution(['echo.asl.yaml', '--input', input])).toMatchObject({ output: { a: [1] } });
});

test('--seed: the same seed gives the same execution', async () => {
  workspace.write({
    'random.asl.json': {
      StartAt: 'A',
      QueryLanguage: 'JSONata',
      States: { A: { Type: 'Pass', Output: '{% $uuid() %}', End: true } },
    },
  });
  const outputOf = async (seed: string) => (await execution(['random.asl.json', '--seed', seed])).output;
  expect(await outputOf('7')).toBe(await outputOf('7'));
  expect(await outputOf('7')).not.toBe(await outputOf('8'));
});

describe('templates', () => {
  const machine = (definition: object, type?: string) => ({
    Type: 'AWS::Serverless::StateMachine',
    Properties: { ...(type && { Type: type }), Definition: definition },
  });
  const two = { Resources: { One: machine(echo), Other: machine({ ...slow, TimeoutSeconds: 1 }) } };

  test('one of several machines', async () => {
    workspace.write({ 'template.json': two });
    expect((await run(['template.json', '--machine', 'One'])).code).toBe(0);
    expect((await run(['template.json', '--machine', 'Other'])).code).toBe(1);
  });

  test.each([
    [[], '"template.json" holds 2 state machines; choose one with --machine: "One", "Other"'],
    [
      ['--machine', 'Othr'],
      '"template.json" holds no state machine "Othr"; did you mean "Other"? it has "One", "Other"',
    ],
  ])('%j', async (argv, expected) => {
    workspace.write({ 'template.json': two });
    expect(await run(['template.json', ...argv])).toEqual({ code: 2, stdout: '', stderr: `stepproof: ${expected}\n` });
  });

  test('the template decides the type, also of the file that it names', async () => {
    const properties = { Type: 'EXPRESS', DefinitionUri: 'long.asl.json' };
    workspace.write({
      'template.json': { Resources: { One: { Type: 'AWS::Serverless::StateMachine', Properties: properties } } },
      'long.asl.json': { StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 301, End: true } } },
    });
    expect(await execution(['long.asl.json'])).toMatchObject({ status: 'TIMED_OUT' });
    expect(await execution(['long.asl.json', '--type', 'standard'])).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('could not run: exit code 2, nothing on stdout, the remedy last', () => {
  const config = ['--mocks', 'MockConfigFile.json'];

  test.each<[string, readonly string[], readonly string[]]>([
    ['no such file', ['nope.json'], ['"nope.json" does not exist; check the path']],
    ['a folder', ['.'], ['cannot read "." (EISDIR); check that it is a file and may be read']],
    [
      'no state machine',
      ['mocks.json'],
      ['"mocks.json" holds no state machine that is known before deployment; name a definition or a template with one'],
    ],
    ['input that is not JSON', ['echo.asl.yaml', '--input', '{ a'], ['--input is not JSON: ', 'or as @file']],
    ['no such input', ['echo.asl.yaml', '--input', '@nope'], ['"nope" does not exist; check the path']],
    ['no such mocks', ['echo.asl.yaml', '--mocks', 'nope'], ['"nope" does not exist; check the path']],
    [
      'a call without an answer',
      ['order.asl.json', '--input', '{"n":1}'],
      [
        `nothing answers the call of "${resource}" in the state "Charge" with the parameters {"n":1}; write { "Charge": { "returns": ... } } to a file, and give it to --mocks`,
      ],
    ],
    [
      'a call without an answer in the file of mocks',
      ['order.asl.json', '--mocks', 'empty.json'],
      ['; add { "Charge": { "returns": ... } } to "empty.json"'],
    ],
    [
      'a call without an answer in the test case',
      ['order.asl.json', ...config, '--test-case', 'Forgotten'],
      ['; name a response for "Charge" in the test case in "MockConfigFile.json"'],
    ],
    [
      'no test case chosen',
      ['order.asl.json', ...config],
      [
        'MockConfigFile.json:4:7  "/StateMachines/Order/TestCases" has several entries; name one of "Paid", "Broke", "Forgotten"\n',
        'cannot use --mocks "MockConfigFile.json": 1 problem; correct it, or choose with --test-case and --machine',
      ],
    ],
    ['an unknown test case', ['order.asl.json', ...config, '--test-case', 'paid'], ['did you mean "Paid"?']],
    ['a test case without its file', ['order.asl.json', '--test-case', 'Paid'], ['name the file, too: --mocks']],
    [
      'mocks in another format',
      ['order.asl.json', '--mocks', 'bare.json'],
      ['bare.json:2:3  "/Charge" must be object; write exactly one of', 'as "stepproof run --help" shows'],
    ],
    [
      'a mock for no state',
      ['order.asl.json', '--mocks', 'unknown.json'],
      ['cannot use --mocks: "tasks" has a mock for "Chrage", but the machine has no state of that name; use one of'],
    ],
    [
      'an invalid definition',
      ['invalid.asl.json'],
      [
        'invalid.asl.json:6:15  "Next" names "B", which is not a state',
        'invalid.asl.json:8:5  "C" cannot be reached',
        'AWS would refuse the definition in "invalid.asl.json": 2 problems; mend them first',
      ],
    ],
    [
      'text that cannot be read',
      ['broken.asl.json'],
      ['broken.asl.json:1:', 'cannot read "broken.asl.json": 1 problem; correct the text'],
    ],
    [
      'a loop without end, which Express would let go on for minutes',
      ['loop.asl.json', '--type', 'express'],
      ['100000 events, the last of them in the state "', '; give its loop a way out'],
    ],
    ['an option that is none', ['echo.asl.yaml', '--seed', '-1'], ['Give a whole number, 0 or greater.']],
  ])('%s', async (_what, argv, expected) => {
    const again = { Variable: '$.n', IsPresent: false, Next: 'A' };
    workspace.write({
      'empty.json': {},
      'bare.json': { Charge: 1 },
      'unknown.json': { Chrage: { returns: 1 } },
      'invalid.asl.json': {
        StartAt: 'A',
        States: { A: { Type: 'Pass', Next: 'B' }, C: { Type: 'Succeed' } },
      },
      'broken.asl.json': '{ "StartAt": "A" "States": {} }',
      'loop.asl.json': {
        StartAt: 'A',
        States: {
          A: { Type: 'Pass', Next: 'B' },
          B: { Type: 'Choice', Choices: [again], Default: 'C' },
          C: { Type: 'Succeed' },
        },
      },
    });
    const outcome = await run(argv);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    for (const words of expected) expect(outcome.stderr).toContain(words);
    expect(outcome.stderr.trimEnd().split('\n').at(-1)).toMatch(/^stepproof: /);
  });
});

describe('on a terminal', () => {
  const many = {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemsPath: '$',
        ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
        End: true,
      },
    },
  };
  const items = JSON.stringify(Array.from({ length: 1000 }, (_, index) => index));

  test.each<[string, Surroundings, boolean]>([
    ['coloured', { tty: true }, true],
    ['plain with NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, false],
    ['plain elsewhere', {}, false],
    ['coloured with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
  ])('%s', async (_what, surroundings, isColored) => {
    const { stdout } = await run(['echo.asl.yaml'], surroundings);
    expect(stdout.includes('\u001B[')).toBe(isColored);
  });

  test('a long run tells how far it is, and wipes that away', async () => {
    workspace.write({ 'many.asl.json': many });
    const argv = ['many.asl.json', '--input', items];
    const { stderr } = await run(argv, { tty: true });
    expect(stderr).toContain('2000 events, 0s of virtual time');
    expect(stderr.endsWith('\r\u001B[K')).toBe(true);
    expect((await run(argv)).stderr).toBe('');
    expect((await run(['echo.asl.yaml'], { tty: true })).stderr).toBe('');
  });
});

test('run --help shows both formats of mocks and the exit codes', async () => {
  const { code, stdout } = await run(['--help']);
  expect(code).toBe(0);
  for (const words of ['--input', '--seed', '"returns"', '"MockedResponses"', 'Exit code']) {
    expect(stdout).toContain(words);
  }
});

describe('a contract beside the definition', () => {
  const contract = {
    input: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    tasks: { Charge: { result: { type: 'object', required: ['id'] } } },
  };
  const answers = { Charge: { returns: { id: 'ch_1' } } };

  test('is kept to', async () => {
    workspace.write({
      'order.contracts.json': contract,
      'answers.json': answers,
      'wrong.json': { Charge: { returns: {} } },
    });
    const kept = await run(['order.asl.json', '--input', '{"id":"a"}', '--mocks', 'answers.json']);
    expect(kept.code).toBe(0);
    const broken = await run(['order.asl.json', '--input', '{"id":7}', '--mocks', 'answers.json']);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain(
      'The input of the execution breaks "order.contracts.json": "/id" is 7, and must be string; start the execution with what the machine is given, or change the contract',
    );
    const wrong = await run(['order.asl.json', '--input', '{"id":"a"}', '--mocks', 'wrong.json']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain(
      'The result of "arn:aws:states:::sqs:sendMessage" in the state "Charge" breaks "order.contracts.json": it is {}, and must have "id"',
    );
  });

  test('that cannot be used is told with its places', async () => {
    workspace.write({
      'order.contracts.json': { input: { $ref: './shared.json' }, tasks: { Chrage: {} } },
      'shared.json': '{',
    });
    const { code, stderr } = await run(['order.asl.json']);
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^shared\.json:1:\d+ {2}/),
      'order.contracts.json:6:5  "/tasks/Chrage" is no state of the machine; did you mean "Charge"?',
      expect.stringContaining('the contract of "order.asl.json" cannot be used: 2 problems; mend it first'),
      '',
    ]);
  });

  test('of a whole project goes by the name of a machine in a template', async () => {
    const resource = { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: echo } };
    workspace.write({
      'infra/template.json': { Resources: { Echo: resource, Other: resource } },
      'stepproof.contracts.json': { machines: { Echo: { input: { type: 'number' } } } },
    });
    expect((await run(['infra/template.json', '--machine', 'Other', '--input', '"a"'])).code).toBe(0);
    const { code, stderr } = await run(['infra/template.json', '--machine', 'Echo', '--input', '"a"']);
    expect(code).toBe(2);
    expect(stderr).toContain('breaks "stepproof.contracts.json": it is "a", and must be number');
  });
});
