import type { StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { placeOfRead, type DataRead } from './data-read';

/** A path to JSON that Step Functions has read already, which a function is to read once more. */
export interface ParsedTwice {
  readonly read: DataRead;
  /** `States.StringToJson` */
  readonly call: string;
}

const parsers = ['States.StringToJson', '$parse'];

/** The Output of a child that `.sync:2` waits for is no text any more; it must be so on every way. */
export function parsedTwiceIn(machine: StateMachine): readonly ParsedTwice[] {
  const { reads } = dataFlowOf(machine);
  const found = new Map<string, ParsedTwice>();
  for (const read of reads) {
    const call = isParsed(read) ? parserOf(read) : undefined;
    if (call !== undefined) found.set(placeOfRead(read), { read, call });
  }
  if (!found.size) return [];
  for (const read of reads) if (!isParsed(read)) found.delete(placeOfRead(read));
  return [...found.values()];
}

const isParsed = ({ reading: { shape } }: DataRead): boolean => shape.kind === 'unknown' && shape.isParsed === true;

/** The function whose only argument the read is. */
function parserOf({ expression: { text }, span }: DataRead): string | undefined {
  if (!text) return undefined;
  const [before, behind] = [text.slice(0, span.start).trimEnd(), text.slice(span.end).trimStart()];
  return behind.startsWith(')') ? parsers.find((name) => before.endsWith(`${name}(`)) : undefined;
}
