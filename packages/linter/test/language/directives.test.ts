import { Linter } from 'eslint';
import plugin from '../../src/index';

const rules: Linter.RulesRecord = {
  'no-restricted-syntax': ['error', ':state'],
  'demo/catch': 'error',
};

/** Reports every Catcher. */
const catchRule = {
  create: (context: { report(problem: object): void }) => ({
    Catcher: (node: object) => {
      context.report({ node, message: 'catch' });
    },
  }),
};

const linter = new Linter();
const config: Linter.Config = {
  files: ['**/*.*'],
  plugins: { asl: plugin, demo: { rules: { catch: catchRule } } },
  language: 'asl/asl',
  linterOptions: { reportUnusedDisableDirectives: 'warn' },
  rules,
};
const lint = (text: string, filename = 'x.asl.json'): string[] =>
  linter.verify(text, [config], { filename }).map(({ ruleId, line, message }) => `${line} ${ruleId ?? message}`);

const fixed = (text: string, filename = 'x.asl.json'): string =>
  linter.verifyAndFix(text, [{ ...config, rules: {} }], { filename }).output;

const state = (comment?: string, more = ''): string =>
  `{ "Type": "Pass"${comment === undefined ? '' : `, "Comment": ${JSON.stringify(comment)}`}${more}, "End": true }`;
const machine = (states: Record<string, string>, comment = ''): string => {
  const lines = Object.entries(states).map(([name, text]) => `    "${name}": ${text}`);
  return `{ "Comment": "${comment}", "StartAt": "A",\n  "States": {\n${lines.join(',\n')}\n  }\n}`;
};

describe('comments', () => {
  test.each([
    ['disable-next-line', '// eslint-disable-next-line no-restricted-syntax -- because\n"A": ' + state(), []],
    ['disable-line', `"A": ${state()} // eslint-disable-line no-restricted-syntax`, []],
    ['disable', `/* eslint-disable no-restricted-syntax */ "A": ${state()}, "B": ${state()}`, []],
    [
      'disable and enable',
      `/* eslint-disable no-restricted-syntax */ "A": ${state()},\n/* eslint-enable no-restricted-syntax */\n"B": ${state()}`,
      ['3 no-restricted-syntax'],
    ],
    [
      'another rule',
      `// eslint-disable-next-line demo/catch\n"A": ${state()}`,
      [expect.stringContaining('Unused'), '2 no-restricted-syntax'],
    ],
    [
      'a rule that does not exist',
      `// eslint-disable-line demo/none\n"A": ${state()}`,
      ['1 demo/none', '2 no-restricted-syntax'],
    ],
    [
      'disable-line over two lines',
      `/* eslint-disable-line\n demo/catch */\n"A": ${state()}`,
      ['1 "eslint-disable-line" must stand on one line; shorten it', '3 no-restricted-syntax'],
    ],
  ])('%s', (_what, states, expected) => {
    expect(lint(`{ "StartAt": "A", "States": { ${states}\n} }`)).toEqual(expected);
  });

  test('YAML', () => {
    const text = `StartAt: A
States:
  # eslint-disable-next-line no-restricted-syntax -- because
  A: { Type: Pass, Next: B }
  B: { Type: Succeed } # eslint-disable-line no-restricted-syntax
`;
    expect(lint(text, 'x.asl.yaml')).toEqual([]);
  });

  test('a rule can be configured', () => {
    expect(lint(`/* eslint no-restricted-syntax: "off" */ ${machine({ A: state() })}`)).toEqual([]);
    expect(lint(`/* eslint no-restricted-syntax: ["error", "Catcher"] */ ${machine({ A: state() })}`)).toEqual([]);
    expect(lint(`/* eslint no-restricted-syntax: [ */ ${machine({ A: state() })}`)[0]).toMatch(/^1 Failed to parse/);
  });

  test('prose that begins with "eslint" is prose', () => {
    expect(lint(`// eslintify this\n${machine({ A: state() })}`)).toHaveLength(1);
  });
});

describe('Comment fields', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a state',
      machine({ A: state('eslint-disable no-restricted-syntax -- because'), B: state() }),
      ['4 no-restricted-syntax'],
    ],
    [
      'without a reason',
      machine({ A: state('eslint-disable no-restricted-syntax'), B: state() }),
      ['4 no-restricted-syntax'],
    ],
    ['all rules', machine({ A: state('eslint-disable'), B: state() }), ['4 no-restricted-syntax']],
    ['the machine', machine({ A: state(), B: state() }, 'eslint-disable no-restricted-syntax'), []],
    ['all rules in the machine', machine({ A: state(), B: state() }, 'eslint-disable'), []],
    [
      'the same state twice',
      machine({
        A: state('eslint-disable no-restricted-syntax'),
        B: state('eslint-disable no-restricted-syntax'),
        C: state(),
      }),
      ['5 no-restricted-syntax'],
    ],
    ['prose', machine({ A: state('We say eslint-disable no-restricted-syntax here') }), ['3 no-restricted-syntax']],
    ['enable does nothing', machine({ A: state('eslint-enable no-restricted-syntax') }), ['3 no-restricted-syntax']],
    ['configuring does nothing', machine({ A: state('eslint no-restricted-syntax: off') }), ['3 no-restricted-syntax']],
    // ESLint says so of the place where the directive begins and of the place where it ends.
    [
      'a rule that does not exist',
      machine({ A: state('eslint-disable demo/none') }),
      ['3 demo/none', '3 no-restricted-syntax', '3 demo/none'],
    ],
    [
      'the next line',
      machine({ A: '{ "Type": "Task",\n "Comment": "eslint-disable-next-line demo/catch",\n "Catch": [{}] }' }),
      ['3 no-restricted-syntax'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(lint(text)).toEqual(expected);
  });

  test('a Catcher', () => {
    const catchers = '[{ "Comment": "eslint-disable demo/catch -- expected", "Next": "B" },\n{ "Next": "B" }]';
    const text = machine({ A: `{ "Type": "Task", "Catch": ${catchers} }` });
    expect(lint(text)).toEqual(['3 no-restricted-syntax', '4 demo/catch']);
  });

  test('YAML', () => {
    const text = `StartAt: A
States:
  A:
    Type: Pass
    Comment: eslint-disable no-restricted-syntax -- because
    Next: B
  B: { Type: Succeed }
`;
    expect(lint(text, 'x.asl.yaml')).toEqual(['7 no-restricted-syntax']);
  });
});

describe('an inner directive ends only what nothing around it disables', () => {
  const inner = (comment: string): string =>
    `{ "Type": "Parallel", "Comment": "eslint-disable no-restricted-syntax", "Branches": [\n{ "StartAt": "I", "States": { "I": ${state(comment)},\n"J": ${state()} } }],\n"Catch": [{ "Next": "A" }] }`;

  test.each<[string, string, readonly string[]]>([
    [
      'the same rule',
      machine({ A: inner('eslint-disable no-restricted-syntax'), B: state() }),
      ['6 demo/catch', '7 no-restricted-syntax'],
    ],
    [
      'another rule',
      machine({ A: inner('eslint-disable demo/catch'), B: state() }),
      ['6 demo/catch', '7 no-restricted-syntax'],
    ],
    [
      'a comment before',
      `// eslint-disable no-restricted-syntax\n${machine({ A: state('eslint-disable no-restricted-syntax'), B: state() })}`,
      [],
    ],
    [
      'a comment that was ended',
      `/* eslint-disable no-restricted-syntax */ /* eslint-enable */\n${machine({ A: state('eslint-disable no-restricted-syntax'), B: state() })}`,
      ['5 no-restricted-syntax'],
    ],
    ['all rules by the machine', machine({ A: inner('eslint-disable demo/catch'), B: state() }, 'eslint-disable'), []],
  ])('%s', (_what, text, expected) => {
    expect(lint(text).filter((message) => !message.includes('Unused'))).toEqual(expected);
  });

  test('all rules inside some rules cannot be ended, and is refused', () => {
    expect(lint(machine({ A: inner('eslint-disable') }))).toContain(
      '4 "eslint-disable" without rules cannot stand where "no-restricted-syntax" is disabled already; name the rules',
    );
  });
});

describe('an unused directive is reported and its fix leaves the definition as it was', () => {
  test.each([
    [
      'JSON',
      'x.asl.json',
      '{ "StartAt": "A", "States": { "A": { "Comment": "eslint-disable demo/catch -- x", "Type": "Succeed" } } }',
      '{ "StartAt": "A", "States": { "A": { "Comment": " ", "Type": "Succeed" } } }',
    ],
    [
      'one of two rules',
      'x.asl.json',
      '{ "StartAt": "A", "States": { "A": { "Comment": "eslint-disable demo/catch, no-restricted-syntax", "Type": "Succeed" } } }',
      '{ "StartAt": "A", "States": { "A": { "Comment": " ", "Type": "Succeed" } } }',
    ],
    [
      'YAML',
      'x.asl.yaml',
      'StartAt: A\nStates:\n  A:\n    Comment: eslint-disable demo/catch\n    Type: Succeed\n',
      'StartAt: A\nStates:\n  A:\n     \n    Type: Succeed\n',
    ],
    [
      'YAML in quotes',
      'x.asl.yaml',
      "StartAt: A\nStates:\n  A: { Comment: 'eslint-disable demo/catch', Type: Succeed }\n",
      "StartAt: A\nStates:\n  A: { Comment: ' ', Type: Succeed }\n",
    ],
    [
      'a YAML block',
      'x.asl.yaml',
      'StartAt: A\nStates:\n  A:\n    Comment: >-\n      eslint-disable demo/catch\n    Type: Succeed\n',
      'StartAt: A\nStates:\n  A:\n     \n    Type: Succeed\n',
    ],
    [
      'a comment',
      'x.asl.json',
      '{ // eslint-disable-line demo/catch\n"StartAt": "A", "States": {} }',
      '{  \n"StartAt": "A", "States": {} }',
    ],
  ])('%s', (_what, filename, text, expected) => {
    expect(fixed(text, filename)).toBe(expected);
  });
});

test('noInlineConfig names what has no effect', () => {
  const found = linter.verify(
    machine({ A: state('eslint-disable demo/catch') }),
    [{ ...config, rules: {}, linterOptions: { noInlineConfig: true } }],
    { filename: 'x.asl.json' },
  );
  expect(found.map(({ message }) => message)).toEqual([
    "'eslint-disable demo/catch' has no effect because you have 'noInlineConfig' setting in your config.",
  ]);
});
