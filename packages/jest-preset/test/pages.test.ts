import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { mock, run, StateMachine } from '@stepproof/test-harness';
import * as matchers from '../src/matchers';
import '../src/setup';
import order from '../../../docs/matchers/order.asl.json';

const folder = join(__dirname, '../../../docs/matchers');
const names = Object.keys(matchers).sort();

/** `UPDATE_PAGES=1` writes the messages that the matchers give into the pages, to be read before they are committed. */
const update = process.env.UPDATE_PAGES === '1';

const read = (name: string): string => {
  const path = join(folder, `${name}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** The first code block behind a heading. */
const codeUnder = (heading: string, text: string): string =>
  new RegExp(`^## ${heading}$[^]*?^\`\`\`ts\\n([^]*?)^\`\`\`$`, 'm').exec(text)![1]!;

const message = /(?<=^```text\n)[^]*?(?=^```$)/m;

/** What comes before each example, but for the imports. */
const preamble = codeUnder('The examples', read('README')).replaceAll(/^import .*\n/gm, '');

type Example = (names: object) => Promise<void>;

/** Runs an example as it stands in the page. */
function execute(code: string): Promise<void> {
  const known = { mock, run, StateMachine, order, expect };
  const body = `const { ${Object.keys(known).join(', ')} } = known;\n${preamble}\nreturn (async () => {\n${code}\n})();`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- code of our own pages
  return (new Function('known', body) as Example)(known);
}

test('every matcher has a page, and nothing else has', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.sort()).toEqual(names.map((name) => `${name}.md`).sort());
});

describe.each(names)('%s', (name) => {
  const text = read(name);

  test('the first example passes', async () => {
    const code = codeUnder('Passes', text);
    expect(code).toContain(`.${name}(`);
    await expect(execute(code)).resolves.toBeUndefined();
  });

  test('the second fails with the message that the page shows', async () => {
    const error: unknown = await execute(codeUnder('Fails', text)).catch((reason: unknown) => reason);
    const given = `${stripVTControlCharacters((error as Error).message)}\n`;
    expect(given).toContain(`.${name}(`);
    if (update)
      writeFileSync(
        join(folder, `${name}.md`),
        text.replace(message, () => given),
      );
    else expect(message.exec(text)![0]).toBe(given);
  });
});
