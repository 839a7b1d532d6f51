import { memberOf, parseText, textOf, type Format, type Located, type LocatedString } from '../../src/text';

function stringAt(value: Located | undefined, ...names: string[]): LocatedString {
  const found = names.reduce<Located | undefined>(memberOf, value);
  if (found?.kind !== 'string') throw new Error(`no string at ${names.join('.')}`);
  return found;
}

describe('a text inside another text', () => {
  const definition = '{\n  "StartAt": "caf\\u00e9",\n  "n": [1, oops]\n}';
  const hosts: [string, string, Format][] = [
    ['a JSON string', JSON.stringify({ d: definition }), 'json'],
    ['a literal block of YAML', `a: 1\nd: |\n${definition.replace(/^/gm, '    ')}\n`, 'yaml'],
    ['a YAML string in double quotes', `d: ${JSON.stringify(definition)}\n`, 'yaml'],
  ];

  test.each(hosts)('in %s all places are places in the file', (_, text, format) => {
    const { root, problems } = parseText(stringAt(parseText(text, format).root, 'd'), 'json');
    const value = stringAt(root, 'StartAt');
    expect(value.value).toBe('café');
    expect(text.slice(...value.range)).toMatch(/^\\?"caf\\+u00e9\\?"$/);
    expect(text[value.at(0)]).toBe('c');
    expect(text.slice(value.at(3), value.at(4))).toMatch(/^\\+u00e9$/);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(['oops']);
    expect(text.slice(...(memberOf(root, 'n')?.range ?? [0, 0]))).toBe('[1, oops]');
  });

  test('YAML in YAML', () => {
    const text = 'd: |\n  a: "x\n    y"\n  b: [1 # c\n';
    const { root, problems, comments } = parseText(stringAt(parseText(text, 'yaml').root, 'd'), 'yaml');
    expect(text[stringAt(root, 'a').at(2)]).toBe('y');
    expect(comments.map(({ range }) => text.slice(...range))).toEqual(['# c']);
    expect(problems).toHaveLength(1);
  });

  test('duplicate keys', () => {
    const { duplicateKeys } = parseText(
      textOf('{"a":1,"a":2}', (index) => index + 100),
      'json',
    );
    expect(duplicateKeys.map(({ key, first }) => [first.range, key.range])).toEqual([
      [
        [101, 104],
        [107, 110],
      ],
    ]);
  });
});

describe('nothing to read', () => {
  test.each<[string, Format]>([
    ['', 'json'],
    [' \n', 'json'],
    ['// only a comment', 'json'],
    ['\ufeff', 'json'],
    ['', 'yaml'],
    ['# only a comment\n', 'yaml'],
    ['---\n...\n---\n', 'yaml'],
  ])('%j as %s', (text, format) => {
    const { root, problems } = parseText(text, format);
    expect(root).toBeUndefined();
    expect(problems).toEqual([
      {
        message: 'The file is empty; write a state machine, an object with "StartAt" and "States"',
        range: [0, text.length],
      },
    ]);
  });

  test('in a string', () => {
    const [problem] = parseText(textOf(''), 'json').problems;
    expect(problem?.message).toMatch(/^The string is empty/);
  });
});
