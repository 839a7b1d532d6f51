/** What the page of a rule shows: examples with the report that each must give. */
export interface PageExample {
  readonly code: string;
  readonly language: 'json' | 'yaml';
  /** `type=express options=[...] preset=strict file=template.yaml` behind the language of the code block. */
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly options: readonly unknown[];
  readonly preset: 'recommended' | 'strict';
  /** A file name decides the kind of file, a template or a definition. */
  readonly filename: string;
  /** The contract in the JSON block before the example, which says `contract` behind its language. */
  readonly contracts: object | undefined;
  /** Where the report stands in the page: the text between its fences. Undefined under "Correct". */
  readonly report: { readonly text: string; readonly start: number; readonly end: number } | undefined;
}

export interface Page {
  readonly headings: readonly string[];
  readonly incorrect: readonly PageExample[];
  readonly correct: readonly PageExample[];
}

const block = /^```(json|yaml)([^\n]*)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)```\n)?/gm;

export function readPage(text: string): Page {
  const examples = readExamples(text, (section) => section === 'Incorrect');
  const under = (title: string) => examples.filter(({ section }) => section === title).map(({ example }) => example);
  return { headings: headingsOf(text), incorrect: under('Incorrect'), correct: under('Correct') };
}

/** All examples of a page with the headings that they stand under. */
export function readExamples(text: string, hasReport: (section: string) => boolean) {
  const headings = [...text.matchAll(heading)];
  let contracts: object | undefined;
  return [...text.matchAll(block)].flatMap((match) => {
    const section = headings.findLast(({ index }) => index < match.index)?.[1] ?? '';
    if (match[2]!.trim() === 'contract') {
      contracts = JSON.parse(match[3]!) as object;
      return [];
    }
    const example = exampleOf(match, hasReport(section), contracts);
    contracts = undefined;
    return [{ section, example }];
  });
}

const heading = /^##+ (.+)$/gm;

const headingsOf = (text: string): string[] => [...text.matchAll(heading)].map((match) => match[1]!);

function exampleOf(match: RegExpExecArray, hasReport: boolean, contracts: object | undefined): PageExample {
  const [whole, language, info, code, report] = match;
  const end = match.index + whole.length - '```\n'.length;
  return {
    code: code!,
    language: language as 'json' | 'yaml',
    type: /\btype=express\b/.test(info!) ? 'EXPRESS' : 'STANDARD',
    options: JSON.parse(/\boptions=(\S+)/.exec(info!)?.[1] ?? '[]') as unknown[],
    preset: /\bpreset=strict\b/.test(info!) ? 'strict' : 'recommended',
    filename: /\bfile=(\S+)/.exec(info!)?.[1] ?? `example.asl.${language!}`,
    contracts,
    report: hasReport ? { text: report ?? '', start: end - (report?.length ?? 0), end } : undefined,
  };
}

/** The page with the reports of these examples in place; an example without a report block gets one behind it. */
export function withReports(text: string, examples: readonly PageExample[], reports: readonly string[]): string {
  return examples.reduceRight((page, { report }, index) => {
    const { start, end, text: old } = report!;
    const lacksBlock = old === '' && !page.slice(0, start).endsWith('```text\n');
    return lacksBlock
      ? `${page.slice(0, end + '```\n'.length)}\n\`\`\`text\n${reports[index]}\`\`\`\n${page.slice(end + '```\n'.length)}`
      : page.slice(0, start) + reports[index]! + page.slice(end);
  }, text);
}
