import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '@stepproof/linter';
import { lintExample, reportOf } from './lint-example';
import { readExamples, withReports } from './page';

const file = join(__dirname, '../../docs/what-others-do-not-find.md');
const text = readFileSync(file, 'utf8');
const examples = readExamples(text, () => true);
const recommended = plugin.configs.recommended[0]!.rules!;

/** `UPDATE_PAGES=1` writes the reports that the rules give into the page, to be read before they are committed. */
const update = process.env.UPDATE_PAGES === '1';

if (update) {
  const reports = examples.map(({ example }) => reportOf(lintExample(example, recommended)));
  writeFileSync(
    file,
    withReports(
      text,
      examples.map(({ example }) => example),
      reports,
    ),
  );
}

/** The rules that a section links to. */
function rulesOf(section: string): string[] {
  const start = text.indexOf(`### ${section}\n`);
  const end = text.indexOf('\n##', start + 1);
  const links = text.slice(start, end < 0 ? undefined : end).matchAll(/\]\(\.\.\/rules\/([\w-]+)\/README\.md\)/g);
  return [...links].map((match) => `asl/${match[1]}`);
}

test.each([
  'Error handling',
  'Time',
  'Choice',
  'Data flow',
  'Variables',
  'JSONata',
  'Integrations',
  'Express',
  'Loops and limits',
  'Security and hygiene',
])('the page has examples of %s', (title) => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  expect(readExamples(section, () => false).length).toBeGreaterThan(0);
});

describe.each(examples)('$section', ({ section, example }) => {
  const messages = lintExample(example, recommended);

  test('is reported as the page shows', () => {
    expect(messages).not.toEqual([]);
    if (!update) expect(example.report!.text).toBe(reportOf(messages));
  });

  test('is found by the rules that the page names, and by no others', () => {
    expect([...new Set(messages.map(({ ruleId }) => ruleId))].sort()).toEqual(rulesOf(section).sort());
  });
});
