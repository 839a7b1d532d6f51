import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../run';

const root = join(__dirname, '../../../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const shown = /```console\n\$ npx stepproof (explore (\S+))\n([\s\S]*?)```/g;

const examples = ['README.md', 'docs/explore.md'].flatMap((page) =>
  [...textOf(page).matchAll(shown)].map(([, command, file, output]) => ({
    page,
    command: command!,
    file: file!,
    lines: output!.trimEnd().split('\n'),
  })),
);

/** How long it takes, and what was found first, is another thing each time; `...` stands for what is left out. */
const asPattern = (line: string): RegExp =>
  new RegExp(
    `^${line
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('\\.\\.\\.', '.*')
      .replace(/\d+\\\.\d s/, '\\d+\\.\\d s')
      .replace(/shrunk from \d+/, 'shrunk from \\d+')}$`,
  );

test('both pages show one', () => {
  expect(new Set(examples.map(({ page }) => page)).size).toBe(2);
});

test.each(examples)('$page shows what "stepproof $command" says', async ({ command, file, lines }) => {
  const workspace = new Workspace().write({ [file]: textOf(file) });
  const { stdout } = await workspace.run(command.split(' '));
  workspace.remove();
  const written = stdout.split('\n');
  let from = 0;
  for (const line of lines) {
    const at = written.findIndex((other, index) => index >= from && asPattern(line).test(other));
    expect({ line, isThere: at !== -1 }).toEqual({ line, isThere: true });
    from = at + 1;
  }
});
