import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import { memberOf, parseText, toJson, walk, type Located, type LocatedString, type ParsedText } from '../../src/text';

const parse = (text: string): ParsedText => parseText(text, 'yaml');

function problemsOf(text: string): string[] {
  return parse(text).problems.map(({ message, range }) => `${text.slice(...range)}: ${message}`);
}

function read(text: string): unknown {
  const { root } = parse(text);
  return root && toJson(root);
}

function stringsOf(root: Located | undefined): LocatedString[] {
  const strings: LocatedString[] = [];
  if (root) {
    walk(root, (value) => {
      if (value.kind === 'string') strings.push(value);
      if (value.kind === 'object') strings.push(...value.entries.map((entry) => entry.key));
    });
  }
  return strings;
}

describe('sound text', () => {
  test.each<[string, unknown]>([
    ['a: 1\nb: [x, {c: null}]\n', { a: 1, b: ['x', { c: null }] }],
    ['\ufeffa: 1', { a: 1 }],
    ['{"a": [1, true]}', { a: [1, true] }],
    ['Yes: Y\nNo: off\non: no', { Yes: 'Y', No: 'off', on: 'no' }],
    ['1: a\ntrue: b\n~: c\n1.50: d', { '1': 'a', true: 'b', '~': 'c', '1.50': 'd' }],
    ['a: 2020-01-01\nb: 0x1F\nc: 1_000\nd: 012', { a: '2020-01-01', b: 31, c: '1_000', d: 12 }],
    ['%YAML 1.1\n---\na: yes', { a: 'yes' }],
    ['a:\nb: ~', { a: null, b: null }],
    ['a: !!str 1\nb: !!int "3"\nc: !!binary aGk=\nd: ! x', { a: '1', b: 3, c: 'aGk=', d: 'x' }],
    ['---\n---\na: 1\n---\nb: ][', { a: 1 }],
    [
      'a: {\n  b: 1\n}\nc: {\nd: 2,\n e: [\n3]\n}\nf:\n  g: [\n4 ]\n  h: 5',
      { a: { b: 1 }, c: { d: 2, e: [3] }, f: { g: [4], h: 5 } },
    ],
    [
      "a:\n  b: 'x\n\ny: 1'\n  c: \"z\nw\"\n  d:\n    - 'v\n  u'\n    - [\n't\n', s]\ne: 1",
      { a: { b: 'x\ny: 1', c: 'z w', d: ['v u', ['t ', 's']] }, e: 1 },
    ],
    ['a: &x !Sub q\nb: *x', { a: { 'Fn::Sub': 'q' }, b: { 'Fn::Sub': 'q' } }],
  ])('%j', (text, value) => {
    expect(problemsOf(text)).toEqual([]);
    expect(read(text)).toEqual(value);
  });

  test('whatever the yaml package writes is read back', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(20, 80), (json, lineWidth) => {
        const value: unknown = JSON.parse(json);
        // A key "<<" without quotes, as the package writes it, is a merge key here.
        fc.pre(value !== null && !json.includes('"<<":'));
        const text = stringify(value, { lineWidth, aliasDuplicateObjects: false });
        expect(problemsOf(text)).toEqual([]);
        expect(read(text)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  test('a key "__proto__" is a member like any other', () => {
    expect(Object.keys(read('__proto__: {a: 1}') as object)).toEqual(['__proto__']);
  });

  test('block collections end with their last value, not with the comments after it', () => {
    const text = 'a:\n  b: 1\n  c:\n    - x\n\n  # why\n\nd: 2\n';
    const { root } = parse(text);
    const a = memberOf(root, 'a');
    expect(a && text.slice(...a.range)).toBe('b: 1\n  c:\n    - x');
    expect(root?.range).toEqual([0, text.length - 1]);
  });

  test('comments come without the hash', () => {
    expect(parse('a: "#no" # one\n#two\nb: |\n  # no\n').comments).toEqual([
      { value: ' one', range: [9, 14] },
      { value: 'two', range: [15, 19] },
    ]);
  });

  test('numbers keep how they are written', () => {
    expect(parse('5.0').root).toEqual({ kind: 'number', value: 5, raw: '5.0', range: [0, 3] });
  });
});

describe('placeholders', () => {
  test.each<[text: string, kind: string]>([
    ['a: ${b}', 'placeholder'],
    ['a: ${jsonencode({b = 1})}', 'placeholder'],
    ['a: "${b}"', 'string'],
    ['a: x-${b}', 'string'],
    ['a: ${b}${c}', 'string'],
    ['a: !reference [b, c]', 'placeholder'],
    ['a: !vault |\n  secret\n', 'placeholder'],
  ])('%j is a %s', (text, kind) => {
    expect(problemsOf(text)).toEqual([]);
    expect(memberOf(parse(text).root, 'a')?.kind).toBe(kind);
  });

  test.each<[string, unknown]>([
    ['a: [${b}, "${c[0]}"]', { a: ['${b}', '${c[0]}'] }],
    ['{"a": ${b.c[0]}, "d": x-${e}}', { a: '${b.c[0]}', d: 'x-${e}' }],
  ])('are read inside brackets: %s', (text, value) => {
    expect(problemsOf(text)).toEqual([]);
    expect(read(text)).toEqual(value);
  });
});

describe("CloudFormation's short tags", () => {
  test.each<[string, unknown]>([
    ['!Ref Name', { Ref: 'Name' }],
    ['!Condition Name', { Condition: 'Name' }],
    ['!GetAtt a.b', { 'Fn::GetAtt': 'a.b' }],
    ['!GetAZs ""', { 'Fn::GetAZs': '' }],
    ['!Sub ${Name}', { 'Fn::Sub': '${Name}' }],
    ['!Join\n  - ","\n  - [!Ref A, !Ref B]', { 'Fn::Join': [',', [{ Ref: 'A' }, { Ref: 'B' }]] }],
    ['!If [c, !Ref "AWS::NoValue", 1]', { 'Fn::If': ['c', { Ref: 'AWS::NoValue' }, 1] }],
    ['!Transform\n  Name: Include', { 'Fn::Transform': { Name: 'Include' } }],
  ])('%s', (tagged, value) => {
    const text = `a: ${tagged}\nb: 1\n`;
    expect(problemsOf(text)).toEqual([]);
    expect(read(text)).toEqual({ a: value, b: 1 });
  });

  test('the tag is the key', () => {
    const text = 'a: !Sub "x"\n';
    const value = memberOf(parse(text).root, 'a');
    expect(value?.range).toEqual([3, 11]);
    const key = value?.kind === 'object' ? value.entries[0]?.key : undefined;
    expect(key).toMatchObject({ value: 'Fn::Sub', range: [3, 7] });
    expect([0, 4, 7].map((index) => key?.at(index))).toEqual([3, 4, 7]);
  });
});

describe('anchors', () => {
  test('an alias shares the value of its anchor', () => {
    const { root } = parse('a: &x {b: 1}\nc: *x');
    expect(memberOf(root, 'c')).toBe(memberOf(root, 'a'));
    expect(root?.range).toEqual([0, 18]);
  });

  test.each<[string, unknown]>([
    ['a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3', { p: 1, q: 3 }],
    ['a: &x {p: 1, q: 2}\nb:\n  q: 3\n  <<: *x', { q: 3, p: 1 }],
    ['a: &x {p: 1}\nb:\n  <<: [*x, {p: 2, z: 3}]', { p: 1, z: 3 }],
    ['b:\n  <<: {p: 1, p: 2}', { p: 2 }],
    ['b:\n  "<<": {p: 1}', { '<<': { p: 1 } }],
  ])('merge keys: %j', (text, value) => {
    expect(problemsOf(text)).toEqual([]);
    expect(read(text)).toHaveProperty('b', value);
  });

  test.each<[string, string]>([
    ['a: &x [*x]', '*x: The alias "*x" stands for a value that contains it; write the value out'],
    ['a: *x', '*x: The alias "*x" has no anchor before it; write the value out'],
    ['<<: x', ': x: "<<" merges mappings only; give it the alias of a mapping'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

test('duplicate keys are told apart from problems', () => {
  const text = 'a: 1\nb: {a: 2}\n"a": 3\n';
  const { problems, duplicateKeys } = parse(text);
  expect(problems).toEqual([]);
  expect(duplicateKeys.map(({ key, first }) => [text.slice(...key.range), first.range])).toEqual([['"a"', [0, 1]]]);
});

describe('places in strings', () => {
  test.each<[string, string, number[]]>([
    ['plain', 'a: xy', [3, 4, 5]],
    ['plain, folded', 'a: x\n   y', [3, 4, 8, 9]],
    ['plain, paragraphs', 'a: x\n\n  y', [3, 4, 8, 9]],
    ['single quotes', "a: 'x''y'", [4, 5, 7, 8]],
    ['double quotes', 'a: "\\x41\\u00e9\\tz"', [4, 8, 14, 16, 17]],
    ['blanks at the start', 'a: " x\\ty"', [4, 5, 6, 8, 9]],
    ['an escape of two code units', 'a: "\\U0001F600z"', [4, 4, 14, 15]],
    ['an escaped line break', 'a: "x\\\n  y"', [4, 9, 10]],
    ['double quotes, folded', 'a: "x\n  y"', [4, 5, 8, 9]],
    ['literal', 'a: |\n  x\n   y\n', [7, 8, 11, 12, 13, 14]],
    ['literal, indentation given', 'a: |1-\n  x\n', [8, 9, 10]],
    ['literal, windows line ends', 'a: |-\r\n  x\r\n  y\r\n', [9, 11, 14, 15]],
    ['folded', 'a: >-\n  x\n  y\n\n  z\n', [8, 9, 12, 13, 17, 18]],
  ])('%s', (_, text, offsets) => {
    const value = memberOf(parse(text).root, 'a');
    if (value?.kind !== 'string') throw new Error('no string');
    expect(Array.from({ length: value.value.length + 1 }, (_, index) => value.at(index))).toEqual(offsets);
  });

  test('each visible character stands where it is written', () => {
    const text = fc.array(fc.constantFrom('a', 'b:', '#c', "'", '"', '- d', '\n', '  ', 'e f', '\\', '{', 'g'), {
      maxLength: 12,
    });
    const styles = ['BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN'] as const;
    fc.assert(
      fc.property(text, fc.constantFrom(...styles), (parts, defaultStringType) => {
        const value = { key: [parts.join('')] };
        const yaml = stringify(value, { defaultStringType, lineWidth: 12, minContentWidth: 0 });
        expect(read(yaml)).toEqual(parseYaml(yaml));
        for (const string of stringsOf(parse(yaml).root)) {
          let last = -1;
          for (let index = 0; index < string.value.length; index++) {
            const at = string.at(index);
            expect(at).toBeGreaterThanOrEqual(last);
            last = at;
            const written = yaml[at] === '\\' ? yaml.slice(at, at + 2) : yaml[at];
            if (/\S/.test(string.value.charAt(index))) expect(written).toContain(string.value[index]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('one mistake, one problem', () => {
  test.each<[string, string]>([
    [
      'a: b: c',
      'b: A second ": " on one line; put text that contains ": " in quotes, or begin the inner mapping on a new line',
    ],
    ['a:\n\t- b', '\t: Tabs are not allowed as indentation; indent with spaces'],
    ['a: {b: 1\nc: 2\nd: 3', 'c: Expected "}" before this line; add it where the mapping ends'],
    ['a: [b,\n  c\nd: 1\n', 'd: Expected "]" before this line; add it where the sequence ends'],
    ['a: "x', ': The string is not closed; add the quote at its end'],
    ['a: 1\nb', 'b: This key has no ":"; add ":" and a value'],
    ['a: @x', '@: Plain value cannot start with reserved character @; put the text in quotes'],
    ['{{ x }}: y', '{{ x }}: A key must be text, not a mapping or a sequence; put it in quotes'],
    ['}', '}: Unexpected "}"; remove it, or put the text in quotes'],
    ['a: "\\q"', '\\: Invalid escape sequence \\q; write "\\\\" for a backslash, or put the text in single quotes'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('mistakes on several lines are all reported', () => {
    expect(problemsOf('a: @x\nb: 1\nc: `y`\n')).toHaveLength(2);
  });
});

describe('hostile text', () => {
  const tooDeep = 'Objects and arrays nest deeper than 500 levels here; remove the needless levels';
  const tooMany = 'With its aliases written out the text holds more than 1,000,000 values; use fewer aliases';
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', lines(1000, (index) => `${' '.repeat(index)}a:`)],
    ['tags', '[!Sub '.repeat(300)],
    ['aliases', `a0: &a0 [x]\n${lines(600, (index) => `a${index + 1}: &a${index + 1} [*a${index}]`)}`],
  ])('too deep by %s', (_, text) => {
    const { root, problems } = parse(text);
    expect(root).toBeUndefined();
    expect(problems.map(({ message }) => message)).toContain(tooDeep);
  });

  test('500 levels are read', () => {
    expect(problemsOf('['.repeat(500) + ']'.repeat(500))).toEqual([]);
    expect(problemsOf(`${'- '.repeat(500)}a`)).toEqual([]);
  });

  test.each([
    ['aliases', `a0: &a0 [x,x,x,x]\n${lines(20, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}`],
    [
      'merge keys',
      `x: &x {${lines(5000, (index) => `k${index}: 1,`)}}\n${lines(5000, (index) => `m${index}: {<<: *x}`)}`,
    ],
  ])('too many values by %s', (_, text) => {
    const { root, problems } = parse(text);
    expect(root).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([tooMany]);
  });

  // A quadratic step would take minutes here
  test.each([
    '"',
    "'",
    '${',
    '${a ',
    '!a ',
    '&a ',
    '*a ',
    ',',
    ': ',
    '#\n',
    '---\n',
    'a: 1\n---\n',
    '[],',
    '"\\',
    '{} ',
    '}',
    '  \n',
  ])('%j over and over', (part) => {
    const { root, problems } = parse(part.repeat(100_000 / part.length));
    expect(root !== undefined || problems.length > 0).toBe(true);
  });

  test('any text gives a tree or problems, and all places are inside it', () => {
    const parts = [
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '!Sub ',
      '&x ',
      '*x',
      '<<: ',
      '|\n',
      '>-\n',
      '#',
      '${',
      '?',
      '---\n',
      '\t',
      '%',
      '...\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (chosen) => {
        const text = chosen.join('');
        const { root, problems, comments } = parse(text);
        expect(root !== undefined || problems.length > 0).toBe(true);
        const ranges = [...problems, ...comments].map(({ range }) => range);
        if (root) walk(root, (value) => ranges.push(value.range));
        for (const [start, end] of ranges) {
          expect(start).toBeLessThanOrEqual(end);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const string of stringsOf(root)) expect(string.at(string.value.length)).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
