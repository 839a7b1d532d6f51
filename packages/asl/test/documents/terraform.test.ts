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

test('comments of the file are given', () => {
  const text = `# one\n// two\n/* three */\n${resource('type = "STANDARD" # four\nname = "no # comment"')}`;
  expect(read('main.tf', text).comments.map(({ value, range }) => [value, written(text, range)])).toEqual([
    [' one', '# one'],
    [' two', '// two'],
    [' three ', '/* three */'],
    [' four', '# four'],
  ]);
});
