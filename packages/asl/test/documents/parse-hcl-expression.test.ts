import type { HclExpression } from '../../src/documents/hcl/expression';
import { parseHclExpression } from '../../src/documents/hcl/parse-expression';
import type { LocatedString } from '../../src/text/located';
import { written } from './reading';

const parse = (text: string) => parseHclExpression(text, [0, text.length]);

/** The expression as short as the tests can name it. */
function short(expression: HclExpression | LocatedString): unknown {
  switch (expression.kind) {
    case 'string':
      return expression.value;
    case 'literal':
      return expression.value.value;
    case 'template':
      return expression.only ? { only: short(expression.only) } : (expression.value?.value ?? 'directive');
    case 'object':
      return { object: expression.members.map(({ key, value }) => [short(key), short(value)]) };
    case 'tuple':
      return expression.items.map(short);
    case 'call':
      return { [expression.name]: expression.args.map(short), ...(expression.expands && { expands: true }) };
    case 'reference':
      return { reference: expression.path.join('.') };
    case 'conditional':
      return { choices: expression.choices.map(short) };
    case 'unknown':
      return 'unknown';
  }
}

test.each<[string, unknown]>([
  ['1', 1],
  ['-2.5e3', -2500],
  ['true', true],
  ['null', null],
  ['"text"', 'text'],
  ['(1)', 1],
  ['local.a.b', { reference: 'local.a.b' }],
  ['local.a[0]', { reference: 'local.a.0' }],
  ['local.a["b c"].d', { reference: 'local.a.b c.d' }],
  ['local.a[\n  0\n].b', { reference: 'local.a.0.b' }],
  ['local.a["b${var.c}"].d', 'unknown'],
  ['local.a[var.b].c[0]', 'unknown'],
  ['{ a = local.b[var.c + 1]\n  d = 1 }', { object: [['a', 'unknown'], ['d', 1]] }], // prettier-ignore
  ['local.a[*].b', 'unknown'],
  ['local.a.*.b', 'unknown'],
  ['{}', { object: [] }],
  ['[]', []],
  ['[1, "a",\n  true, # one\n]', [1, 'a', true]],
  ['{ a = 1, "b" : 2, c: 3 }', { object: [['a', 1], ['b', 2], ['c', 3]] }], // prettier-ignore
  ['{\n  a = 1\n\n  b = 2,\n  // c\n  c = /* d */ 3\n}', { object: [['a', 1], ['b', 2], ['c', 3]] }], // prettier-ignore
  ['{ (var.a) = 1, "x${var.b}" = 2, 3 = 4 }', { object: [[{ reference: 'var.a' }, 1], ['x${var.b}', 2], ['3', 4]] }], // prettier-ignore
  ['{ var.a = 1, f(x) : 2 }', { object: [['unknown', 1], ['unknown', 2]] }], // prettier-ignore
  ['{ for = 1 }', 'unknown'],
  ['{ for k, v in var.x : k => { a = v }... if v != "}" }', 'unknown'],
  ['[for v in var.x : [v]]', 'unknown'],
  ['f()', { f: [] }],
  ['f(\n  a,\n  [1],\n)', { f: [{ reference: 'a' }, [1]] }],
  ['f(a...)', { f: [{ reference: 'a' }], expands: true }],
  ['provider::aws::f(1)', 'unknown'],
  ['1 + 2', 'unknown'],
  ['-var.a', 'unknown'],
  ['!var.a', 'unknown'],
  ['var.a ? "b" : { c = 1 }', { choices: ['b', { object: [['c', 1]] }] }],
  ['(\n  var.a\n  ? 1\n  : 2\n)', { choices: [1, 2] }],
  ['{ a = var.b ? 1 : 2, c = var.d == "}" || var.e }', { object: [['a', { choices: [1, 2] }], ['c', 'unknown']] }], // prettier-ignore
  ['var.a == "b" && !c ? { d : 1 } : [var.e ? 2 : 3]', { choices: [{ object: [['d', 1]] }, [{ choices: [2, 3] }]] }], // prettier-ignore
  ['!var.a ? var.b ? 1 : 2 : var.c > 3 ? 4 : 5', { choices: [{ choices: [1, 2] }, 4, 5] }],
  ['var.a ? 1 : 2 + 3', { choices: [1, 'unknown'] }],
  ['var.a ? 1 : -var.b', { choices: [1, 'unknown'] }],
  ['var.a ? 1 + 2 : 3', { choices: ['unknown', 3] }],
  ['var.a ? 1', 'unknown'],
  ['f(var.a ? 1 : 2, 3)', { f: [{ choices: [1, 2] }, 3] }],
  ['"${local.a}"', { only: { reference: 'local.a' } }],
  ['"${"${[1]}"}"', { only: { only: [1] } }],
  ['"${local.a}-b"', '${local.a}-b'],
  ['"${f({ a = "}" })}x"', '${f(_ a = ___ _)}x'],
  ['"%{ if var.a }b%{ endif }"', 'directive'],
  ['<<EOF\na\n  b\nEOF', 'a\n  b\n'],
  ['<<-EOF\n    a\n\n      b\n  EOF', 'a\n\n  b\n'],
  ['{ a = <<EOF\n}\nEOF\n  b = 1 }', { object: [['a', '}\n'], ['b', 1]] }], // prettier-ignore
])('%s', (text, expected) => {
  const { expression, problem } = parse(text);
  expect(problem).toBeUndefined();
  expect(short(expression)).toEqual(expected);
});

test.each([
  ['{ a = 1', 'The "{" is never closed; write "}"', '{'],
  ['[1', 'The "[" is never closed; write "]"', '['],
  ['f(1,', 'The "(" is never closed; write ")"', '('],
  ['{ for k in x : k => k', 'The "{" is never closed; write "}"', '{'],
  ['{ a = x[1 }', 'The "[" is never closed; write "]"', '['],
  ['{ a = 1 ]', '"]" is not expected here; write "," or "}" before it', ']'],
  ['[1\n2]', '"2" is not expected here; write "," or a line break before it', '2'],
  ['{ a = "x" b = 1 }', '"b" is not expected here; write "," or a line break before it', 'b'],
  ['{ a }', '"a" has no value; write "=" and a value after it', 'a'],
  ['{ a = }', 'A value is missing before "}"; write one', '}'],
  ['[1,,2]', 'A value is missing before ","; write one', ','],
  ['{ a = "x\n}', 'The text ""x" is never closed; write a quote at its end', '"x'],
  ['1\n2', '"2" is not expected here; remove it', '2'],
  ['', 'A value is missing here; write one', ''],
])('the mistake in %j is told', (text, message, place) => {
  const { problem } = parse(text);
  expect(problem?.message).toBe(message);
  expect(written(text, problem!.range)).toBe(place);
});

test('a mistake inside an interpolation is Terraform’s to tell', () => {
  expect(parse('"${f(}"').problem).toBeUndefined();
});

test.each(['[', '{', '(', 'f(', '{ a = ', '[{ a = f('])('%s without end nests too deep', (open) => {
  expect(parse(open.repeat(100_000)).problem?.message).toMatch(/nest deeper than 500 levels/);
});

test('a chain of conditions is as long as it likes, and conditions inside each other nest', () => {
  const { expression, problem } = parse(`${'var.a ? 1 : '.repeat(20_000)}2`);
  expect(problem).toBeUndefined();
  expect(expression.kind === 'conditional' && expression.choices.length).toBe(20_001);
  expect(parse('!a ? '.repeat(100_000)).problem?.message).toMatch(/nest deeper than 500 levels/);
});

test('nesting up to the limit is read', () => {
  expect(parse('['.repeat(500) + ']'.repeat(500)).problem).toBeUndefined();
  expect(parse('['.repeat(501) + ']'.repeat(501)).problem).toBeDefined();
});
