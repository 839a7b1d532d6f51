import type { Fault } from '../fault';
import { tooDeep } from '../limits';
import { LineIndex } from '../line-index';
import type { LocatedText, ParsedText } from '../located';
import { composeYaml } from './document';
import { messageOf } from './problem';
import { treeOf } from './tree';

/**
 * Reads YAML 1.2. Of several documents in a text the first that is not empty is read; the others are not looked at;
 * `documentsOf` tells them apart.
 */
export function parseYaml(source: LocatedText): ParsedText {
  const text = source.value;
  const document = composeYaml(text);
  const { contents, errors, comments, tooDeepAt } = document;
  const tree = contents ? treeOf(contents, source, document) : undefined;
  const faults: Fault[] = [...(tree?.faults ?? [])];
  for (const error of errors)
    faults.push({ message: document.textOf(messageOf(error, text)), start: error.pos[0], end: error.pos[1] });
  if (tooDeepAt !== undefined) faults.push({ message: tooDeep, start: tooDeepAt, end: tooDeepAt + 1 });
  const place = (offset: number): number => source.at(Math.min(offset, text.length));
  return {
    root: tree?.root,
    problems: firstOfEachLine(faults, text).map(({ message, start, end }) => ({
      message,
      range: [place(start), place(Math.max(start, end))],
    })),
    duplicateKeys: tree?.duplicateKeys ?? [],
    comments: comments.map(([start, end]) => ({
      value: text.slice(start + 1, end),
      range: [place(start), place(end)],
    })),
  };
}

/** What a parser finds wrong further on in a line mostly follows from the first mistake in it. */
function firstOfEachLine(faults: Fault[], text: string): Fault[] {
  if (faults.length < 2) return faults;
  const lines = new LineIndex(text);
  let last = 0;
  return faults
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start }) => {
      const { line } = lines.locate(start);
      const first = line > last;
      last = line;
      return first;
    });
}
