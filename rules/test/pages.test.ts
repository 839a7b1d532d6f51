import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '@stepproof/linter';
import { rules } from '@stepproof/rules';
import { lintExample, reportOf } from './lint-example';
import { readPage, withReports, type PageExample } from './page';

const folder = join(__dirname, '..');
const ids = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'rule.ts')));
const pageOf = (id: string) => join(folder, id, 'README.md');

/** `UPDATE_PAGES=1` writes the reports that the rules give into the pages, to be read before they are committed. */
const update = process.env.UPDATE_PAGES === '1';

const lint = (example: PageExample, rulesToRun: object) => reportOf(lintExample(example, rulesToRun));

test('every rule folder is in the index, and nothing else', () => {
  expect(Object.keys(rules).sort()).toEqual(ids.sort());
});

describe.each(ids)('%s', (id) => {
  const text = existsSync(pageOf(id)) ? readFileSync(pageOf(id), 'utf8') : '';
  const page = readPage(text);
  const { severity } = rules[id as keyof typeof rules].meta.docs;
  const own = (options: readonly unknown[]) => ({ [`asl/${id}`]: [severity, ...options] });

  test('has a page that explains it with examples', () => {
    expect(text).toMatch(`# asl/${id}\n`);
    expect(page.headings).toEqual(expect.arrayContaining(['Why', 'Incorrect', 'Correct', 'When not to use it']));
    expect(page.incorrect.length > 0 || text.includes('too long to show')).toBe(true);
    expect(page.correct.length).toBeGreaterThan(0);
  });

  test('has tests', () => {
    expect(existsSync(join(folder, id, 'rule.test.ts'))).toBe(true);
  });

  test('reports of the incorrect examples what the page shows', () => {
    const reports = page.incorrect.map((example) => lint(example, own(example.options)));
    if (update) writeFileSync(pageOf(id), withReports(text, page.incorrect, reports));
    else expect(page.incorrect.map((example) => example.report!.text)).toEqual(reports);
    expect(reports).not.toContain('');
  });

  test('finds nothing in the correct examples, nor does the recommended preset', () => {
    const recommended = plugin.configs.recommended[0]!.rules!;
    for (const example of page.correct) {
      expect(lint(example, { ...recommended, ...own(example.options) })).toBe('');
    }
  });
});
