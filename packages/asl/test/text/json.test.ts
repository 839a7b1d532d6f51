import fc from 'fast-check';
import { parseText, toJson, type ParsedText } from '../../src/text';

const parse = (text: string): ParsedText => parseText(text, 'json');

/** Each problem as `what is marked: message`. */
function problemsOf(text: string): string[] {
  return parse(text).problems.map(({ message, range }) => `${text.slice(...range)}: ${message}`);
}

function read(text: string): unknown {
  const { root } = parse(text);
  return root && toJson(root);
}

describe('sound text', () => {
  test.each<[string, unknown]>([
    ['{"a": [1, -2.5e3, true, false, null, "x"]}', { a: [1, -2500, true, false, null, 'x'] }],
    ['\ufeff{"a": 1}', { a: 1 }],
    ['// c\n{/* d */ "a": 1, // e\n}', { a: 1 }],
    ['[1, 2,]', [1, 2]],
    ['"text"', 'text'],
    ['42', 42],
    ['{"a": "\\n\\u00e9\\ud83d\\ude00\\/"}', { a: '\né😀/' }],
    ['{"a": -0, "b": 1e999}', { a: -0, b: Infinity }],
    ['{"constructor": 1, "toString": 2}', { constructor: 1, toString: 2 }],
  ])('%j', (text, value) => {
    expect(problemsOf(text)).toEqual([]);
    expect(read(text)).toEqual(value);
  });

  test('whatever JSON.stringify writes is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(problemsOf(text)).toEqual([]);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('a key "__proto__" is a member like any other', () => {
    const value = read('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('numbers keep how they are written', () => {
    expect(parse('5.0').root).toEqual({ kind: 'number', value: 5, raw: '5.0', range: [0, 3] });
  });

  test('ranges mark the value with its delimiters', () => {
    const text = ' {"a": [true, "x"]} ';
    const { root } = parse(text);
    expect(root?.range).toEqual([1, 19]);
    if (root?.kind !== 'object') throw new Error('no object');
    const [entry] = root.entries;
    expect(entry && text.slice(...entry.key.range)).toBe('"a"');
    expect(entry && text.slice(...entry.value.range)).toBe('[true, "x"]');
  });

  test('comments come without their delimiters', () => {
    expect(parse('[ // one\n/* two */]').comments).toEqual([
      { value: ' one', range: [2, 8] },
      { value: ' two ', range: [9, 18] },
    ]);
  });
});

describe('places in strings', () => {
  test.each<[string, number[]]>([
    ['"abc"', [1, 2, 3, 4]],
    ['"a\\nb"', [1, 2, 4, 5]],
    ['"\\u00e9x"', [1, 7, 8]],
    ['"\\ud83d\\ude00"', [1, 7, 13]],
    ['"\\\\"', [1, 3]],
    ['""', [1]],
  ])('%s', (text, offsets) => {
    const { root } = parse(text);
    if (root?.kind !== 'string') throw new Error('no string');
    expect(Array.from({ length: root.value.length + 1 }, (_, index) => root.at(index))).toEqual(offsets);
    expect([root.at(-5), root.at(99)]).toEqual([offsets[0], offsets.at(-1)]);
  });

  test('each character stands where it is written, escaped or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, key) => {
        const text = JSON.stringify({ [key]: value });
        const { root } = parse(text);
        if (root?.kind !== 'object') throw new Error('no object');
        for (const string of root.entries.flatMap((entry) => (entry.value.kind === 'string' ? [entry.value] : []))) {
          for (let index = 0; index < string.value.length; index++) {
            const written = text.slice(string.at(index), string.at(index + 1));
            expect(JSON.parse(`"${written}"`)).toBe(string.value[index]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('bare placeholders', () => {
  test.each<[string, string]>([
    ['{"a": ${n}}', '${n}'],
    ['{"a": ${jsonencode({ b = "}" })}, "c": 1}', '${jsonencode({ b = "}" })}'],
    ['{"a": ${jsonencode({\n b = 1\n})}}', '${jsonencode({\n b = 1\n})}'],
    ['{"a": prefix-${n}-${m}/x}', 'prefix-${n}-${m}'],
    ['{"a": 10${n}}', '10${n}'],
    ['{"a":${a}${b}}', '${a}${b}'],
  ])('%s', (text, placeholder) => {
    const { root } = parse(text);
    const value = root?.kind === 'object' ? root.entries[0]?.value : undefined;
    expect(value).toMatchObject({ kind: 'placeholder', text: placeholder });
    expect(value && text.slice(...value.range)).toBe(placeholder);
  });

  test('items may be placeholders', () => {
    expect(problemsOf('[${a}, ${b}]')).toEqual([]);
    expect(read('[${a}, ${b}]')).toEqual(['${a}', '${b}']);
  });

  test('in quotes it is a string', () => {
    expect(parse('"${a}"').root).toMatchObject({ kind: 'string', value: '${a}' });
  });

  test.each<[string, string]>([
    ['{${m}, "a": 1}', '${m}: The placeholder "${m}" stands for whole members; write them out, or use it as a value'],
    ['{${k}: 1}', '${k}: Expected a property name in double quotes, not "${k}"'],
    ['{"a": ${n, "b": 1}', ': The text ends before the outermost object is closed; add "}"'],
    ['["${", ${n, 1]', '${n: The placeholder "${n" is not closed; add "}"'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

test('duplicate keys are told apart from problems', () => {
  const text = '{"a": 1, "b": {"a": 2}, "\\u0061": 3, "a": 4}';
  const { problems, duplicateKeys } = parse(text);
  expect(problems).toEqual([]);
  expect(duplicateKeys.map(({ key, first }) => [text.slice(...key.range), first.range])).toEqual([
    ['"\\u0061"', [1, 4]],
    ['"a"', [1, 4]],
  ]);
  expect(read(text)).toEqual({ a: 4, b: { a: 2 } });
});

describe('one mistake, one problem', () => {
  const value = 'write a number, true, false or null, or put text in double quotes';
  test.each<[text: string, problem: string, value: unknown]>([
    ['{"a" 1}', '1: Expected ":" after "a"', { a: 1 }],
    ['{"a" = 1}', '=: Expected ":" after "a", not "="', { a: 1 }],
    ['{"a": 1 "b": 2}', '"b": Expected "," before "b"', { a: 1, b: 2 }],
    ['[1 2]', '2: Expected "," before "2"', [1, 2]],
    ['{"a": , "b": 1}', ',: Expected a value for "a"', { a: '', b: 1 }],
    ['{"a": }', '}: Expected a value for "a"', { a: '' }],
    ['{"a"}', '}: Expected ":" and a value after "a"', { a: '' }],
    ['{, "a": 1}', ',: Expected a property before ","; remove the comma', { a: 1 }],
    ['[1,,2]', ',: Expected a value before ","', [1, 2]],
    ['{: 1}', ':: Expected a property name before ":"', {}],
    ['["a": 1]', ':: Unexpected ":"; remove it, or write a property name in double quotes before it', ['a', 1]],
    ['{a: 1}', 'a: Expected a property name in double quotes, not "a"', { a: 1 }],
    ['{5: 1}', '5: Expected a property name in double quotes, not "5"', { 5: 1 }],
    ["{'a b': 'c d'}", `'a b': The text "a b" is in single quotes; write it in double quotes`, { 'a b': 'c d' }],
    ['{"a": True}', `True: "True" is not a value of JSON; ${value}`, { a: 'True' }],
    ['{"a": 007}', `007: "007" is not a value of JSON; ${value}`, { a: '007' }],
    ['{"a": 1.}', `1.: "1." is not a value of JSON; ${value}`, { a: '1.' }],
    ['{"a": 5s, "b": 1}', `5s: "5s" is not a value of JSON; ${value}`, { a: '5s', b: 1 }],
    ['{"a": "x "y" z", "b": 1}', 'y: Unexpected "y"; expected "," or "}" here', { a: 'x ', b: 1 }],
    ['{"a": {{ x.y }}, "b": 1}', '{: Expected a property name in double quotes, not "{"', { a: {}, b: 1 }],
    ['{"a": [1, 2}', '}: Expected "]" before "}" to close the array "a"', { a: [1, 2] }],
    ['{"a": [{"b": 1], "c": 2}', ']: Expected "}" before "]" to close the object inside "a"', { a: [{ b: 1 }], c: 2 }],
    ['{"a": [1, 2}, "b": 3}', '}: Expected "]" before "}" to close the array "a"', { a: [1, 2] }],
    ['{"a": {"b": [1 \n', ': The text ends before the array "b" is closed; add "]}}"', { a: { b: [1] } }],
    ['{"a": {"b":', ': The text ends before the object "a" is closed; add "}}"', { a: { b: '' } }],
    ['{"a": 1}}', '}: Unexpected "}"; nothing is open here, remove it', { a: 1 }],
    ['{"a": 1} {"b": 2}', '{: Unexpected "{" after the end; a file holds one value, remove the rest', { a: 1 }],
    ['{"a": "x\n}', '"x: The string is not closed; add a double quote at its end', { a: 'x' }],
    ['{"a": "x}', '"x}: The string is not closed; add a double quote at its end', { a: 'x}' }],
    ['{"a": "\\q"}', '\\q: "\\q" is not an escape of JSON; write "\\\\" for a backslash', { a: '' }],
    ['{"a": "\\u12"}', '\\u12: "\\u12" is not a Unicode escape; write four hexadecimal digits after "\\u"', { a: '' }],
    ['{"a": "x\ty"}', '\t: The control character U+0009 cannot stand in a string; write "\\t"', { a: 'x\ty' }],
    ['{"a":\u00a01}', '\u00a0: U+00A0 is no blank in JSON; replace it by a space', { a: 1 }],
    ['[1] /* x', '/* x: The comment is not closed; add "*/"', [1]],
    ['hello world', `hello: "hello" is not a value of JSON; ${value}`, 'hello'],
  ])('%j', (text, problem, expected) => {
    expect(problemsOf(text)).toEqual([problem]);
    expect(read(text)).toEqual(expected);
  });

  test('several mistakes are all reported', () => {
    expect(problemsOf('{"a": tru, "b" 1, c: 2, "d": [1 2], "e": "\\x"}')).toHaveLength(5);
  });
});

describe('hostile text', () => {
  const deep = 'Objects and arrays nest deeper than 500 levels here; remove the needless levels';

  test.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['wrong brackets', '[1},'.repeat(100_000)],
  ])('%s that nest 100,000 levels', (_, text) => {
    const { root, problems } = parse(text);
    expect(root).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([deep]);
  });

  test('500 levels are read, and brackets in strings do not count', () => {
    expect(problemsOf('['.repeat(500) + ']'.repeat(500))).toEqual([]);
    expect(problemsOf(JSON.stringify('['.repeat(1000)))).toEqual([]);
  });

  // A quadratic step would take minutes here
  test.each(["'", '"', '${', '"${', '/*', ':', ',', '\u00a0 ', "'a ", '\\', '"\\', '$', '}', '${a', '-'])(
    '%j a million times',
    (part) => {
      expect(parse(part.repeat(1_000_000 / part.length)).problems.length).toBeGreaterThan(0);
    },
  );

  test('any text gives a tree or problems, and all places are inside it', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      '${',
      '"a"',
      '1',
      'x',
      '\\',
      '\n',
      '//',
      '/*',
      '*/',
      ' ',
      '\u00a0',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
        const text = chosen.join('');
        const { root, problems } = parse(text);
        expect(root !== undefined || problems.length > 0).toBe(true);
        for (const { range } of [...problems, ...(root ? [root] : [])]) {
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('text that is cut off is a problem wherever the cut is', () => {
    const text = '{"a": [1, {"b": "c\\n"}, ${d}, true], /* e */ "f": null}';
    for (let end = 0; end < text.length; end++) expect(problemsOf(text.slice(0, end))).not.toEqual([]);
  });
});
