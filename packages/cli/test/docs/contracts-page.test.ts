import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../run';

const page = readFileSync(join(__dirname, '../../../../docs/contracts.md'), 'utf8');

interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

const blocks = [...page.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language, file, text]): Block => ({ language: language!, file, text: text! }),
);

/** Each command with the output that the page shows below it. */
const commandsIn = (text: string): { argv: readonly string[]; shown: string }[] =>
  text.split(/^\$ npx stepproof /m).flatMap((part) => {
    const [command = '', ...output] = part.split('\n');
    if (command === '') return [];
    const words = command.match(/'[^']*'|\S+/g)!;
    return [{ argv: words.map((word) => word.replace(/^'(.*)'$/, '$1')), shown: output.join('\n') }];
  });

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

let workspace: Workspace;
beforeEach(() => (workspace = new Workspace()));
afterEach(() => {
  workspace.remove();
});

test('the commands of the page give what it shows, with the files that it has shown before', async () => {
  let count = 0;
  for (const { language, file, text } of blocks) {
    if (file !== undefined) workspace.write({ [file]: text });
    if (language !== 'console') continue;
    for (const { argv, shown } of commandsIn(text)) {
      const { stdout, stderr } = await workspace.run(argv);
      expect(trimmed(stdout + stderr)).toBe(trimmed(shown));
      count++;
    }
  }
  expect(count).toBeGreaterThan(2);
});
