import { LineIndex } from '../../src/text/line-index';
import { definitionOf, onlyMachine, read, written } from './reading';

const bare = (name: string): string => `StartAt: ${name}\nStates: { ${name}: { Type: Succeed } }\n`;

const starts = (text: string, filename = 'machines.yaml'): readonly unknown[] => {
  const { machines, problems } = read(filename, text);
  expect(problems).toEqual([]);
  return machines.map((machine) => (definitionOf(machine) as { readonly StartAt: string }).StartAt);
};

describe('a YAML file of several documents', () => {
  test.each<[string, string, readonly string[]]>([
    ['each has a machine', `${bare('A')}---\n${bare('B')}`, ['A', 'B']],
    ['the first begins with ---', `---\n${bare('A')}---\n${bare('B')}`, ['A', 'B']],
    ['comments and directives before the first', `# a\n%YAML 1.2\n---\n${bare('A')}---\n${bare('B')}`, ['A', 'B']],
    ['only the last has one', `kind: Role\n---\nkind: Policy\n---\n${bare('A')}`, ['A']],
    ['empty ones', `---\n---\n# nothing\n---\n${bare('A')}---\n`, ['A']],
    ['behind ...', `${bare('A')}...\n${bare('B')}...\n---\n${bare('C')}`, ['A', 'B', 'C']],
    ['line breaks of Windows', `${bare('A')}---\n${bare('B')}`.replaceAll('\n', '\r\n'), ['A', 'B']],
    ['a value behind ---', `kind: Role\n--- { StartAt: A, States: { A: { Type: Succeed } } }\n`, ['A']],
    ['what only looks like another', `${bare('A')}Comment: |\n  ---\n  StartAt: X\n---a: 1\n`, ['A']],
  ])('%s', (_, text, expected) => {
    expect(starts(text)).toEqual(expected);
  });

  test('places are those of the file', () => {
    const text = `kind: Role\n---\n${bare('A')}`;
    const machine = onlyMachine('machines.yaml', text);
    expect(written(text, machine.range)).toBe(bare('A').trimEnd());
  });

  test('a mistake in a document with a machine is told where it stands', () => {
    const text = `kind: Role\n---\nStartAt: A\nStates: { A: ]\n`;
    const { problems } = read('machines.yaml', text);
    expect(new LineIndex(text).locate(problems[0]!.range[0]).line).toBe(4);
  });

  test('a mistake in another document is for its own reader', () => {
    expect(starts(`kind: ][\n---\n${bare('A')}`)).toEqual(['A']);
  });

  test('comments of all documents are kept, and keys are compared within one', () => {
    const text = `# one\nkind: Role\n---\n${bare('A')}# two\n---\n${bare('A')}`;
    const { comments, duplicateKeys } = read('machines.yaml', text);
    expect(comments.map(({ value }) => value.trim())).toEqual(['one', 'two']);
    expect(duplicateKeys).toEqual([]);
  });

  test('manifests', () => {
    const manifest = (name: string): string => `apiVersion: sfn.services.k8s.aws/v1alpha1
kind: StateMachine
metadata: { name: ${name} }
spec:
  definition: |
    { "StartAt": "${name}", "States": { "${name}": { "Type": "Succeed" } } }
`;
    const text = `kind: Role\n---\n${manifest('A')}---\n${manifest('B')}`;
    const { machines } = read('manifests.yaml', text);
    expect(machines.map(({ declaration, range }) => [declaration.name, range[0]])).toEqual([
      ['A', text.indexOf('{ "StartAt": "A"')],
      ['B', text.indexOf('{ "StartAt": "B"')],
    ]);
  });
});

describe('a file of one definition', () => {
  test('with a second document is refused there', () => {
    const text = `${bare('A')}---\n${bare('B')}`;
    expect(read('a.asl.yaml', text).problems).toEqual([
      {
        message: 'Another YAML document begins here, and a definition is read of one; move it to a file of its own',
        range: [bare('A').length, bare('A').length + 3],
      },
    ]);
  });

  test.each([`---\n${bare('A')}`, `# a\n---\n${bare('A')}...\n`, `${bare('A')}---\n# nothing\n`])(
    'with nothing in the others: %j',
    (text) => {
      expect(starts(text, 'a.asl.yaml')).toEqual(['A']);
    },
  );
});

test('a text of nothing but separators ends', () => {
  const { machines, problems } = read('a.yaml', '---\n'.repeat(100_000) + bare('A'));
  expect([machines.length, problems]).toEqual([1, []]);
});
