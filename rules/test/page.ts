/** What the page of a rule shows: examples with the report that each must give. */
export interface PageExample {
  readonly code: string;
  readonly language: 'json' | 'yaml';
  /** `type=express options=[...] file=template.yaml` behind the language of the code block. */
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly options: readonly unknown[];
  /** A file name decides the kind of file, a template or a definition. */
  readonly filename: string;
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
  const headings = [...text.matchAll(/^##+ (.+)$/gm)].map((match) => ({ title: match[1]!, index: match.index }));
  const sectionAt = (index: number) => headings.findLast((heading) => heading.index < index)?.title;
  const examples = [...text.matchAll(block)].map((match) => ({
    section: sectionAt(match.index),
    example: exampleOf(match, sectionAt(match.index) === 'Incorrect'),
  }));
  const under = (title: string) => examples.filter(({ section }) => section === title).map(({ example }) => example);
  return { headings: headings.map(({ title }) => title), incorrect: under('Incorrect'), correct: under('Correct') };
}

function exampleOf(match: RegExpExecArray, hasReport: boolean): PageExample {
  const [whole, language, info, code, report] = match;
  const end = match.index + whole.length - '```\n'.length;
  return {
    code: code!,
    language: language as 'json' | 'yaml',
    type: /\btype=express\b/.test(info!) ? 'EXPRESS' : 'STANDARD',
    options: JSON.parse(/\boptions=(\S+)/.exec(info!)?.[1] ?? '[]') as unknown[],
    filename: /\bfile=(\S+)/.exec(info!)?.[1] ?? `example.asl.${language!}`,
    report: hasReport ? { text: report ?? '', start: end - (report?.length ?? 0), end } : undefined,
  };
}
