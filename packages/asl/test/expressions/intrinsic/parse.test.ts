import { intrinsicFunctions, parseIntrinsic } from '../../../src/expressions';

/** `levels` calls inside a call. */
function nestedCall(levels: number): string {
  return 'States.Array('.repeat(levels) + 'States.UUID()' + ')'.repeat(levels);
}

describe('parseIntrinsic', () => {
  test('keeps the arguments with their positions', () => {
    const text = "States.Format('{} is {}', $.a[?(@.b == 'x,)')].c, $$.State, $v, -1.5, true, null, States.UUID())";
    const { value } = parseIntrinsic(text);
    expect(value).toMatchObject({ kind: 'call', name: 'States.Format', start: 0, end: text.length });
    expect(value?.arguments.map((argument) => [argument.kind, text.slice(argument.start, argument.end)])).toEqual([
      ['string', "'{} is {}'"],
      ['path', "$.a[?(@.b == 'x,)')].c"],
      ['path', '$$.State'],
      ['path', '$v'],
      ['number', '-1.5'],
      ['boolean', 'true'],
      ['null', 'null'],
      ['call', 'States.UUID()'],
    ]);
  });

  test.each([
    ["'plain'", 'plain', ['plain']],
    ["''", '', ['']],
    ["'a {} b {}'", 'a {} b {}', ['a ', ' b ', '']],
    ["'it\\'s \\{\\} \\\\'", "it's {} \\", ["it's {} \\"]],
    // AWS takes lone braces outside templates (recorded).
    ['\'{"a": "b"}\'', '{"a": "b"}', ['{"a": "b"}']],
    ["'line\nbreak'", 'line\nbreak', ['line\nbreak']],
  ])('reads the string %j', (literal, value, parts) => {
    expect(parseIntrinsic(`States.Array(${literal})`).value?.arguments).toMatchObject([
      { kind: 'string', value, parts },
    ]);
  });

  test.each([
    'States.Array()',
    'States.Array( )',
    'States.MathAdd( 1 ,\n 2 )',
    'States.ArrayPartition($.rows,25)',
    "States.StringSplit($.a , ',')",
    'States.MathAdd(${Count}, 1)',
    "States.Format('${Bucket}/{}', $.key)",
    'States.JsonToString($)',
    'States.JsonToString($.a.length())',
    nestedCall(10),
    ...[...intrinsicFunctions.keys()].map((name) => `${name}()`),
  ])('accepts %s', (text) => {
    expect(parseIntrinsic(text).problems).toEqual([]);
  });

  test('keeps a placeholder as an unknown argument', () => {
    expect(parseIntrinsic('States.MathAdd(${Count}, 1)').value?.arguments[0]).toEqual({
      kind: 'placeholder',
      text: '${Count}',
      start: 15,
      end: 23,
    });
  });

  test.each([
    [' States.Array()', 'The function call begins with a blank; remove it', 0, 1],
    ['States.Array() ', 'The function call ends with a blank; remove it', 14, 15],
    ['States.Array())', 'Unexpected ")" behind the call; remove what follows ")"', 14, 15],
    ['', "A function call is missing; write one such as States.Format('{}', $.name)", 0, 0],
    ['States.array()', '"States.array" is not an intrinsic function; use "States.Array"', 0, 12],
    ['JsonToString($)', '"JsonToString" is not an intrinsic function; use "States.JsonToString"', 0, 12],
    ['States.Xyz($)', '"States.Xyz" is not an intrinsic function; use one of the "States." functions', 0, 10],
    [
      "States.ArrayToString($.a, ',')",
      '"States.ArrayToString" is not an intrinsic function; use one of the "States." functions',
      0,
      20,
    ],
    ['Statse.Format($)', '"Statse.Format" is not an intrinsic function; use "States.Format"', 0, 13],
    ['constructor()', '"constructor" is not an intrinsic function; use one of the "States." functions', 0, 11],
    ['States.Array ()', '"States.Array" is not called; write "(" right behind the name', 0, 12],
    ['States.Array', '"States.Array" is not called; write "(" right behind the name', 0, 12],
    ['States.JsonToString($', '"(" is not closed; add ")"', 19, 20],
    ['States.Array(1 2)', 'Unexpected "2" behind an argument; write "," or ")"', 15, 16],
    [
      'States.Array(1,)',
      'An argument is missing; write a path, a number, a string in single quotes or a function call',
      15,
      16,
    ],
    ['States.Array("a")', 'Strings stand in single quotes; replace the double quotes', 13, 14],
    ["States.Array('a)", "The string is not closed; add the closing '", 13, 16],
    ["States.Array('\\\"a')", '"\\"" is not an escape; write "\\\\" for a backslash', 14, 16],
    ["States.Array('a\\n')", '"\\n" is not an escape; write "\\\\" for a backslash', 15, 17],
    ['States.Array($.a[)', '")" cannot follow "["; write a quoted name, an index, "*" or "?(...)"', 17, 18],
    [
      'States.Array(States.Nope())',
      '"States.Nope" is not an intrinsic function; use one of the "States." functions',
      13,
      24,
    ],
    [nestedCall(11), 'More than 10 calls are nested; compute "States.UUID" in an earlier state', 143, 154],
  ])('refuses %j', (text, message, start, end) => {
    expect(parseIntrinsic(text)).toEqual({ problems: [{ message, start, end }] });
  });
});
