import { parseJsonata, unsupportedReferences } from '../../../src/expressions';

describe('parseJsonata', () => {
  test('keeps the code as AWS quotes it, and the tree', () => {
    const { value } = parseJsonata('{% $states.input.a + 1 %}');
    expect(value).toMatchObject({
      code: '$states.input.a + 1',
      hasPlaceholders: false,
      ast: { type: 'binary', value: '+' },
      isComplete: true,
    });
  });

  test.each([
    ['{%%}', 'Unexpected end of expression', '%}'],
    ['{% 1 + %}', 'Unexpected end of expression', '%}'],
    ['{% [1,2 %}', 'Expected "]" before end of expression', '%}'],
    ['{% $f(1]) %}', 'Expected ")", got "]"', ']'],
    ['{% [(1, 2)] %}', 'Expected ")", got ","', ','],
    ["{% 'abc %}", 'String literal must be terminated by a matching quote', '%}'],
    ['{% "undefined %}', 'String literal must be terminated by a matching quote', '%}'],
    ['{% "a\\qb" %}', 'Unsupported escape sequence: \\"q"', '\\q'],
    ['{% "a\\u00" %}', 'The escape sequence \\u must be followed by 4 hex digits', '\\u'],
    ['{% 1e999 %}', 'Number out of range: "1e999"', '1e999'],
    ['{% 1 /* c %}', 'Comment has no closing tag', '/'],
    ['{% `a %}', 'Quoted property name must be terminated with a backquote (`)', '%}'],
    ['{% 1 2 %}', 'Syntax error: 2', '2'],
    ['{% $.b[?(@.p < 1)] %}', 'The symbol "?" cannot be used as a unary operator', '?'],
    ['{% a := 1 %}', 'The left side of := must be a variable name (start with $)', 'a'],
    ['{% function(x) { 1 } %}', 'Parameter 1 of function definition must be a variable name (start with $)', 'x'],
    ['{% /a %}', 'No terminating / in regular expression', '%}'],
  ])('%s', (text, message, at) => {
    const { problems } = parseJsonata(text);
    expect(problems.map((problem) => [problem.message, text.slice(problem.start, problem.end)])).toEqual([
      [message, at],
    ]);
  });

  test('positions count from the beginning of the text', () => {
    expect(parseJsonata('{%\n1 2 %}').problems).toMatchObject([{ start: 5, end: 6 }]);
  });

  test('asks for the delimiters', () => {
    expect(parseJsonata('$x').problems).toEqual([
      { message: 'The text is not enclosed in "{%" and "%}"; add both', start: 0, end: 2 },
    ]);
  });

  test.each([
    '{% ${X} %}',
    '{% ${X} = true %}',
    '{% "${X}" & $states.input.a %}',
    '{% $states.input.${Field} %}',
    '{% $x[${n}] %}',
    '{% 1${Digits} %}',
    '{% ${self:custom.table} & "x" %}',
    '{% ${Function}($states.input) %}',
    '{% ${Open} 1 ) %}',
  ])('finds no fault with the placeholder in %s', (text) => {
    const { value, problems } = parseJsonata(text);
    expect(problems).toEqual([]);
    expect(value?.hasPlaceholders).toBe(true);
    expect(value && unsupportedReferences(value)).toEqual([]);
  });

  test('keeps what is written around a placeholder', () => {
    const text = '{% $states.input.${Field} & $x & ${Y} & name %}';
    const { value } = parseJsonata(text);
    expect(value?.isComplete).toBe(false);
    expect(value?.references).toMatchObject({
      topLevel: [{ name: 'name' }],
      states: [{ member: 'input' }],
      variables: [{ name: 'x', start: text.indexOf('$x') }],
    });
  });

  test('a group behind "$" looks like a placeholder but is none', () => {
    expect(parseJsonata('{% $states.input.${"id": n} %}').value).toMatchObject({
      hasPlaceholders: true,
      isComplete: true,
    });
  });

  test('a regular expression that only Java takes is no fault', () => {
    expect(parseJsonata('{% $contains($x, /(?i)abc/) %}')).toMatchObject({
      value: { code: '$contains($x, /(?i)abc/)' },
    });
  });

  test('long expressions are fine, deep ones are not', () => {
    const long = `{% [${Array.from({ length: 20_000 }, (_, index) => index).join(', ')}] %}`;
    expect(parseJsonata(long).problems).toEqual([]);
    const message = 'The expression is nested too deeply; compute parts of it in variables';
    for (const deep of ['('.repeat(600) + '1' + ')'.repeat(600), '1+'.repeat(600) + '1', '['.repeat(200_000)]) {
      expect(parseJsonata(`{%${deep}%}`)).toMatchObject({ problems: [{ message }] });
    }
    expect(parseJsonata(`{%${'$x & '.repeat(200)}$x%}`).problems).toEqual([]);
  });
});
