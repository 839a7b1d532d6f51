import type { TaskState } from '../../src/syntax';
import { definitionOf, onlyMachine, read, written } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };

const resource = (body: string, name = 'order'): string => `resource "aws_sfn_state_machine" "${name}" {\n${body}\n}\n`;
const heredoc = (text: string, marker = 'EOF', start = '<<'): string => `${start}${marker}\n${text}\n  ${marker}`;

describe('heredocs of a state machine', () => {
  test.each([
    ['<<EOF', heredoc(JSON.stringify(pass, null, 2)), 'STANDARD'],
    ['<<-EOF', heredoc(JSON.stringify(pass, null, 2), 'EOF', '<<-'), 'STANDARD'],
    ['another marker', heredoc(JSON.stringify(pass), 'DEFINITION'), 'STANDARD'],
    ['a type', `${heredoc(JSON.stringify(pass))}\n  type = "EXPRESS"`, 'EXPRESS'],
    ['a type with a comment', `${heredoc(JSON.stringify(pass))}\n  type = "EXPRESS" # at least once`, 'EXPRESS'],
    ['a type known after deployment', `${heredoc(JSON.stringify(pass))}\n  type = var.type`, undefined],
    [
      'the type of a nested block',
      `${heredoc(JSON.stringify(pass))}\n  logging_configuration {\n    type = "EXPRESS"\n  }`,
      'STANDARD',
    ],
    ['a comment', `${heredoc(JSON.stringify(pass))}\n  # type = "EXPRESS"`, 'STANDARD'],
    ['Windows line ends', heredoc(JSON.stringify(pass, null, 2)).replaceAll('\n', '\r\n'), 'STANDARD'],
  ])('%s', (_, body, workflowType) => {
    const machine = onlyMachine('main.tf', resource(`  definition = ${body}`));
    expect(definitionOf(machine)).toEqual(pass);
    expect(machine.declaration).toMatchObject({ name: 'order', workflowType });
  });

  test.each([
    ['a text', `definition = ${heredoc(JSON.stringify(pass))}`],
    ['an object', 'definition = { StartAt = "A", States = { A = { Type = "Pass", End = true } } }'],
  ])('the value of a variable: %s', (_, text) => {
    expect(definitionOf(onlyMachine('order.auto.tfvars', `region = "eu-west-1"\n${text}\n`))).toEqual(pass);
  });

  test('interpolations are placeholders, whatever stands in them', () => {
    const text = resource(
      `definition = ${heredoc(`{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Task",
      "Resource": "\${aws_lambda_function.pay.arn}",
      "Comment": "\${lookup(var.names, "pay")} \${join(",", [for x in var.y : "{\${x}}"])}",
      "TimeoutSeconds": \${var.timeout},
      "Retry": \${jsonencode([{ "a" = "}" }])},
      "Next": "$\${Escaped}"
    }
  }
}`)}`,
    );
    const [state] = onlyMachine('main.tf', text).states;
    expect(
      ['Resource', 'Comment', 'TimeoutSeconds', 'Retry', 'Next'].map((name) => state!.field(name)!.isUnknown),
    ).toEqual([true, true, true, true, true]);
    const next = state!.field('Next')!;
    expect(written(text, next.key.range)).toBe('"Next"');
    expect(written(text, next.value.range)).toBe('"$${Escaped}"');
  });

  test('template directives leave the definition unknown', () => {
    const { machines, problems } = read(
      'main.tf',
      resource(`definition = ${heredoc('{"StartAt": "A", %{ if var.x }"States": {}%{ endif }}')}`),
    );
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });

  test('each of several at its place', () => {
    const text =
      resource(`definition = ${heredoc(JSON.stringify(pass))}`, 'a') + resource(`definition = ${heredoc('{}')}`, 'b');
    const { machines } = read('main.tf', text);
    expect(machines.map(({ declaration }) => declaration.name)).toEqual(['a', 'b']);
    expect(written(text, machines[1]!.range)).toBe('{}');
  });
});

describe('definitions elsewhere', () => {
  const local = `locals {\n  order = ${heredoc(JSON.stringify(pass))}\n}\n`;

  test.each([
    ['a local that a state machine uses', local + resource('definition = local.order\ntype = "EXPRESS"'), 'EXPRESS'],
    ['a local that nothing here uses', local, undefined],
    [
      'a template that a state machine uses',
      `data "template_file" "t" {\n  template = ${heredoc(JSON.stringify(pass))}\n}\n${resource('definition = data.template_file.t.rendered')}`,
      'STANDARD',
    ],
    ['a module', `module "m" {\n  definition = ${heredoc(JSON.stringify(pass))}\n  type = "express"\n}\n`, 'EXPRESS'],
    ['a module without a type', `module "m" {\n  definition = ${heredoc(JSON.stringify(pass))}\n}\n`, undefined],
    [
      'a CloudFormation template',
      `resource "aws_cloudformation_stack" "s" {\n  template_body = ${heredoc(
        JSON.stringify({
          Resources: { M: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: pass } } },
        }),
      )}\n}\n`,
      'STANDARD',
    ],
  ])('%s', (_, text, workflowType) => {
    const machine = onlyMachine('main.tf', text);
    expect(definitionOf(machine)).toEqual(pass);
    expect(machine.declaration.workflowType).toBe(workflowType);
  });

  test.each([
    ['a policy', `resource "aws_iam_policy" "p" {\n  policy = ${heredoc('{"Statement": [')}\n}\n`],
    ['jsonencode of what Terraform computes', resource('definition = jsonencode(var.definition)')],
    ['a file', resource('definition = templatefile("${path.module}/order.asl.json", { a = "b" })')],
    ['a local that names itself', `locals {\n  a = local.b\n  b = local.a\n}\n${resource('definition = local.a')}`],
    [
      'a heredoc in a comment',
      '/*\nresource "aws_sfn_state_machine" "m" {\n definition = <<EOF\n{"StartAt"\nEOF\n}\n*/\n',
    ],
  ])('%s holds no definition to read', (_, text) => {
    const { machines, problems } = read('main.tf', text);
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });
});

/** `jsonencode({ ... })` of a definition with these states. */
const encoded = (states: string): string => `definition = jsonencode({ StartAt = "A", States = ${states} })`;

describe('jsonencode', () => {
  const object = '{ StartAt = "A", States = { A = { Type = "Pass", End = true } } }';
  const locals = (body: string): string => `locals {\n${body}\n}\n`;

  test.each([
    ['in a state machine', resource(`definition = jsonencode(${object})\ntype = "EXPRESS"`), 'EXPRESS'],
    [
      'with the type in a local',
      `${locals('t = "EXPRESS"')}${resource(`${encoded('{ A = { Type = "Pass", End = true } }')}\ntype = local.t`)}`,
      'EXPRESS',
    ],
    ['of a local', locals(`x = ${object}`) + resource('definition = jsonencode(local.x)'), 'STANDARD'],
    [
      'of a member of a local',
      locals(`x = { y = ${object} }`) + resource('definition = jsonencode(local.x.y)'),
      'STANDARD',
    ],
    ['in a local', locals(`x = jsonencode(${object})`) + resource('definition = local.x'), 'STANDARD'],
    [
      'in a member of a local',
      locals(`x = { y = jsonencode(${object}) }`) + resource('definition = local.x.y'),
      'STANDARD',
    ],
    ['in an interpolation', resource(`definition = "\${jsonencode(${object})}"`), 'STANDARD'],
    ['in another function', resource(`definition = nonsensitive(jsonencode(${object}))`), undefined],
    ['that nothing declares', `resource "x" "y" {\n body = jsonencode(${object})\n}\n`, undefined],
    ['in another argument of a module', `module "m" {\n machine = jsonencode(${object})\n}\n`, undefined],
    ['that a module does itself', `module "m" {\n definition = ${object}\n type = "express"\n}\n`, 'EXPRESS'],
    ['that another file does', locals(`x = ${object}`), undefined],
    [
      'for each of several',
      locals(`x = { order = { definition = ${object}, type = "EXPRESS" } }`) +
        resource('for_each = local.x\ndefinition = jsonencode(each.value.definition)'),
      'EXPRESS',
    ],
    [
      'of a heredoc in YAML',
      resource(`definition = jsonencode(yamldecode(${heredoc(JSON.stringify(pass))}\n))`),
      'STANDARD',
    ],
    [
      'of its parts',
      locals('a = "A"\nb = { Type = "Pass" }') +
        resource(
          'definition = jsonencode(merge({ StartAt = local.a }, { States = { (local.a) = merge(local.b, { End = true }) } }))',
        ),
      'STANDARD',
    ],
  ])('%s', (_, text, workflowType) => {
    const machine = onlyMachine('main.tf', text);
    expect(definitionOf(machine)).toEqual(pass);
    expect(machine.declaration.workflowType).toBe(workflowType);
  });

  test('every kind of value, at its place', () => {
    const text = resource(`definition = jsonencode({
    "StartAt" : "Pay", # the first
    States = {
      (var.first) = { Type = "Succeed" }
      Pay = {
        Type           = "Task"
        Resource       = aws_lambda_function.pay.arn
        TimeoutSeconds = 30.5
        Parameters = {
          "id.$"  = "$.id", list = [1, -2, true, null]
          text    = "a\\"b \${var.x}"
          lines   = <<-EOT
            one
              two
          EOT
          all     = concat(["a"], ["b"])
          some    = concat(["a"], var.list)
          merged  = merge({ a = 1, b = 1 }, { b = 2 })
          when    = var.x ? 1 : 2
          each    = { for k, v in var.m : k => v }
        }
        End = true
      }
    }
  })`);
    const { states } = onlyMachine('main.tf', text);
    expect(states.map(({ name }) => name)).toEqual(['${var.first}', 'Pay']);
    const pay = states[1]!;
    expect(pay.field('Resource')!.value).toMatchObject({ kind: 'placeholder', text: '${aws_lambda_function.pay.arn}' });
    expect(written(text, pay.field('TimeoutSeconds')!.range)).toBe('TimeoutSeconds = 30.5');
    expect(pay.field('Parameters')!.json).toEqual({
      'id.$': '$.id',
      list: [1, -2, true, null],
      text: 'a"b ${var.x}',
      lines: 'one\n  two\n',
      all: ['a', 'b'],
      some: '${concat([_a_], var.list)}',
      merged: { a: 1, b: 2 },
      when: '${var.x ? 1 : 2}',
      each: '${_ for k, v in var.m : k => v _}',
    });
  });

  test('states that are merged in on a condition may be any, beside those that are known', () => {
    const states = '{ A = { Type = "Pass", Next = "B" } }, var.more ? { B = { Type = "Succeed" } } : {}';
    const machine = onlyMachine('main.tf', resource(encoded(`merge(${states})`)));
    expect(machine.states.map(({ name }) => name)).toEqual(['A', expect.stringMatching(/^\$\{var\.more/)]);
  });

  test('what a local says stands where the local is written', () => {
    const text = `${locals('retry = [{ ErrorEquals = ["States.ALL"], MaxAttempts = "3" }]')}${resource(
      encoded('{ A = { Type = "Task", Resource = var.x, Retry = local.retry, End = true } }'),
    )}`;
    const [retrier] = (onlyMachine('main.tf', text).states[0] as TaskState).retry;
    expect(written(text, retrier!.field('MaxAttempts')!.value.range)).toBe('"3"');
  });

  test('a local of a definition is no machine of its own', () => {
    const branch = `{ StartAt = "B", States = { B = { Type = "Succeed" } } }`;
    const text = `${locals(`b = ${branch}`)}${resource(encoded('{ A = { Type = "Parallel", Branches = [local.b], End = true } }'))}`;
    expect(onlyMachine('main.tf', text).declaration.name).toBe('order');
    expect(read('main.tf', locals(`b = ${branch}\nc = merge(var.x, { Branches = [local.b] })`)).machines).toEqual([]);
  });

  test('machines that share a local are one', () => {
    const text = `${locals(`x = ${object}`)}${resource('definition = jsonencode(local.x)', 'a')}${resource('definition = jsonencode(local.x)\ntype = "EXPRESS"', 'b')}`;
    expect(onlyMachine('main.tf', text).declaration.workflowType).toBeUndefined();
  });

  test('duplicate names are told of definitions only, also in a local', () => {
    const text = `${locals('s = { A = { Type = "Pass", Type = "Pass", End = true } }\nother = { x = 1, x = 2 }')}${resource(encoded('local.s'))}`;
    expect(read('main.tf', text).duplicateKeys.map(({ key }) => key.value)).toEqual(['Type']);
  });

  test.each([
    ['a variable', resource('definition = jsonencode(var.x)')],
    ['a local of another file', resource('definition = jsonencode(local.x)')],
    ['a local that names itself', locals('x = local.y\ny = local.x') + resource('definition = jsonencode(local.x)')],
    ['an object with unknown members', resource(`definition = jsonencode(merge(${object}, var.x))`)],
    ['a policy', `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [] })\n}\n`],
    [
      'a broken policy',
      `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement })\n}\n${resource('name = "x"')}`,
    ],
    ['the states of a country', `locals {\n x = jsonencode({ StartAt = "CA", States = [] })\n}\n`],
    ['no attribute', resource('')],
  ])('%s gives no machine and no problem', (_, text) => {
    const { machines, problems } = read('main.tf', text);
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });

  test.each([
    ['a definition', resource('definition = jsonencode({ StartAt = "A" States = {} })'), 'States'],
    ['a local of one', `${locals('s = { A = { Type } }')}${resource(encoded('local.s'))}`, 'Type'],
    ['a definition that nothing declares', 'x {\n y = jsonencode({ StartAt = "A", States = { A } })\n}\n', 'A'],
  ])('a mistake in %s is a problem', (_, text, place) => {
    const { problems } = read('main.tf', text);
    expect(problems.map(({ range }) => written(text, range))).toEqual([place]);
  });

  test('a local that contains itself is not known', () => {
    const text = `${locals('x = { Type = "Pass", Result = { y = local.x }, End = true }')}${resource(encoded('{ A = local.x }'))}`;
    expect(onlyMachine('main.tf', text).states[0]!.field('Result')!.json).toEqual({
      y: '${_ Type = _Pass_, Result = _ y = local.x _, End = true _}',
    });
  });

  test.each([
    ['lists', (next: string) => `[${next}, ${next}]`],
    ['calls', (next: string) => `concat(${next}, ${next})`],
  ])('%s of locals that grow without end are refused', (_, double) => {
    const lines = Array.from({ length: 40 }, (__, index) => `a${index} = ${double(`local.a${index + 1}`)}`);
    const text = `${locals([...lines, 'a40 = [1]'].join('\n'))}${resource(encoded('{ A = { Type = "Pass", Result = local.a0, End = true } }'))}`;
    expect(read('main.tf', text).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('more than 1,000,000 values'),
    ]);
  });

  test.each([
    ['jsonencode(local.a0)', (next: string) => `{ x = ${next} }`],
    ['jsonencode(local.a0)', (next: string) => next],
    ['local.a0', (next: string) => `f(${next})`],
  ])('a long chain of locals does not overflow the stack: %s', (definition, wrap) => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `a${index} = ${wrap(`local.a${index + 1}`)}`);
    expect(() => read('main.tf', locals(lines.join('\n')) + resource(`definition = ${definition}`))).not.toThrow();
  });
});

test('comments of the file are given', () => {
  const text = `# one\n// two\n/* three */\n${resource('type = "STANDARD" # four\nname = "no # comment"')}`;
  expect(read('main.tf', text).comments.map(({ value, range }) => [value, written(text, range)])).toEqual([
    [' one', '# one'],
    [' two', '// two'],
    [' three ', '/* three */'],
    [' four', '# four'],
  ]);
});

describe('a condition that chooses the definition', () => {
  const named = (name: string) => `{\n  StartAt = "${name}"\n  States = { ${name} = { Type = "Pass", End = true } }\n}`;

  test.each([
    ['of two', `definition = var.fast ? jsonencode(${named('A')}) : jsonencode(${named('B')})`],
    ['inside jsonencode', `definition = jsonencode(var.fast == "yes" && !var.slow ? ${named('A')} : ${named('B')})`],
    ['in a local', `definition = jsonencode(local.chosen)`],
    ['of more', `definition = (\n  var.a ? local.text :\n  var.b ? null : jsonencode(${named('B')})\n)`],
  ])('%s: each of its choices is a machine, at its place', (_, body) => {
    const locals = `locals {
  chosen = var.fast ? local.a : local.b
  text = jsonencode(local.a)
  a = ${named('A')}
  b = ${named('B')}
}
`;
    const text = locals + resource(body);
    const { machines, problems } = read('main.tf', text);
    expect(problems).toEqual([]);
    const first = machines.filter(({ declaration }) => declaration.name === 'order');
    expect(first.map(({ states: [state] }) => state!.name)).toEqual(['A', 'B']);
    for (const { range, states } of first) expect(written(text, range)).toBe(named(states[0]!.name));
  });

  test.each([
    ['what is no definition is none', `definition = var.own != null ? var.own : jsonencode(${named('A')})`, ['A']],
    ['nothing that can be read', 'definition = var.fast ? var.a : var.b', []],
    [
      'a part of a definition is not known',
      `definition = jsonencode({ StartAt = "A", States = var.fast ? {} : {} })`,
      [],
    ],
  ])('%s', (_, body, names) => {
    const { machines, problems } = read('main.tf', resource(body));
    expect(problems).toEqual([]);
    expect(machines.flatMap(({ states }) => states.map(({ name }) => name))).toEqual(names);
  });
});
