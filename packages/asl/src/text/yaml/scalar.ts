import type { Scalar } from 'yaml';
import type { Located, LocatedText, Range } from '../located';
import { plainString, writtenString } from '../located-string';
import { isPlaceholder } from '../placeholder';
import { offsetsOfYamlString, type Writing } from './string';

/**
 * @param end where the scalar ends without the line breaks after it
 * @param textOf gives the text of a scalar as the file has it
 */
export function locatedScalar(
  node: Scalar.Parsed,
  end: number,
  source: LocatedText,
  textOf: (source: string) => string,
): Located {
  const [start] = node.range;
  const range: Range = [source.at(start), source.at(end)];
  const { value } = node;
  if (value === null) return { kind: 'null', value, range };
  if (typeof value === 'boolean') return { kind: 'boolean', value, range };
  if (typeof value === 'number') return { kind: 'number', value, raw: source.value.slice(start, end), range };
  const text = textOf(node.source);
  // Under a tag it stays text: `!Sub ${Name}` says itself what the braces mean
  if (node.type === 'PLAIN' && !node.tag && isPlaceholder(text)) return { kind: 'placeholder', text, range };
  const writing = writingOf(node);
  const place = (offset: number): number => source.at(offset);
  if (source.value.slice(writing.start, writing.end) === text) return plainString(text, range, writing.start, place);
  return writtenString(text, range, () => offsetsOfYamlString(text, source.value, writing), place);
}

function writingOf(node: Scalar.Parsed): Writing {
  const [start, end] = node.range;
  const token = node.srcToken;
  if (token?.type === 'block-scalar') {
    const header = token.props[0] && 'source' in token.props[0] ? token.props[0].source : '';
    const indicated = /[1-9]/.exec(header);
    const firstLine = /^( *)[^ \r\n]/m.exec(token.source);
    const indent = indicated ? Math.max(token.indent, 0) + Number(indicated[0]) : (firstLine?.[1]?.length ?? 0);
    return { start: end - token.source.length, end, quote: '', indent };
  }
  if (node.type === 'PLAIN') return { start, end, quote: '', indent: 'all' };
  const quote = node.type === 'QUOTE_SINGLE' ? "'" : '"';
  return { start: start + 1, end: Math.max(start + 1, end - 1), quote, indent: 'all' };
}
