import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sound, unreachable, unreadable, Workspace } from '../run';

/** What only the command itself can show: ESLint finds files and loads configurations with dynamic imports, which jest has not. */
const built = existsSync(join(__dirname, '../../dist/main.js'));
const rule = 'asl/no-unreachable-state';

let workspace: Workspace;
beforeEach(() => (workspace = new Workspace()));
afterEach(() => {
  workspace.remove();
});

/** The files with findings in them, from ESLint's json. */
function reported(argv: readonly string[]): string[] {
  const { stdout, stderr } = workspace.spawn(['lint', '--format', 'json', ...argv]);
  expect(stderr).toBe('');
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => `${filePath.replace(`${workspace.folder}/`, '')} ${String(ruleId)}`),
  );
}

(built ? describe : describe.skip)('the built command', () => {
  describe('what is linted', () => {
    beforeEach(() =>
      workspace.write({
        'a.asl.json': unreachable,
        'flows/b.asl.yaml': 'StartAt: A\nStates:\n  A: { Type: Succeed }\n  B: { Type: Succeed }\n',
        'flows/c.json': unreachable,
        'flows/d.asl.json.j2': unreachable,
        'terraform/g.json.tftpl': unreachable,
        'flows/deep/e.asl': unreachable,
        'flows/data.json': { name: 'x' },
        'flows/node_modules/x/f.asl.json': unreachable,
        '[odd] (name).asl.json': unreachable,
      }),
    );
    const rule = 'asl/no-unreachable-state';

    test.each<[string, readonly string[], readonly string[]]>([
      ['a file', ['a.asl.json'], ['a.asl.json']],
      ['a folder', ['flows'], ['flows/b.asl.yaml', 'flows/c.json', 'flows/deep/e.asl']],
      [
        'the folder that one is in',
        ['.'],
        [
          ...['[odd] (name).asl.json', 'a.asl.json', 'flows/b.asl.yaml', 'flows/c.json', 'flows/deep/e.asl'],
          'terraform/g.json.tftpl',
        ],
      ],
      ['a glob', ['flows/**/*.json'], ['flows/c.json']],
      ['a glob for files of another kind', ['flows/*.j2'], ['flows/d.asl.json.j2']],
      ['a file of another kind', ['flows/d.asl.json.j2'], ['flows/d.asl.json.j2']],
      ['a name that looks like a glob', ['[odd] (name).asl.json'], ['[odd] (name).asl.json']],
      ['a file named twice', ['a.asl.json', './a.asl.json'], ['a.asl.json']],
    ])('%s', (_what, argv, expected) => {
      expect(reported(argv)).toEqual(expected.map((name) => `${name} ${rule}`));
    });

    test('a file outside of the working folder', () => {
      const other = new Workspace().write({ 'a.asl.json': unreachable });
      try {
        expect(reported([`${other.folder}/a.asl.json`])).toEqual([`${other.folder}/a.asl.json ${rule}`]);
      } finally {
        other.remove();
      }
    });

    test('sources only where they are named or matched, and with their comments', () => {
      const island = "{ StartAt: 'A', States: { A: { Type: 'Succeed' }, B: { Type: 'Succeed' } } }";
      const source = `// eslint-disable-next-line no-console, @typescript-eslint/x\nexport const a = ${island};\n`;
      const quiet = `// eslint-disable-next-line asl/no-unreachable-state\nexport const a = ${island};\n`;
      workspace.write({ 'src/a.ts': source, 'src/b.js': source, 'src/c.ts': quiet, 'src/d.ts': 'let x = 1;' });
      expect(reported(['.', 'src/a.ts'])).toContain(`src/a.ts ${rule}`);
      expect(reported(['src/**/*.{ts,js}'])).toEqual([`src/a.ts ${rule}`, `src/b.js ${rule}`]);
      expect(reported(['src/b.js', 'src/d.ts'])).toEqual([`src/b.js ${rule}`]);
      expect(reported(['.']).join()).not.toContain('src/');
      expect(workspace.spawn(['lint', 'src/a.ts']).stdout).toContain('2:68  error    "B" cannot be reached');
    });

    test('the output of cdk synth', () => {
      const hash = 'ab'.repeat(32);
      const token = { 'Fn::GetAtt': ['Pay', 'Arn'] };
      const text = [
        '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"',
        token,
        '","End":true},"B":{"Type":"Succeed"}}}',
      ];
      const nested = {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: { 'Fn::Join': ['', text] } },
      };
      const asset = {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineType: 'EXPRESS',
          DefinitionS3Location: { Bucket: { 'Fn::Sub': 'cdk-${AWS::Region}' }, Key: `${hash}.json` },
        },
      };
      const callback = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true };
      workspace.write({
        'cdk.out/App.template.json': { Resources: { Asset: asset } },
        'cdk.out/Nested.nested.template.json': { Resources: { Order: nested } },
        [`cdk.out/asset.${hash}.json`]: { StartAt: 'A', States: { A: callback } },
        'cdk.out/manifest.json': { artifacts: { Order: 'AWS::StepFunctions::StateMachine' } },
      });
      const found = reported(['cdk.out']);
      expect(found).toContain(`cdk.out/asset.${hash}.json asl/no-express-unsupported`);
      expect(found).toContain(`cdk.out/Nested.nested.template.json ${rule}`);
      expect(found.filter((line) => /App|manifest/.test(line))).toEqual([]);
    });

    test('an ignored file that is named is warned of, unless that is not wanted', () => {
      const file = 'flows/node_modules/x/f.asl.json';
      expect(reported([file])).toEqual([`${file} null`]);
      expect(reported(['--no-warn-ignored', file])).toEqual([]);
    });
  });

  test.each<[string, readonly string[], string]>([
    [
      'a glob that matches nothing',
      ['nope/**/*.json'],
      '"nope/**/*.json" matches no file to lint; check the path, and quote a glob',
    ],
    [
      'one of several that matches nothing',
      ['a.asl.json', '*.tf'],
      '"*.tf" matches no file to lint; check the path, and quote a glob',
    ],
    [
      'a folder with nothing to lint',
      ['text'],
      'nothing to lint in "text": all files there are ignored or of a kind that is not looked at; name the files themselves',
    ],
  ])('could not run: %s', (_what, argv, expected) => {
    workspace.write({ 'a.asl.json': sound, 'text/readme.md': '# x', 'node_modules/x/b.asl.json': sound });
    expect(workspace.spawn(['lint', ...argv])).toEqual({ code: 2, stdout: '', stderr: `stepproof: ${expected}\n` });
  });

  test('stdin and the exit code', () => {
    expect(workspace.spawn(['lint', '--stdin'], unreadable)).toMatchObject({ code: 1, stderr: '' });
    expect(workspace.spawn(['lint', '--stdin'], JSON.stringify(sound))).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  describe('--config', () => {
    beforeEach(() => {
      symlinkSync(join(__dirname, '../../../../node_modules'), join(workspace.folder, 'node_modules'));
      workspace.write({ 'a.asl.json': unreachable });
    });

    const preset = `import stepproof from '@stepproof/linter';\nexport default [...stepproof.configs.recommended`;

    test('the preset in an ES module', () => {
      workspace.write({ 'eslint.config.mjs': `${preset}];` });
      expect(reported(['--config', 'eslint.config.mjs', 'a.asl.json'])).toEqual([`a.asl.json ${rule}`]);
    });

    test('the preset in CommonJS', () => {
      workspace.write({
        'a.asl.json': { Comment: 'Has what only the strict preset asks for', ...unreachable },
        'eslint.config.cjs': "module.exports = require('@stepproof/linter').configs.strict;",
      });
      expect(reported(['--config', 'eslint.config.cjs', '.'])).toEqual([`a.asl.json ${rule}`]);
    });

    test('its rules, under --rule', () => {
      workspace.write({
        'eslint.config.mjs': `${preset}, { files: ['**/*.asl.json'], rules: { '${rule}': 'off' } }];`,
      });
      expect(reported(['--config', 'eslint.config.mjs', 'a.asl.json'])).toEqual([]);
      expect(reported(['--config', 'eslint.config.mjs', '--rule', `${rule}: error`, 'a.asl.json'])).toEqual([
        `a.asl.json ${rule}`,
      ]);
    });

    test('files of another language are linted in that language', () => {
      workspace.write({
        'eslint.config.mjs': `${preset}, { files: ['**/*.js'], rules: { 'no-undef': 'error' } }];`,
        'b.js': 'x();',
      });
      expect(reported(['--config', 'eslint.config.mjs', '--type', 'express', '.'])).toEqual([
        `a.asl.json ${rule}`,
        'b.js no-undef',
      ]);
    });

    test.each([
      ['that throws', 'throw new Error("no");', 'no'],
      ['that cannot be read', 'export default [', 'Unexpected'],
      ['that is no configuration', 'export default [{ rulez: {} }];', 'rulez'],
    ])('a configuration %s', (_what, text, words) => {
      workspace.write({ 'eslint.config.mjs': text });
      const { code, stdout, stderr } = workspace.spawn(['lint', '--config', 'eslint.config.mjs', 'a.asl.json']);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^stepproof: cannot use the configuration: .*; correct --rule or the file given to --config\n$/,
      );
      expect(stderr).toContain(words);
    });
  });
});
