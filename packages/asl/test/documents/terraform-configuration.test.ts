import type { StateMachine, TaskState } from '../../src/syntax';
import { definitionOf, onlyMachine, read, written } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const object = '{ StartAt = "A", States = { A = { Type = "Pass", End = true } } }';
const resource = (body: string): string => `resource "aws_sfn_state_machine" "order" {\n${body}\n}\n`;
const task = (members: string): string =>
  `definition = jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = "arn", ${members}, End = true } } })`;
const firstTask = ({ states }: StateMachine): TaskState => states[0] as TaskState;
const beside = (...texts: readonly string[]) => ({ siblings: { texts, values: [] } });

describe('locals of another file', () => {
  const main = resource('definition = jsonencode(local.order)\ntype = "EXPRESS"');
  const locals = `locals {\n  order = ${object}\n}\n`;

  test('a definition is read where it is written, as it is declared elsewhere', () => {
    const machine = onlyMachine('locals.tf', locals, beside('', main));
    expect(definitionOf(machine)).toEqual(pass);
    expect(machine.declaration).toMatchObject({ name: 'order', workflowType: 'EXPRESS' });
    expect(read('main.tf', main, beside(locals)).machines).toEqual([]);
  });

  test('so is a heredoc', () => {
    const text = `locals {\n  order = <<-EOF\n    ${JSON.stringify(pass)}\n  EOF\n}\n`;
    const machine = onlyMachine('locals.tf', text, beside(resource('definition = local.order\ntype = "EXPRESS"')));
    expect(machine.declaration).toMatchObject({ name: 'order', workflowType: 'EXPRESS' });
  });

  test('a part of a definition is known in both, each place in its own file', () => {
    const retry = 'locals {\n  retry = [{ ErrorEquals = ["States.ALL"], MaxAttempts = 3 }]\n}\n';
    const uses = resource(task('Retry = local.retry'));
    const machine = onlyMachine('main.tf', uses, beside(retry));
    expect(firstTask(machine).retry[0]!.field('MaxAttempts')!.json).toBe(3);
    expect(firstTask(machine).retry[0]!.range[0]).toBeGreaterThan(uses.length);
    const same = onlyMachine('locals.tf', retry, beside('# more\n', uses));
    expect(written(retry, firstTask(same).retry[0]!.field('MaxAttempts')!.value.range)).toBe('3');
  });

  test('a file that has no part in a machine has none', () => {
    const other = 'locals {\n  region = "eu-west-1"\n}\n';
    expect(read('other.tf', other, beside(locals, main)).machines).toEqual([]);
    expect(read('outputs.tf', 'output "x" {\n  value = 1\n}\n', beside(locals, main)).machines).toEqual([]);
  });

  test('mistakes are told where they stand', () => {
    const broken = 'locals {\n  order = { StartAt }\n}\n';
    expect(read('main.tf', main, beside(broken)).problems).toEqual([]);
    expect(read('locals.tf', broken, beside(main)).problems).toMatchObject([{ range: [21, 28] }]);
    expect(read('main.tf', main, beside('locals {\n  order = <<EOF\n"')).problems).toEqual([]);
  });

  test('lines of siblings come behind those of the file', () => {
    const { lines, text } = read('main.tf', main, beside(locals));
    expect(lines.locate(main.length + 1).line).toBeGreaterThan(lines.locate(text.length).line);
  });
});

test.each([
  ['an index in quotes', 'locals {\n x = { "my order" = 30 }\n}\n', 'local.x["my order"]', 30],
  ['an index of a list', 'locals {\n x = [10, { y = 20 }]\n}\n', 'local.x[1].y', 20],
  ['members', 'locals {\n x = { a = { b = 7 } }\n}\n', 'local.x.a.b', 7],
  ['a function about types', 'locals {\n x = tomap({ a = 7 })\n}\n', 'local.x.a', 7],
  ['the default of a variable', 'variable "t" {\n type = number\n default = 60\n}\n', 'var.t', 60],
  ['a member of one', 'variable "t" {\n default = { a = 60 }\n}\n', 'var.t.a', 60],
  ['a variable in a local', 'variable "t" {\n default = 60\n}\nlocals {\n x = var.t\n}\n', 'local.x', 60],
  ['a variable without a default', 'variable "t" {\n type = number\n}\n', 'var.t', '${var.t}'],
  ['a text of a variable', 'variable "t" {\n default = "x"\n}\n', 'var.t', '${var.t}'],
  ['a default that has to be replaced', 'variable "t" {\n default = null\n}\n', 'var.t', '${var.t}'],
  ['an empty default', 'variable "t" {\n default = []\n}\n', 'var.t', '${var.t}'],
])('%s', (_, before, value, expected) => {
  const text = before + resource(task(`TimeoutSeconds = ${value}`));
  expect(firstTask(onlyMachine('main.tf', text)).field('TimeoutSeconds')!.json).toBe(expected);
});

test('the default of a variable stands where the variable is used', () => {
  const text = `variable "r" {\n  default = [{ ErrorEquals = ["States.ALL"] }]\n}\n${resource(task('Retry = var.r'))}`;
  const [retrier] = firstTask(onlyMachine('main.tf', text)).retry;
  expect(retrier!.field('ErrorEquals')!.json).toEqual(['States.ALL']);
  expect(written(text, retrier!.field('ErrorEquals')!.value.range)).toBe('var.r');
});

test('files with values win over defaults, the later ones over the earlier', () => {
  const text = `variable "t" {\n  default = 60\n}\nvariable "u" {\n  default = 1\n}\n${resource(task('TimeoutSeconds = var.t, HeartbeatSeconds = var.u'))}`;
  const siblings = { texts: [], values: ['t = 70\nunknown = 1\n', 't = 80\n'] };
  const state = firstTask(onlyMachine('main.tf', text, { siblings }));
  expect([state.field('TimeoutSeconds')!.json, state.field('HeartbeatSeconds')!.json]).toEqual([80, 1]);
});

test('scalars are put into texts, of variables numbers only', () => {
  const text = `locals {\n  queue = "orders"\n  limits = { seconds = 30 }\n}
variable "tries" {\n  default = 2\n}\nvariable "region" {\n  default = "eu-west-1"\n}
${resource(`definition = <<EOF
{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:\${var.region}:\${local.queue}",
  "TimeoutSeconds": \${local.limits.seconds}, "Comment": "\${var.tries} of \${local.unknown}", "End": true } } }
EOF`)}`;
  const state = firstTask(onlyMachine('main.tf', text));
  expect(['Resource', 'TimeoutSeconds', 'Comment'].map((name) => state.field(name)!.json)).toEqual([
    'arn:${var.region}:orders',
    30,
    '2 of ${local.unknown}',
  ]);
  expect(written(text, state.field('TimeoutSeconds')!.value.range)).toBe('${local.limits.seconds}');
});

describe('what is declared', () => {
  const machine = `definition = jsonencode(${object})`;
  const module = (body: string): string => `module "order" {\n${machine}\n${body}\n}\n`;
  const known = 'source = "terraform-aws-modules/step-functions/aws"';

  test.each([
    ['a resource', resource(machine), 'STANDARD', false],
    [
      'a type in a variable',
      `variable "t" {\n default = "express"\n}\n${resource(`${machine}\ntype = upper(var.t)`)}`,
      'EXPRESS',
      false,
    ],
    ['a type that is decided later', resource(`${machine}\ntype = var.t ? "EXPRESS" : "STANDARD"`), undefined, false],
    ['a log', resource(`${machine}\nlogging_configuration {\n level = "ERROR"\n}`), 'STANDARD', true],
    ['a log that is off', resource(`${machine}\nlogging_configuration {\n level = "OFF"\n}`), 'STANDARD', false],
    ['a log without a level', resource(`${machine}\nlogging_configuration {\n}`), 'STANDARD', false],
    [
      'a log whose level is decided later',
      resource(`${machine}\nlogging_configuration {\n level = var.level\n}`),
      'STANDARD',
      undefined,
    ],
    [
      'a log that may be',
      resource(`${machine}\ndynamic "logging_configuration" {\n for_each = var.x\n content {}\n}`),
      'STANDARD',
      undefined,
    ],
    [
      'a log of another resource',
      `${resource(machine)}resource "x" "y" {\n logging_configuration {\n level = "ALL"\n }\n}\n`,
      'STANDARD',
      false,
    ],
    [
      'a result that is waited for',
      `${resource(machine)}locals {\n actions = ["states:StartSyncExecution"]\n}\n`,
      'STANDARD',
      undefined,
    ],
    ['the public module', module(known), 'STANDARD', false],
    [
      'the public module from git',
      module('source = "git::https://github.com/terraform-aws-modules/terraform-aws-step-functions"'),
      'STANDARD',
      false,
    ],
    ['its type', module(`${known}\ntype = "express"`), 'EXPRESS', false],
    ['its log', module(`${known}\nlogging_configuration = { level = "ALL" }`), 'STANDARD', true],
    [
      'a module of ours',
      module('source = "./machine"\nlogging_configuration = { level = "ALL" }'),
      undefined,
      undefined,
    ],
  ])('%s', (_, text, workflowType, isLogged) => {
    const { declaration } = onlyMachine('main.tf', text);
    expect(declaration).toMatchObject({ name: 'order' });
    expect([declaration.workflowType, declaration.isLogged]).toEqual([workflowType, isLogged]);
  });

  test('where the type is given', () => {
    const text = resource(`${machine}\ntype = "EXPRESS" # at least once`);
    expect(written(text, onlyMachine('main.tf', text).declaration.typeRange!)).toBe('"EXPRESS"');
  });
});

describe('*.tf.json', () => {
  const file = (block: object, more: object = {}): string =>
    JSON.stringify({ resource: { aws_sfn_state_machine: { order: block } }, ...more });

  test.each([
    ['text', file({ definition: JSON.stringify(pass), type: 'EXPRESS' }), 'EXPRESS', false],
    ['no type', file({ definition: JSON.stringify(pass) }), 'STANDARD', false],
    ['a type that is decided later', file({ definition: JSON.stringify(pass), type: '${var.t}' }), undefined, false],
    ['a log', file({ definition: JSON.stringify(pass), logging_configuration: [{ level: 'ALL' }] }), 'STANDARD', true],
    [
      'a list of blocks',
      JSON.stringify({ resource: [{ aws_sfn_state_machine: [{ order: { definition: JSON.stringify(pass) } }] }] }),
      'STANDARD',
      false,
    ],
    [
      'a module',
      JSON.stringify({ module: { order: { source: './x', definition: JSON.stringify(pass) } } }),
      undefined,
      undefined,
    ],
    [
      'the public module',
      JSON.stringify({
        module: { order: { source: 'terraform-aws-modules/step-functions/aws', definition: JSON.stringify(pass) } },
      }),
      'STANDARD',
      false,
    ],
  ])('%s', (_, text, workflowType, isLogged) => {
    const { declaration, located } = onlyMachine('main.tf.json', text);
    expect(declaration).toMatchObject({ name: 'order' });
    expect([declaration.workflowType, declaration.isLogged]).toEqual([workflowType, isLogged]);
    expect(text[located.range[0]]).toBe('{');
  });

  test.each(['${jsonencode(local.x)}', '${file("order.asl.json")}', '${local.x}'])(
    '%s is no text to read',
    (definition) => {
      const { machines, problems } = read('main.tf.json', file({ definition }));
      expect({ machines, problems }).toEqual({ machines: [], problems: [] });
    },
  );
});

test.each([
  ['a type', 'type = local.a\ndefinition = jsonencode(local.ok)', 1],
  ['what machines are made for', `for_each = local.a\ndefinition = jsonencode(local.ok)`, 1],
  ['the path of a file', 'definition = file("${local.a}/x.json")', 0],
  ['a variable', 'type = var.v\ndefinition = jsonencode(local.ok)', 1],
  ['states', 'definition = jsonencode({ StartAt = "A", States = local.a })', 0],
])('names that lead back to themselves decide nothing: %s', (_, body, machines) => {
  const names = `locals {\n  a = local.b\n  b = local.a\n${machines > 0 ? `  ok = ${object}\n` : ''}}\nvariable "v" {\n  default = var.v\n}\n`;
  const found = read('main.tf', names + resource(body));
  expect(found.problems).toEqual([]);
  expect(found.machines.filter(({ states }) => states.length > 0)).toHaveLength(machines);
  if (machines > 0 && body.includes('type')) expect(found.machines[0]!.declaration.workflowType).toBeUndefined();
});

test.each(['local.a' + '[0]'.repeat(50_000), `local.a${'['.repeat(50_000)}`, `"${'${local.a}'.repeat(50_000)}"`])(
  'long references do not hang: %#',
  (value) => {
    const text = `locals {\n  a = "x"\n}\n${resource(task(`TimeoutSeconds = ${value}`))}`;
    expect(() => read('main.tf', text)).not.toThrow();
  },
);
