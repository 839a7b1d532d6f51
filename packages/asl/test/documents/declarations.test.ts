import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findDeclaration, findTerraformSiblings, type FileSystem } from '../../src/documents';

/** A disk in memory that counts what is read. */
class MemoryFileSystem implements FileSystem {
  readonly files = new Map<string, { text: string; mtimeMs: number }>();
  reads = 0;
  stats = 0;
  private clock = 0;

  constructor(files: Record<string, string> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.files.set(path, { text, mtimeMs: ++this.clock });
  }

  readFile(path: string): string | undefined {
    this.reads++;
    return this.files.get(path)?.text;
  }

  list(directory: string): readonly string[] | undefined {
    const prefix = directory === '/' ? '/' : `${directory}/`;
    const names = [...this.files.keys()].filter((path) => path.startsWith(prefix));
    return [...new Set(names.map((path) => path.slice(prefix.length).split('/')[0]!))];
  }

  stat(path: string): { mtimeMs: number; size: number } | undefined {
    this.stats++;
    const file = this.files.get(path);
    if (file) return { mtimeMs: file.mtimeMs, size: file.text.length };
    return { mtimeMs: this.list(path)!.length, size: 0 };
  }
}

const sam = (uri: string, properties: Record<string, unknown> = {}, name = 'Order'): string =>
  JSON.stringify({
    Resources: { [name]: { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: uri, ...properties } } },
  });

test('a later document of a template', () => {
  const text = `kind: Role\n---\n${sam('states/order.asl.json', { Type: 'EXPRESS' })}`;
  const file = '/repo/app/states/order.asl.json';
  const declaration = findDeclaration(file, new MemoryFileSystem({ [file]: '{}', '/repo/app/template.yaml': text }));
  expect(declaration).toMatchObject({ name: 'Order', workflowType: 'EXPRESS' });
});

const find = (files: Record<string, string>, file = '/repo/app/states/order.asl.json') =>
  findDeclaration(file, new MemoryFileSystem({ [file]: '{}', ...files }));

describe('templates that refer to the file', () => {
  test.each([
    [
      'a CDK stack',
      '/repo/app/stack.ts',
      `new StateMachine(this, 'Order', { definitionBody: DefinitionBody.fromFile('app/states/order.asl.json'), stateMachineType: StateMachineType.EXPRESS });`,
    ],
    [
      'a path from the folder of a source',
      '/repo/app/stack.ts',
      `const path = join(__dirname, 'states', 'order.asl.json'); new CfnStateMachine(this, 'Order', { definitionString: readFileSync(path, 'utf8'), stateMachineType: 'EXPRESS' });`,
    ],
    [
      'an import',
      '/repo/app/stack.js',
      `import order from './states/order.asl.json'; new sfn.CfnStateMachine(this, 'Order', { definition: order, stateMachineType: 'EXPRESS' });`,
    ],
    ['SAM', '/repo/app/template.json', sam('states/order.asl.json', { Type: 'EXPRESS' })],
    ['a path from the same folder', '/repo/app/states/template.json', sam('./order.asl.json', { Type: 'EXPRESS' })],
    [
      'CloudFormation',
      '/repo/stack.template.yaml',
      'Resources:\n  Order:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      StateMachineType: EXPRESS\n      DefinitionS3Location: app/states/order.asl.json\n',
    ],
    [
      'another name',
      '/repo/infrastructure.yml',
      'Resources:\n  Order:\n    Type: AWS::Serverless::StateMachine\n    Properties: {Type: EXPRESS, DefinitionUri: app/states/order.asl.json}\n',
    ],
    [
      'Serverless',
      '/repo/app/serverless.yml',
      'stepFunctions:\n  stateMachines:\n    Order:\n      type: EXPRESS\n      definition: ${file(states/order.asl.json)}\n',
    ],
    [
      'Terraform templatefile',
      '/repo/app/main.tf',
      'resource "aws_sfn_state_machine" "Order" {\n  type = "EXPRESS"\n  definition = templatefile("${path.module}/states/order.asl.json", {})\n}\n',
    ],
    [
      'Terraform file',
      '/repo/app/main.tf',
      'locals {\n  definition = file("./states/order.asl.json")\n}\nresource "aws_sfn_state_machine" "Order" {\n  definition = local.definition\n  type = "EXPRESS"\n}\n',
    ],
    [
      'Terraform templatefile in other functions',
      '/repo/app/main.tf',
      'resource "aws_sfn_state_machine" "Order" {\n  type = "EXPRESS"\n  definition = jsonencode(yamldecode(templatefile("${path.module}/states/order.asl.json", {})))\n}\n',
    ],
    [
      'a file in a condition',
      '/repo/app/main.tf',
      'resource "aws_sfn_state_machine" "Order" {\n  type = "EXPRESS"\n  definition = var.x ? file("states/order.asl.json") : "{}"\n}\n',
    ],
    [
      'a Terraform module',
      '/repo/app/main.tf',
      'module "Order" {\n  type = "express"\n  definition = file("states/order.asl.json")\n}\n',
    ],
  ])('%s', (_, template, text) => {
    expect(find({ [template]: text })).toMatchObject({ name: 'Order', workflowType: 'EXPRESS', template });
  });

  test.each([
    ['another file of the name', { '/repo/app/template.json': sam('other/order.asl.json', { Type: 'EXPRESS' }) }],
    ['a template of a sibling folder', { '/repo/other/template.json': sam('../app/states/order.asl.json') }],
    [
      'a template outside the repository',
      { '/repo/.git': '', '/template.json': sam('repo/app/states/order.asl.json') },
    ],
    ['a path known after deployment', { '/repo/app/template.json': sam('${Folder}/order.asl.json') }],
    ['a URL', { '/repo/app/states/template.json': sam('s3://bucket/order.asl.json') }],
    ['an unreadable template', { '/repo/app/template.yaml': 'AWS::Serverless::StateMachine: [order.asl.json' }],
    ['a huge template', { '/repo/app/template.json': sam('states/order.asl.json').padEnd(2_100_000) }],
    ['no template', {}],
  ])('%s is none', (_, files) => {
    expect(find(files)).toBeUndefined();
  });

  test('too many levels up', () => {
    const file = '/1/2/3/4/5/6/7/8/order.asl.json';
    expect(find({ '/1/template.json': sam('2/3/4/5/6/7/8/order.asl.json') }, file)).toBeUndefined();
    expect(find({ '/1/2/template.json': sam('3/4/5/6/7/8/order.asl.json') }, file)).toBeDefined();
  });
});

test('substitutions come along', () => {
  const properties = { DefinitionSubstitutions: { Table: 'orders', Function: { Ref: 'F' }, Count: 3 } };
  const found = find({ '/repo/template.json': sam('app/states/order.asl.json', properties) });
  expect([...found!.substitutions!]).toEqual([
    ['Table', 'orders'],
    ['Count', 3],
  ]);
});

describe('Terraform', () => {
  const file = '/repo/app/states/order.asl.json';
  const machine = (body: string): string => `resource "aws_sfn_state_machine" "Order" {\n${body}\n}\n`;

  test.each([
    [
      'the path in a local',
      {
        'main.tf': `locals {\n p = "\${path.module}/states/order.asl.json"\n}\n${machine('type = "EXPRESS"\ndefinition = file(local.p)')}`,
      },
    ],
    [
      'a folder in a local of another file',
      {
        'main.tf': machine('type = "EXPRESS"\ndefinition = file("${local.dirs.states}/order.asl.json")'),
        'locals.tf': 'locals {\n dirs = { states = "states" }\n}\n',
      },
    ],
    [
      'the type in a variable of another file',
      {
        'main.tf': machine('type = var.t\ndefinition = file("states/order.asl.json")'),
        'variables.tf': 'variable "t" {\n default = "EXPRESS"\n}\n',
      },
    ],
    [
      'a joined path',
      {
        'main.tf': machine('type = "EXPRESS"\ndefinition = file(join("/", [path.module, "states", "order.asl.json"]))'),
      },
    ],
    [
      'each of a set',
      {
        'main.tf': machine(
          'type = "EXPRESS"\nfor_each = toset(["order", "refund"])\ndefinition = file("states/${each.key}.asl.json")',
        ),
      },
    ],
    [
      'each of a map',
      {
        'main.tf': `locals {\n all = { a = { file = "order", kind = "EXPRESS" }, b = { file = "refund", kind = "STANDARD" } }\n}\n${machine('for_each = local.all\ntype = each.value.kind\ndefinition = templatefile("states/${each.value.file}.asl.json", {})')}`,
      },
    ],
    [
      'each of a set in other functions',
      {
        'main.tf': machine(
          'type = "EXPRESS"\nfor_each = toset(["order"])\ndefinition = jsonencode(yamldecode(file("states/${each.value}.asl.json")))',
        ),
      },
    ],
    [
      'the second choice of a condition',
      {
        'main.tf': machine(
          'type = "EXPRESS"\ndefinition = var.a ? file("states/refund.asl.json") : file("states/order.asl.json")',
        ),
      },
    ],
    [
      'a value in a local',
      {
        'main.tf': `locals {\n d = jsondecode(file("states/order.asl.json"))\n}\n${machine('type = "EXPRESS"\ndefinition = jsonencode(local.d)')}`,
      },
    ],
    [
      'a data source',
      {
        'main.tf': `data "template_file" "t" {\n template = file("states/order.asl.json")\n vars = { table = "orders" }\n}\n${machine('type = "EXPRESS"\ndefinition = data.template_file.t.rendered')}`,
      },
    ],
    [
      'JSON',
      {
        'main.tf.json': JSON.stringify({
          resource: {
            aws_sfn_state_machine: {
              Order: { type: 'EXPRESS', definition: '${templatefile("${path.module}/states/order.asl.json", {})}' },
            },
          },
        }),
      },
    ],
  ])('%s', (_, texts: Record<string, string>) => {
    const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`/repo/app/${name}`, text]));
    expect(find(files, file)).toMatchObject({ name: 'Order', workflowType: 'EXPRESS' });
  });

  test('the values of a data source', () => {
    const text = `data "template_file" "t" {\n template = file("states/order.asl.json")\n vars = { table = "orders" }\n}\n${machine('definition = data.template_file.t.rendered')}`;
    expect([...find({ '/repo/app/main.tf': text }, file)!.substitutions!]).toEqual([['table', 'orders']]);
  });

  test('a change of a sibling is seen', () => {
    const disk = new MemoryFileSystem({
      [file]: '{}',
      '/repo/app/main.tf': machine('type = local.t\ndefinition = file("states/order.asl.json")'),
      '/repo/app/locals.tf': 'locals {\n t = "EXPRESS"\n}\n',
    });
    expect(findDeclaration(file, disk)).toMatchObject({ workflowType: 'EXPRESS' });
    disk.write('/repo/app/locals.tf', 'locals {\n t = "STANDARD"\n}\n');
    expect(findDeclaration(file, disk)).toMatchObject({ workflowType: 'STANDARD' });
  });
});

describe('the rest of a Terraform configuration', () => {
  test('is the other files of the folder, and the files with values in the order in which they win', () => {
    const disk = new MemoryFileSystem({
      '/app/main.tf': 'main',
      '/app/b.tf': 'b',
      '/app/a.tf': 'a',
      '/app/a.auto.tfvars': 'automatic',
      '/app/terraform.tfvars': 'plain',
      '/app/prod.tfvars': 'asked for',
      '/app/huge.tf': ' '.repeat(600_000),
      '/app/modules/x.tf': 'x',
    });
    const siblings = findTerraformSiblings('/app/main.tf', disk);
    expect(siblings).toEqual({ texts: ['a', 'b'], values: ['plain', 'automatic'] });
    expect(findTerraformSiblings('/app/main.tf', disk)).toBe(siblings);
    disk.write('/app/a.tf', 'changed');
    expect(findTerraformSiblings('/app/main.tf', disk)!.texts).toEqual(['changed', 'b']);
  });

  test('is nothing for a file that is alone', () => {
    expect(findTerraformSiblings('/app/main.tf', new MemoryFileSystem({ '/app/main.tf': '' }))).toBeUndefined();
  });
});

test('so do the literal values that Terraform puts in', () => {
  const text = `resource "aws_sfn_state_machine" "Order" {
  definition = templatefile("states/order.asl.json", { table = "orders", seconds = 30, arn = aws_lambda_function.f.arn })
}
`;
  expect([...find({ '/repo/app/main.tf': text })!.substitutions!]).toEqual([
    ['table', 'orders'],
    ['seconds', 30],
  ]);
});

describe('several references', () => {
  test.each([
    ['agree', 'EXPRESS', 'EXPRESS'],
    ['disagree', 'STANDARD', undefined],
  ])('that %s', (_, second, expected) => {
    const substitutions = (Table: string) => ({ DefinitionSubstitutions: { Table, Same: 1 } });
    const found = find({
      '/repo/app/template.json': sam('states/order.asl.json', { Type: 'EXPRESS', ...substitutions('a') }),
      '/repo/other.template.json': sam('app/states/order.asl.json', { Type: second, ...substitutions('b') }),
    });
    expect(found!.workflowType).toBe(expected);
    expect([...found!.substitutions!]).toEqual([['Same', 1]]);
  });
});

describe('the cache', () => {
  test('a folder of many definitions is read once', () => {
    const files: Record<string, string> = { '/repo/.git': '', '/repo/template.json': sam('states/m5.asl.json') };
    for (let n = 0; n < 500; n++) files[`/repo/states/m${n}.asl.json`] = '{}';
    const disk = new MemoryFileSystem(files);
    for (let n = 0; n < 500; n++) findDeclaration(`/repo/states/m${n}.asl.json`, disk);
    expect(disk.reads).toBe(1);
    expect(disk.stats).toBeLessThan(500 * 4);
    expect(findDeclaration('/repo/states/m5.asl.json', disk)).toBeDefined();
  });

  test('changes are seen', () => {
    const file = '/repo/order.asl.json';
    const disk = new MemoryFileSystem({ [file]: '{}' });
    const type = () => findDeclaration(file, disk)?.workflowType;
    expect(type()).toBeUndefined();
    disk.write('/repo/template.json', sam('order.asl.json', { Type: 'EXPRESS' }));
    expect(type()).toBe('EXPRESS');
    disk.write('/repo/template.json', sam('order.asl.json'));
    expect(type()).toBe('STANDARD');
    disk.files.delete('/repo/template.json');
    expect(type()).toBeUndefined();
  });

  test('at most 50 templates of a folder are read, those with the usual names first', () => {
    const files: Record<string, string> = { '/repo/template.json': sam('order.asl.json', { Type: 'EXPRESS' }) };
    for (let n = 0; n < 100; n++) files[`/repo/a${n}.json`] = '{}';
    const disk = new MemoryFileSystem({ '/repo/order.asl.json': '{}', ...files });
    expect(findDeclaration('/repo/order.asl.json', disk)?.workflowType).toBe('EXPRESS');
    expect(disk.reads).toBe(50);
  });
});

test('a disk that gives nothing', () => {
  const disk: FileSystem = { readFile: () => undefined, list: () => undefined, stat: () => undefined };
  expect(findDeclaration('/repo/order.asl.json', disk)).toBeUndefined();
});

describe('the real disk', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'declarations-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('is read', () => {
    const file = join(root, 'states', 'order.asl.json');
    mkdirSync(dirname(file));
    mkdirSync(join(root, 'folder.yaml'));
    writeFileSync(file, '{}');
    writeFileSync(join(root, 'template.json'), sam('states/order.asl.json', { Type: 'EXPRESS' }));
    expect(findDeclaration(file)).toMatchObject({ workflowType: 'EXPRESS', template: join(root, 'template.json') });
    expect(findDeclaration(join(root, 'absent', 'order.asl.json'))).toBeUndefined();
  });
});
