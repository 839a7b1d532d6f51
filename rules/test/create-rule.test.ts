import stepproof from '@stepproof/linter';
import { Linter } from 'eslint';
import { createRule, createStatelessRule, type RuleInit } from '../src/create-rule';

type Options = [{ readonly word: string }];

/** The messages about a file with one state. */
type Lint = (rule: string, file: string, state: string, ...options: unknown[]) => readonly string[];

/** A rule that tells what it sees of a file, and how often it was created. */
function probe(make: typeof createRule): { readonly created: () => number; readonly lint: Lint } {
  let created = 0;
  const init: RuleInit<Options, 'found'> = {
    name: 'probe',
    meta: {
      type: 'suggestion',
      docs: { description: 'Tells what it sees', recommended: false, severity: 'warn' },
      messages: { found: '{{word}} in {{file}} with {{states}}' },
      schema: [{ type: 'object' }],
      defaultOptions: [{ word: 'by default' }],
    },
    create(context) {
      created++;
      const [{ word }] = context.options;
      return {
        StateMachine({ states }) {
          const data = { word, file: context.filename, states: states.map(({ name }) => name).join() };
          context.report({ loc: { line: 1, column: 1 }, messageId: 'found', data });
        },
      };
    },
  };
  const rules = { probe: make(init) };
  const lint: Lint = (rule, file, state, ...options) => {
    const text = JSON.stringify({ StartAt: state, States: { [state]: { Type: 'Succeed' } } });
    const config = {
      files: ['**/*.json'],
      plugins: { asl: stepproof, own: { rules }, other: { rules } },
      language: 'asl/asl',
      rules: { [rule]: ['warn', ...options] },
    };
    return new Linter().verify(text, config as unknown as Linter.Config, file).map(({ message }) => message);
  };
  return { created: () => created, lint };
}

test('a rule without a state is created once, and sees each file', () => {
  const { lint, created } = probe(createStatelessRule);
  expect(lint('own/probe', 'a.json', 'A')).toEqual(['by default in a.json with A']);
  expect(lint('own/probe', 'b.json', 'B')).toEqual(['by default in b.json with B']);
  // What was told of a file is told again when it is linted again.
  expect(lint('own/probe', 'b.json', 'B')).toHaveLength(1);
  expect(created()).toBe(1);
});

test('and once more for other options, and for another name of its plugin', () => {
  const { lint, created } = probe(createStatelessRule);
  expect(lint('own/probe', 'a.json', 'A')).toEqual(['by default in a.json with A']);
  expect(lint('own/probe', 'a.json', 'A', { word: 'seen' })).toEqual(['seen in a.json with A']);
  expect(lint('other/probe', 'a.json', 'A', { word: 'seen' })).toEqual(['seen in a.json with A']);
  expect(lint('own/probe', 'b.json', 'B')).toEqual(['by default in b.json with B']);
  expect(lint('own/probe', 'b.json', 'B', { word: 'seen' })).toEqual(['seen in b.json with B']);
  expect(created()).toBe(3);
});

test('any other rule is created for each file', () => {
  const { lint, created } = probe(createRule);
  for (const file of ['a.json', 'b.json'])
    expect(lint('own/probe', file, 'A')).toEqual([`by default in ${file} with A`]);
  expect(created()).toBe(2);
});
