import { textOf, type Format, type LocatedText, type TextProblem } from '../located';

/** Where another document begins: at `---`, and behind `...`. Neither can stand so inside a value: YAML 1.2, 9.1.2. */
const boundary = /(?<=^|\n)(?:(?=---(?:[ \t\r\n]|$))|\.\.\.[ \t]*(?:#[^\n]*)?\r?\n)/g;

/** Something other than comments and directives. */
const holdsValue = (text: string): boolean => /^[ \t]*[^ \t\r\n#%]/m.test(text.replace(/^---(?=[ \t\r\n]|$)/, ''));

/** The documents of a file: those of YAML that are not empty, if there are several. */
export function documentsOf(text: string, format: Format): readonly (LocatedText | string)[] {
  const documents = format === 'yaml' ? yamlDocumentsOf(text) : [];
  return documents.length > 1 ? documents : [text];
}

/**
 * What is wrong with a text that should hold one definition and has more documents: AWS's tools read it with PyYAML's
 * `safe_load`, which refuses a second one.
 */
export function furtherDocuments([, ...others]: readonly (LocatedText | string)[]): readonly TextProblem[] {
  const message = 'Another YAML document begins here, and a definition is read of one; move it to a file of its own';
  return others.map((other) => {
    const text = typeof other === 'string' ? textOf(other) : other;
    return { message, range: [text.at(0), text.at(Math.min(text.value.length, '---'.length))] };
  });
}

/** Each has the comments and directives before it. */
function yamlDocumentsOf(text: string): LocatedText[] {
  const starts: number[] = [];
  let start = 0;
  let last = 0;
  const ends = Array.from(text.matchAll(boundary), ({ index, 0: { length } }) => index + length);
  for (const end of [...ends, text.length]) {
    const isHeld = holdsValue(text.slice(last, end));
    last = end;
    if (!isHeld) continue;
    starts.push(start);
    start = end;
  }
  return starts.map((first, index) => textOf(text.slice(first, starts[index + 1]), (offset) => first + offset));
}
