import { endOfHclString, heredocTemplate, quotedTemplate } from '../../src/documents/hcl/template';
import type { LocatedString } from '../../src/text/located';

/** The character of the file that each character of the value stands for. */
const placed = (text: string, template: LocatedString): string =>
  template.value.replace(/[^]/g, (_, index: number) => text[template.at(index)]!);

describe('texts in quotes', () => {
  test.each([
    ['"plain"', 'plain', 'plain'],
    ['"$.a $$.Execution.Id"', '$.a $$.Execution.Id', '$.a $$.Execution.Id'],
    ['"{% $states.input %}"', '{% $states.input %}', '{% $states.input %}'],
    [String.raw`"a\n\"\\b"`, 'a\n"\\b', String.raw`a\\\b`],
    [String.raw`"\u0041\U0001F600z"`, 'A\u{1F600}z', String.raw`\\\z`],
    ['"$${a} %%{b}"', '${a} %{b}', '$$a} %%b}'],
    ['"${var.a}-b"', '${var.a}-b', '${var.a}-b'],
    ['"${f("x")}b"', '${f(_x_)}b', '${f("x")}b'],
  ])('%s', (text, value, places) => {
    const template = quotedTemplate(text, [0, text.length])!;
    expect(template.value).toBe(value);
    expect(placed(text, template)).toBe(places);
    expect(template.at(value.length)).toBe(text.length - 1);
  });

  test.each(['"%{ if a }b%{ endif }"', '"%{~ for x in y ~}z%{ endfor }"'])('%s is not rendered yet', (text) => {
    expect(quotedTemplate(text, [0, text.length])).toBeUndefined();
  });

  test.each([
    ['"a" b', '"a"'],
    [String.raw`"a\"b" c`, String.raw`"a\"b"`],
    ['"${f("}")}" b', '"${f("}")}"'],
    ['"${\n1}" b', '"${\n1}"'],
    ['"$${" b', '"$${"'],
    ['"open\nb', '"open'],
    ['"${open', '"${open'],
  ])('%j ends where its quotes end, or its line', (text, expected) => {
    expect(text.slice(0, endOfHclString(text, 0))).toBe(expected);
  });
});

test.each([
  [false, '  a\n    b\n', '  a\n    b\n'],
  [true, '  a\n    b\n', 'a\n  b\n'],
  [true, '\ta\n\n\t\\n ${x}\n', 'a\n\n\\n ${x}\n'],
  [true, '', ''],
])('the lines of a heredoc, indented: %s', (isIndented, lines, value) => {
  const template = heredocTemplate(lines, [0, lines.length], [0, lines.length], isIndented)!;
  expect(template.value).toBe(value);
  expect(placed(lines, template)).toBe(value);
});
