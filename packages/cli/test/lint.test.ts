import { sound, unreachable, unreadable, warned, Workspace, type Outcome, type Surroundings } from './run';

let workspace: Workspace;
beforeEach(() => (workspace = new Workspace()));
afterEach(() => {
  workspace.remove();
});

const lint = (argv: readonly string[], surroundings?: Surroundings): Promise<Outcome> =>
  workspace.run(['lint', ...argv], surroundings);

/** The files with findings in them, from ESLint's json. */
async function reported(argv: readonly string[], surroundings?: Surroundings): Promise<string[]> {
  const { stdout } = await lint(['--format', 'json', ...argv], surroundings);
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => `${filePath.replace(`${workspace.folder}/`, '')} ${String(ruleId)}`),
  );
}

describe('exit code', () => {
  beforeEach(() =>
    workspace.write({
      'sound.asl.json': sound,
      'unreachable.asl.json': unreachable,
      'warned.asl.json': warned,
      'unreadable.asl.json': unreadable,
      'package.json': { name: 'x' },
    }),
  );

  test.each<[string, readonly string[], number]>([
    ['nothing found', ['sound.asl.json'], 0],
    ['no state machine in the file', ['package.json'], 0],
    ['an error', ['unreachable.asl.json'], 1],
    ['an error beside a sound file', ['sound.asl.json', 'unreachable.asl.json'], 1],
    ['text that cannot be read', ['unreadable.asl.json'], 1],
    ['a warning', ['warned.asl.json'], 0],
    ['as many warnings as allowed', ['--max-warnings', '1', 'warned.asl.json'], 0],
    ['more warnings than allowed', ['--max-warnings', '0', 'warned.asl.json'], 1],
    ['more warnings than allowed, though not shown', ['--quiet', '--max-warnings', '0', 'warned.asl.json'], 1],
    ['the rule switched off', ['--rule', 'asl/no-unreachable-state: off', 'unreachable.asl.json'], 0],
    ['the rule turned down', ['--rule', 'asl/no-unreachable-state: warn', 'unreachable.asl.json'], 0],
  ])('%s', async (_what, argv, expected) => {
    expect((await lint(argv)).code).toBe(expected);
  });

  test('too many warnings are said to be', async () => {
    expect((await lint(['--max-warnings', '0', 'warned.asl.json'])).stderr).toBe(
      'stepproof: there are more warnings (1) than --max-warnings allows (0); mend them or allow more\n',
    );
  });
});

test('a Terraform definition has its findings where they are written', async () => {
  workspace.write({
    'main.tf': `locals {
  send = {
    Type     = "Task"
    Resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    Parameters = {
      QueueUrl         = aws_sqs_queue.orders.url
      "MessageBody.$" = "$$.Task.Token"
    }
    Next = "Sent"
  }
}

resource "aws_sfn_state_machine" "order" {
  type       = "EXPRESS"
  definition = jsonencode({
    StartAt = "Send" # the first
    States  = { Send = local.send, Done = { Type = "Succed" } }
  })
}
`,
  });
  const { stdout, code } = await lint(['--format', 'json', '--quiet', 'main.tf']);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string; line: number; column: number }[] }];
  expect(messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toEqual([
    '4:16 asl/no-express-unsupported',
    '9:12 asl/valid-transition-targets',
    '17:52 asl/valid-field-values',
  ]);
  expect(code).toBe(1);
});

test('a file that Terraform refers to has the type that Terraform gives it, by whatever name', async () => {
  const definition =
    '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"${queue}","MessageBody.$":"$$.Task.Token"},"TimeoutSeconds":${seconds},"End":true}}}';
  const names = ['a.asl.json', 'b.json.tftpl', 'c.json.tpl', 'd.asl.json.tftpl'];
  workspace.write({
    'main.tf': [...names, 'absent.json']
      .map(
        (name, index) =>
          `resource "aws_sfn_state_machine" "m${index}" {\n  type = "EXPRESS"\n  definition = templatefile("\${path.module}/states/${name}", { seconds = 5, queue = aws_sqs_queue.q.url })\n}\n`,
      )
      .join(''),
    ...Object.fromEntries(names.map((name) => [`states/${name}`, definition])),
  });
  const files = names.map((name) => `states/${name}`);
  const expected = files.map((name) => `${name} asl/no-express-unsupported`);
  expect(await reported(['--quiet', 'main.tf', ...files])).toEqual(expected);
  expect(await reported(['main.tf'])).toEqual([]);
});

describe('could not run: exit code 2 and one line with the remedy', () => {
  beforeEach(() => workspace.write({ 'a.asl.json': sound }));

  test.each<[string, readonly string[], string]>([
    ['a file that is not there', ['nope.json'], '"nope.json" does not exist; check the path'],
    ['a folder that is not there', ['nope/'], '"nope/" does not exist; check the path'],
    ['no files', [], 'nothing to lint; name files, folders or globs: stepproof lint "workflows/**/*.asl.json"'],
    ['files and --stdin', ['--stdin', 'a.asl.json'], '--stdin reads no files; leave out "a.asl.json" or --stdin'],
    [
      'an unknown type',
      ['--type', 'fast', 'a.asl.json'],
      "option '--type <type>' argument 'fast' is invalid. Allowed choices are standard, express.",
    ],
    [
      'an unknown format',
      ['--format', 'xml', 'a.asl.json'],
      "option '--format <format>' argument 'xml' is invalid. Allowed choices are stylish, json, sarif, junit, github.",
    ],
    [
      'no number',
      ['--max-warnings', '-1', 'a.asl.json'],
      "option '--max-warnings <number>' argument '-1' is invalid. Give a number, 0 or greater.",
    ],
    ['an unknown option', ['--quite', 'a.asl.json'], "unknown option '--quite' (Did you mean --quiet?)"],
    [
      'an unknown rule',
      ['--rule', 'asl/no-unreachable: off', 'a.asl.json'],
      'unknown rule "asl/no-unreachable"; see the list in the documentation',
    ],
    [
      'a misspelt rule',
      ['--rule', 'asl/no-unreachable-sate: off', 'a.asl.json'],
      'unknown rule "asl/no-unreachable-sate"; did you mean "asl/no-unreachable-state"?',
    ],
    [
      'a rule of nobody',
      ['--rule', 'nope: error', 'a.asl.json'],
      'cannot use the configuration: Key "rules": Key "nope": Could not find "nope" in plugin "@"; correct --rule or the file given to --config',
    ],
    [
      'a rule that cannot be read',
      ['--rule', '{{', 'a.asl.json'],
      `cannot read --rule "{{"; write it as 'asl/require-catch: off'`,
    ],
    [
      'a configuration that is not there',
      ['--config', 'nope.js', 'a.asl.json'],
      '"nope.js" does not exist; check --config',
    ],
  ])('%s', async (_what, argv, expected) => {
    expect(await lint(argv)).toEqual({ code: 2, stdout: '', stderr: `stepproof: ${expected}\n` });
  });

  test('options that a rule does not have', async () => {
    const { code, stdout, stderr } = await lint([
      '--rule',
      'asl/no-unreachable-state: [error, { a: 1 }]',
      'a.asl.json',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^stepproof: cannot use the configuration: .*asl\/no-unreachable-state.*; correct --rule .*\n$/,
    );
  });
});

describe('options', () => {
  const waits = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync', Parameters: {}, End: true } },
  };

  test.each([
    ['standard', []],
    ['STANDARD', []],
    ['express', ['a.asl.json asl/no-express-unsupported']],
  ])('--type %s', async (type, expected) => {
    workspace.write({ 'a.asl.json': waits });
    const found = await reported(['--type', type, 'a.asl.json']);
    expect(found.filter((finding) => finding.includes('no-express-unsupported'))).toEqual(expected);
  });

  test('--quiet shows errors only', async () => {
    workspace.write({ 'a.asl.json': warned, 'b.asl.json': unreachable });
    expect(await reported(['--quiet', 'a.asl.json', 'b.asl.json'])).toEqual(['b.asl.json asl/no-unreachable-state']);
  });

  test('--no-inline-config', async () => {
    const States = { ...unreachable.States, Island: { Type: 'Succeed', Comment: 'eslint-disable -- wanted' } };
    workspace.write({ 'a.asl.json': { ...unreachable, States } });
    expect(await reported(['a.asl.json'])).toEqual([]);
    expect(await reported(['--no-inline-config', 'a.asl.json'])).toEqual(['a.asl.json asl/no-unreachable-state']);
  });

  test('--fix writes the mended file', async () => {
    workspace.write({ 'a.asl.json': warned });
    expect(await lint(['--fix', 'a.asl.json'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(workspace.read('a.asl.json'))).toEqual({
      ...warned,
      States: { Done: { Type: 'Succeed', Comment: ' ' } },
    });
  });
});

describe('--stdin', () => {
  const text = JSON.stringify(unreachable);

  test('takes the kind of file from the contents', async () => {
    expect(await reported(['--stdin'], { stdin: text })).toEqual(['stdin asl/no-unreachable-state']);
    expect(await reported(['--stdin'], { stdin: 'a: 1' })).toEqual([]);
  });

  test('takes the kind of file from --stdin-filename', async () => {
    const argv = ['--stdin', '--stdin-filename', 'flows/x.asl.yaml'];
    expect(await reported(argv, { stdin: 'a: 1' })).toContain('flows/x.asl.yaml asl/required-fields');
  });

  test('bytes that split a character', async () => {
    const bytes = new TextEncoder().encode(text.replaceAll('Island', 'Îsland'));
    const { stdout } = await lint(['--stdin'], { stdin: bytes });
    expect(stdout).toContain('"Îsland" cannot be reached');
  });

  test('--fix writes the mended text to stdout and the findings to stderr', async () => {
    const both = { ...unreachable, Comment: 'eslint-disable asl/require-catch' };
    const { code, stdout, stderr } = await lint(['--stdin', '--fix'], { stdin: JSON.stringify(both) });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ ...both, Comment: ' ' });
    expect(stderr).toContain('asl/no-unreachable-state');
  });

  test('--fix writes the text as it was when there is nothing to mend', async () => {
    expect(await lint(['--stdin', '--fix'], { stdin: 'a: 1' })).toEqual({ code: 0, stdout: 'a: 1', stderr: '' });
  });
});

describe('bad input', () => {
  test.each<[string, string, unknown, number]>([
    ['an empty file', 'a.asl.json', '', 1],
    ['100,000 nested arrays', 'a.asl.json', '['.repeat(100_000), 1],
    ['100,000 nested lists', 'a.asl.yaml', '- '.repeat(100_000), 1],
    ['cyclic YAML', 'a.asl.yaml', 'StartAt: A\nStates: &s\n  A: *s\n', 1],
    [
      'names that objects have already',
      'a.asl.json',
      '{"StartAt":"constructor","States":{"constructor":{"Type":"Pass","Next":"__proto__"},"__proto__":{"Type":"Succeed"}}}',
      0,
    ],
    ['bytes that are no text', 'a.asl.json', '\u0000\uFFFD\uD800', 1],
    ['a large file without a machine', 'a.json', { a: 'x'.repeat(10_000_000) }, 0],
  ])('%s', async (_what, name, contents, code) => {
    workspace.write({ [name]: contents });
    const outcome = await lint([name]);
    expect(outcome).toMatchObject({ code, stderr: '' });
  });
});

test('what several machines share is told of once', async () => {
  const state = '{ Type = "Pass", Type = "Pass", Mode = "x", End = true }';
  const machine = (name: string): string =>
    `resource "aws_sfn_state_machine" "${name}" { definition = jsonencode({ StartAt = "A", States = local.states }) }`;
  workspace.write({
    'main.tf': `locals {\n  states = { A = ${state} }\n}\n${machine('first')}\n${machine('second')}\n`,
    'shared.yaml': [
      'first: &first',
      '  StartAt: A',
      '  States: { A: &a { Type: Pass, Mode: x, End: true } }',
      'second: { StartAt: A, States: { A: *a } }',
    ].join('\n'),
  });
  expect(await reported(['--quiet', 'main.tf'])).toEqual([
    'main.tf asl/no-duplicate-keys',
    'main.tf asl/no-unsupported-fields',
  ]);
  expect(await reported(['--quiet', 'shared.yaml'])).toEqual(['shared.yaml asl/no-unsupported-fields']);
});
