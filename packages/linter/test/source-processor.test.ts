import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { ESLint } from 'eslint';
import plugin from '../src/index';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      rules: { ...js.configs.recommended.rules },
    },
    ...plugin.configs.sources,
  ],
});

const messagesOf = async (text: string, filePath = 'src/stack.ts') => {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.map(({ ruleId, line, column, message }) => [ruleId ?? message, line, column]);
};

const island = `{
  StartAt: 'A',
  States: {
    A: { Type: 'Succeed' },
    B: { Type: 'Succeed' },
  },
}`;

test('a source is linted in its own language and as one that holds state machines', async () => {
  expect(await messagesOf(`const unused: number = 1;\nexport const order = ${island};\n`)).toEqual([
    ['no-unused-vars', 1, 7],
    ['asl/no-unreachable-state', 6, 5],
  ]);
});

test.each([
  [
    'a comment for a rule of ours',
    `export const order = ${island.replace('    B', '    // eslint-disable-next-line asl/no-unreachable-state\n    B')};\n`,
  ],
  [
    'comments for rules of both',
    `/* eslint no-undef: "off", asl/no-unreachable-state: "off" */\n// eslint-disable-next-line no-unused-vars\nconst unused = 1;\nexport const order = ${island};\n`,
  ],
  [
    'a comment for all rules',
    `// eslint-disable-next-line\nconst unused = 1;\nexport const n = { StartAt: 'A', States: { A: { Type: 'Succeed' } } };\n`,
  ],
  ['a source without a machine', 'export const a = 1;\n'],
])('nothing is said of %s', async (_, text) => {
  expect(await messagesOf(text)).toEqual([]);
});

test('an unused comment for another rule is still told of', async () => {
  expect(await messagesOf(`// eslint-disable-next-line no-undef\nexport const order = ${island};\n`)).toEqual([
    [expect.stringContaining('Unused eslint-disable directive') as string, 1, 1],
    ['asl/no-unreachable-state', 6, 5],
  ]);
});

test('the strict preset', async () => {
  const strict = new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs.strictSources });
  const [result] = await strict.lintText(`export const order = ${island};`, { filePath: 'a.js' });
  expect(result!.messages.map(({ ruleId }) => ruleId)).toContain('asl/require-comment');
});
