import { parseJsonPath, type JsonPath } from '../../../src/expressions';

function parsed(text: string): JsonPath {
  const { value, problems } = parseJsonPath(text);
  expect(problems).toEqual([]);
  return value!;
}

/** A short notation of a path's segments, with the text each of them covers. */
function outline(text: string): string[] {
  const path = parsed(text);
  return path.segments.map((segment) => `${segment.kind} ${path.text.slice(segment.start, segment.end)}`);
}

describe('parseJsonPath', () => {
  test.each([
    ['$', { kind: 'input' }],
    ['$.a', { kind: 'input' }],
    ['$[0]', { kind: 'input' }],
    ['$$', { kind: 'context' }],
    ['$$.Execution.Id', { kind: 'context' }],
    ['$order', { kind: 'variable', name: 'order' }],
    ['$größe.x', { kind: 'variable', name: 'größe' }],
    ['$o_1[0]', { kind: 'variable', name: 'o_1' }],
  ])('%s starts from %j', (text, root) => {
    expect(parsed(text)).toMatchObject({ kind: 'path', text, root, start: 0, end: text.length });
  });

  test.each([
    ['$.a.b', ['name .a', 'name .b']],
    ["$['a']['b c']", ["name ['a']", "name ['b c']"]],
    ['$["a"].b', ['name ["a"]', 'name .b']],
    ["$['a', 'b']", ["names ['a', 'b']"]],
    ["$[ 'a' ]", ["name [ 'a' ]"]],
    ['$.a[0][-1]', ['name .a', 'index [0]', 'index [-1]']],
    ['$[0,2 , 4]', ['indexes [0,2 , 4]']],
    ['$[1:3][-3:][:2]', ['slice [1:3]', 'slice [-3:]', 'slice [:2]']],
    ['$[*].*', ['wildcard [*]', 'wildcard .*']],
    ['$..age', ['descendants ..', 'name age']],
    ['$..*', ['descendants ..', 'wildcard *']],
    ["$..['a'][0]", ['descendants ..', "name ['a']", 'index [0]']],
    ['$.a[?(@.b)].c', ['name .a', 'filter [?(@.b)]', 'name .c']],
    ['$.a.length()', ['name .a', 'function .length()']],
    ['$.sum($.a, 3)', ['function .sum($.a, 3)']],
    // Dialect of published definitions: a dot before a bracket, no dot behind one, hyphens.
    ['$.[0]', ['index .[0]']],
    ["$.[*].['left', 'right']", ['wildcard .[*]', "names .['left', 'right']"]],
    ['$.Hosts[0]Name', ['name .Hosts', 'index [0]', 'name Name']],
    ['$.content-type', ['name .content-type']],
    ['$.a:b,c@d?e', ['name .a:b,c@d?e']],
    ['$.&Ж中', ['name .&Ж中']],
    ['$.__proto__.constructor', ['name .__proto__', 'name .constructor']],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test.each([
    ['$.store\\.book', 'store.book'],
    ['$.foo\\@bar\\[\\[', 'foo@bar[['],
    ["$['it\\'s']", "it's"],
    ['$["a\\"b"]', 'a"b'],
    ["$['\\u0041\\n']", 'A\n'],
    ["$['a]b']", 'a]b'],
  ])('%s resolves its escapes', (text, name) => {
    expect(parsed(text).segments).toMatchObject([{ kind: 'name', name }]);
  });

  test('Jayway reads the step of a slice and ignores it', () => {
    expect(parsed('$[0:9:2]').segments).toEqual([{ kind: 'slice', from: 0, to: 9, ignoredStep: 2, start: 1, end: 8 }]);
  });

  test('blanks behind the path are trimmed', () => {
    expect(parsed('$.a ')).toMatchObject({ text: '$.a', end: 3 });
  });

  test.each([
    ['', 'The path is empty; write "$" for the whole input', 0, 0],
    ['a.b', 'The path does not start with "$"; write "$." in front of the first name', 0, 1],
    [' $.a', 'The path does not start with "$"; write "$." in front of the first name', 0, 1],
    ['@.a', 'The path does not start with "$"; write "$." in front of the first name', 0, 1],
    ['$$23', 'Unexpected "2" after "$$"; continue the path with "." or "["', 2, 3],
    ['$a-b', 'Unexpected "-" after "$a"; continue the path with "." or "["', 2, 3],
    ['$.', 'The path must not end with "."; remove it or write a name behind it', 1, 2],
    ['$.a.', 'The path must not end with "."; remove it or write a name behind it', 3, 4],
    ['$..', 'The path must not end with ".."; write a name behind it', 1, 3],
    ['$...', '"..." is not a path; use ".." or "."', 1, 4],
    ['$.a[', '"[" is not closed; add "]"', 3, 4],
    ['$.b[23', '"[" is not closed; add "]"', 3, 4],
    ['$.a]', 'A name is missing before "]"; write one, or [\'name\'] for special characters', 3, 4],
    ['$.a[]', '"]" cannot follow "["; write a quoted name, an index, "*" or "?(...)"', 4, 5],
    ['$[x]', '"x" cannot follow "["; write a quoted name, an index, "*" or "?(...)"', 2, 3],
    ["$['a", "The string is not closed; add the closing '", 2, 4],
    ["$['a',]", 'A name is missing after ","; write a quoted name or remove the comma', 6, 7],
    ['$[0,]', 'An index is missing after ","; write one or remove the comma', 4, 5],
    ['$[:]', 'The slice has neither a start nor an end; use "[*]" for all elements', 2, 3],
    ['$[99999999999]', 'The index 99999999999 is too large; use one of at most 2147483647', 2, 13],
    ['$.my name', 'The name "my" is followed by a blank; write names with blanks as [\'my name\']', 4, 5],
    [
      '$[(@.length-1)]',
      'Scripts such as "[(@.length-1)]" are not supported; use a negative index such as "[-1]"',
      1,
      2,
    ],
    ['$[?@.a]', 'A filter needs parentheses; write it as "[?(@.name == \'value\')]"', 1, 2],
    ['$[?(@.a = 1)]', '"=" is not an operator; use "=="', 8, 9],
    ['$[?(@.a inn [1])]', '"inn" is not an operator; use "in"', 8, 11],
    ['$[?(@.a == )]', 'A value is missing; write a path, a number or a quoted string', 11, 12],
    ["$[?('a')]", 'A constant alone is no condition; compare it with a path such as "@.name"', 4, 7],
    ['$[?((@.a)]', '"(" is not closed; add ")"', 3, 4],
    ['$[?(@.a @.b)]', 'Unexpected "@" in the filter; join conditions with "&&" or "||"', 8, 9],
    ['$.a.lenght()', '"lenght()" is not a JSONPath function; use "length()"', 4, 10],
    ['$.length().a', '"length()" is not at the end of the path; remove what follows it', 1, 10],
    ['$.sum(1', '"(" is not closed; add ")"', 5, 6],
  ])('refuses %j', (text, message, start, end) => {
    expect(parseJsonPath(text)).toEqual({ problems: [{ message, start, end }] });
  });
});

describe('filters', () => {
  function condition(text: string): unknown {
    const segment = parsed(`$[?(${text})]`).segments[0];
    return segment?.kind === 'filter' && brief(segment.condition);
  }

  /** The tree without positions, paths as their text. */
  function brief(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(brief);
    if (typeof node !== 'object' || node === null) return node;
    if ('kind' in node && node.kind === 'path') return (node as unknown as JsonPath).text;
    const entries = Object.entries(node).filter(([key]) => key !== 'start' && key !== 'end');
    return Object.fromEntries(entries.map(([key, value]) => [key, brief(value)]));
  }

  const compare = (left: unknown, operator: string, right: unknown) => ({ kind: 'comparison', operator, left, right });
  const exists = (path: string) => ({ kind: 'exists', path });
  const string = (value: string, quoted = true) => ({ kind: 'string', value, quoted });
  const number = (value: number) => ({ kind: 'number', value });

  test.each<[string, unknown]>([
    ['@.a', exists('@.a')],
    ['!@.a', { kind: 'not', operand: exists('@.a') }],
    ['@', exists('@')],
    ["@.a == 'x'", compare('@.a', '==', string('x'))],
    ["@.a=='x'", compare('@.a', '==', string('x'))],
    ['@.a != "it\'s"', compare('@.a', '!=', string("it's"))],
    ['@.a<5', compare('@.a', '<', number(5))],
    ['@.a >= -1.5e2', compare('@.a', '>=', number(-150))],
    ['@.a === 1', compare('@.a', '===', number(1))],
    ['5 > @.a', compare(number(5), '>', '@.a')],
    ['@.a == true', compare('@.a', '==', { kind: 'boolean', value: true })],
    ['@.a == null', compare('@.a', '==', { kind: 'null', value: null })],
    ['@.Plan.Tier==PREMIUM', compare('@.Plan.Tier', '==', string('PREMIUM', false))],
    ['@.owner == $.caller', compare('@.owner', '==', '$.caller')],
    ['@.id == $wanted', compare('@.id', '==', '$wanted')],
    ['@.a =~ /x.*\\/y/i', compare('@.a', '=~', { kind: 'regex', pattern: 'x.*\\/y', flags: 'i' })],
    ["@.a in ['x', 'y']", compare('@.a', 'in', { kind: 'array', items: [string('x'), string('y')] })],
    ['@.a NIN [1]', compare('@.a', 'nin', { kind: 'array', items: [number(1)] })],
    ['@.a subsetof []', compare('@.a', 'subsetof', { kind: 'array', items: [] })],
    ['@.a empty false', compare('@.a', 'empty', { kind: 'boolean', value: false })],
    ['@.a size 2', compare('@.a', 'size', number(2))],
    ["@ == {'__proto__': 1}", compare('@', '==', { kind: 'object', entries: [['__proto__', number(1)]] })],
    ['@.a.length() > 2', compare('@.a.length()', '>', number(2))],
    ["@['a b'][0] == 1", compare("@['a b'][0]", '==', number(1))],
    ['@.a[?(@.b)]', exists('@.a[?(@.b)]')],
    ['@.a && @.b && @.c', { kind: 'and', operands: [exists('@.a'), exists('@.b'), exists('@.c')] }],
    ['@.a&&@.b', { kind: 'and', operands: [exists('@.a'), exists('@.b')] }],
    [
      '@.a || @.b && @.c',
      { kind: 'or', operands: [exists('@.a'), { kind: 'and', operands: [exists('@.b'), exists('@.c')] }] },
    ],
    [
      '(@.a || @.b) && !(@.c)',
      {
        kind: 'and',
        operands: [
          { kind: 'or', operands: [exists('@.a'), exists('@.b')] },
          { kind: 'not', operand: exists('@.c') },
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(condition(text)).toEqual(expected);
  });

  test('every part knows where it stands', () => {
    const [segment] = parsed("$[?(@.a == 'x')]").segments;
    expect(segment).toMatchObject({
      start: 1,
      end: 16,
      condition: { start: 4, end: 14, left: { start: 4, end: 7 }, right: { start: 11, end: 14 } },
    });
  });
});
