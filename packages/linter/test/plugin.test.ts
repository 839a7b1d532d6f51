import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@stepproof/rules';
import js from '@eslint/js';
import { ESLint, Linter } from 'eslint';
import plugin, * as exported from '../src/index';

const folders = readdirSync(join(__dirname, '../../../rules'), { withFileTypes: true });

test('the parts of a plugin, also for `import plugin` in an ES module', () => {
  expect(plugin.meta).toEqual({ name: '@stepproof/linter', version: expect.any(String) as string, namespace: 'asl' });
  expect(exported).toMatchObject({
    meta: plugin.meta,
    languages: plugin.languages,
    rules: plugin.rules,
    configs: plugin.configs,
  });
});

test('every rule is there', () => {
  const ids = folders.filter((entry) => entry.isDirectory() && entry.name.includes('-')).map(({ name }) => name);
  expect(Object.keys(plugin.rules).toSorted()).toEqual(ids.toSorted());
});

test.each(Object.entries(rules))('%s says what a rule must say', (id, { name, meta }) => {
  expect(name).toBe(id);
  expect(meta.docs.description).toMatch(/^(?:Disallow|Require|Enforce) .*[^.]$/);
  expect(meta.docs.url).toContain(`/rules/${id}/`);
  expect(['error', 'warn']).toContain(meta.docs.severity);
  expect(meta).toMatchObject({ languages: ['asl/asl'], schema: expect.any(Array) as unknown[] });
});

describe.each(['recommended', 'strict'] as const)('the preset %s', (name) => {
  const [config] = plugin.configs[name] as [(typeof plugin.configs)[typeof name][number]];

  test('has its rules, each at its own severity', () => {
    const chosen = Object.entries(rules).filter(
      ([, { meta }]) =>
        meta.docs.recommended || (name === 'strict' && 'strict' in meta.docs && meta.docs.strict === true),
    );
    expect(config.rules).toEqual(Object.fromEntries(chosen.map(([id, { meta }]) => [`asl/${id}`, meta.docs.severity])));
  });

  test.each([
    ['flows/order.asl.json', true],
    ['order.asl.jsonc', true],
    ['order.asl.yaml', true],
    ['order.asl.yml', true],
    ['order.asl', true],
    ['stack/template.yaml', true],
    ['template.json', true],
    ['Stack.template.json', true],
    ['stack.template', true],
    ['serverless.yml', true],
    ['infra/main.tf', true],
    ['infra/order.asl.json.tftpl', true],
    ['infra/order.yaml.tpl', true],
    ['charts/values.tpl', false],
    ['package.json', false],
    ['values.yaml', false],
    ['index.js', false],
  ])('%s: %s', async (file, expected) => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs[name] });
    const found = (await eslint.calculateConfigForFile(file)) as { language?: unknown } | undefined;
    expect(found?.language === plugin.languages.asl).toBe(expected);
  });

  test('stands beside the preset of ESLint, which reaches all files', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [js.configs.recommended, ...plugin.configs[name]],
    });
    const states = '"States": { "A": { "Type": "Succeed" }, "B": { "Type": "Succeed" } }';
    const text = `{ "Comment": "c", "StartAt": "A", ${states} }`;
    const [result] = await eslint.lintText(text, { filePath: 'x.asl.json' });
    expect(result?.messages).toMatchObject([{ ruleId: 'asl/no-unreachable-state', line: 1, column: 75 }]);
  });
});

test('a rule that is registered under two names runs once under each', () => {
  const linter = new Linter();
  const config = [
    {
      files: ['**/*.json'],
      plugins: { asl: plugin, second: plugin },
      language: 'asl/asl',
      rules: { 'asl/no-unreachable-state': 'error', 'second/no-unreachable-state': 'warn' },
    },
  ] as Linter.Config[];
  const lint = (unreachable: string) => {
    const text = JSON.stringify({
      StartAt: 'A',
      States: { A: { Type: 'Succeed' }, [unreachable]: { Type: 'Succeed' } },
    });
    return linter
      .verify(text, config, { filename: `${unreachable}.asl.json` })
      .map(({ ruleId, severity, message }) => [ruleId, severity, /"\w+"/.exec(message)?.[0]]);
  };
  for (const name of ['B', 'C']) {
    expect(lint(name)).toEqual([
      ['asl/no-unreachable-state', 2, `"${name}"`],
      ['second/no-unreachable-state', 1, `"${name}"`],
    ]);
  }
});
