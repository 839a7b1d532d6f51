import { scanHcl } from '../../src/documents/hcl/blocks';
import { written } from './reading';

const attributesOf = (text: string) =>
  scanHcl(text).blocks.map(({ type, labels, attributes }) => ({
    type,
    labels,
    attributes: Object.fromEntries([...attributes.values()].map(({ name, expression }) => [name, expression])),
  }));

test('blocks with labels and attributes', () => {
  const text = `
resource "aws_sfn_state_machine" "order" {
  name = "order-\${var.names["x"]}" # not "}"
  tags = { # an object, not a block
    type = "EXPRESS"
  }
  list = [
    1, 2
  ]
  when = var.a == 1 ? "b" : "c"
  logging_configuration {
    level = "ALL"
  }
  type = "STANDARD"
}
provider aws { region = "eu-west-1" }
`;
  expect(attributesOf(text)).toEqual([
    {
      type: 'resource',
      labels: ['aws_sfn_state_machine', 'order'],
      attributes: {
        name: '"order-${var.names["x"]}"',
        tags: '{ \n    type = "EXPRESS"\n  }',
        list: '[\n    1, 2\n  ]',
        when: 'var.a == 1 ? "b" : "c"',
        type: '"STANDARD"',
      },
    },
    { type: 'logging_configuration', labels: [], attributes: { level: '"ALL"' } },
    { type: 'provider', labels: ['aws'], attributes: { region: '"eu-west-1"' } },
  ]);
});

test('heredocs, their closing markers indented or at the end of the file', () => {
  const text = 'a {\n  b = <<EOF\n{ "x": <<EOF }\n  EOF\n  c = f(<<-X\n1\nX\n  , <<Y\n2\nY\n  )\n  d = <<Z\nopen';
  const attributes = [...scanHcl(text).blocks[0]!.attributes.values()];
  expect(attributes.map(({ name, heredocs }) => [name, heredocs.map(({ lines }) => written(text, lines))])).toEqual([
    ['b', ['{ "x": <<EOF }\n']],
    ['c', ['1\n', '2\n']],
    ['d', ['open']],
  ]);
});

test('blocks inside a block, values outside of all, and places in a longer text', () => {
  const text = 'x = 1\na {\n  b {\n    c = <<-X\n    1\n    X\n  }\n}\n';
  const { blocks, attributes } = scanHcl(text, 100);
  expect(blocks[0]!.blocks).toEqual([blocks[1]]);
  expect(attributes.get('x')!.range).toEqual([103, 105]);
  const [start, end] = blocks[1]!.attributes.get('c')!.heredocs[0]!.lines;
  expect(blocks[1]!.attributes.get('c')!.heredocs[0]!.isIndented).toBe(true);
  expect(written(text, [start - 100, end - 100])).toBe('    1\n');
});

test.each(['', '}', '{', '=', 'a', 'a =', 'a {', 'a "b', '"', '<<EOF', '/*', '#', 'a = "${', 'a = "\\', 'a = ('])(
  'any text is read: %j',
  (text) => {
    expect(() => scanHcl(text)).not.toThrow();
  },
);
