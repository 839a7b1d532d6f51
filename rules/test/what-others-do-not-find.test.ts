import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '@stepproof/linter';
import { lintExample, reportOf } from './lint-example';
import { readExamples, withReports, type PageExample } from './page';

const docs = join(__dirname, '../../docs');
const overview = readFileSync(join(docs, 'what-others-do-not-find.md'), 'utf8');
const folder = join(docs, 'what-others-do-not-find');

/** `UPDATE_PAGES=1` writes the reports that the rules give into the pages, to be read before they are committed. */
const update = process.env.UPDATE_PAGES === '1';

const messagesOf = (example: PageExample) => lintExample(example, plugin.configs[example.preset][0]!.rules!);

const linkToRule = /\]\(\.\.\/\.\.\/rules\/([\w-]+)\/README\.md\)/g;

/** The rules that a section links to. */
function rulesOf(page: string, section: string): string[] {
  const start = page.indexOf(`## ${section}\n`);
  const end = page.indexOf('\n## ', start + 1);
  const links = page.slice(start, end < 0 ? undefined : end).matchAll(linkToRule);
  return [...links].map((match) => `asl/${match[1]}`);
}

/** As GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const pages = readdirSync(folder).map((name) => {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  return { name, file, text, examples: readExamples(text, () => true) };
});

if (update) {
  for (const { file, text, examples } of pages) {
    const shown = examples.map(({ example }) => example);
    writeFileSync(
      file,
      withReports(
        text,
        shown,
        shown.map((example) => reportOf(messagesOf(example))),
      ),
    );
  }
}

test('the overview lists every class of defects, and no other', () => {
  const links = [...overview.matchAll(/\]\(what-others-do-not-find\/([\w-]+\.md#[\w-]+)\)/g)].map((match) => match[1]);
  const sections = pages.flatMap(({ name, examples }) => examples.map(({ section }) => `${name}#${anchorOf(section)}`));
  expect(links.sort()).toEqual(sections.sort());
});

describe.each(pages)('$name', ({ text, examples }) => {
  describe.each(examples)('$section', ({ section, example }) => {
    const messages = messagesOf(example);

    test('is reported as the page shows', () => {
      expect(messages).not.toEqual([]);
      if (!update) expect(example.report!.text).toBe(reportOf(messages));
    });

    test('is found by the rules that the page names, and by no others', () => {
      expect([...new Set(messages.map(({ ruleId }) => ruleId))].sort()).toEqual(rulesOf(text, section).sort());
    });
  });
});
