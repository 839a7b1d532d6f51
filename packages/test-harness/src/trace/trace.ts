import type { Execution } from '../machine/execution';
import { durationText } from './duration-text';
import { visitsOf, type Visit } from './visits';

/** Puts a text into a colour. */
export type TraceStyle = (format: 'red' | 'green' | 'bold' | 'dim', text: string) => string;

export interface TraceOptions {
  /** Default: no colours. */
  readonly style?: TraceStyle;
  /** How many lines there may be before the one that says how it ended; what is left out is counted. Default: all. */
  readonly maxLines?: number;
}

interface Row {
  readonly at: string;
  readonly what: string;
  readonly took: string;
  readonly outcome: string;
  readonly isFailure: boolean;
}

const widest = { name: 60, outcome: 120 } as const;

const plain: TraceStyle = (_format, text) => text;

/**
 * An execution for a reader: a line for each state in the order in which they were entered, with virtual times, attempts
 * and outcomes, and then how it all ended.
 */
export function traceOf(execution: Execution, { style = plain, maxLines = Infinity }: TraceOptions = {}): string {
  const { history, openStates, startDate } = execution;
  const start = startDate.getTime();
  const rows = visitsOf(history).flatMap((visit) => rowsOf(visit, start, openStates.includes(visit.name)));
  const width = (column: 'at' | 'what' | 'took'): number =>
    rows.reduce((width, row) => Math.max(width, row[column].length), 0);
  const [at, what, took] = [width('at'), width('what'), width('took')];
  const lines = rows.map((row) => {
    const outcome = row.isFailure ? style('red', `\u2716 ${row.outcome}`) : row.outcome;
    const columns = [style('dim', row.at.padStart(at)), row.what.padEnd(what), row.took.padStart(took), outcome];
    return `${columns.join('  ').trimEnd()}\n`;
  });
  return `${shortened(lines, maxLines).join('')}\n${endOf(execution, style)}`;
}

/** The first and the last lines tell how it began and what went wrong; the middle is left out first. */
function shortened(lines: readonly string[], maxLines: number): readonly string[] {
  if (lines.length <= maxLines) return lines;
  const head = Math.floor(maxLines / 2);
  const tail = maxLines - head;
  const left = lines.length - maxLines;
  return [...lines.slice(0, head), `... ${left} more lines\n`, ...lines.slice(lines.length - tail)];
}

/** @param isOpen whether what has not been left is under way; otherwise it was stopped with what is around it */
function rowsOf(visit: Visit, start: number, isOpen: boolean): Row[] {
  const { attempts, enteredAt, exitedAt, output } = visit;
  const depth = depthOf(visit);
  const index = visit.iteration === undefined ? '' : `[${visit.iteration}] `;
  const stopped = isOpen ? undefined : stoppedBy(visit);
  const failure = exitedAt === undefined ? (attempts.at(-1)?.failure ?? stopped) : undefined;
  const own = row(
    enteredAt - start,
    depth,
    `${index}${visit.name}`,
    output ?? (isOpen ? 'under way' : undefined),
    failure,
  );
  const isTold = attempts.length > 1 || (exitedAt !== undefined && attempts.at(-1)?.failure !== undefined);
  return [
    { ...own, took: exitedAt === undefined ? '' : durationText((exitedAt - enteredAt) / 1000) },
    ...(isTold ? attempts : []).map(({ at, result, failure: reason }, number) =>
      row(at - start, depth + 1, `attempt ${number + 1}`, result, reason),
    ),
  ];
}

const stoppedBy = ({ type }: Visit): string => (type === 'Fail' ? 'failed' : 'aborted');

function row(time: number, depth: number, what: string, result: string | undefined, failure: string | undefined): Row {
  return {
    at: durationText(time / 1000),
    what: clipped(what, widest.name, depth),
    took: '',
    outcome: clipped(failure ?? result ?? '', widest.outcome),
    isFailure: failure !== undefined,
  };
}

/** On one line, indented, and ending in dots where it is too long. */
function clipped(text: string, length: number, depth = 0): string {
  const line = '  '.repeat(depth) + text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 3)}...` : line;
}

function depthOf(visit: Visit): number {
  let depth = 0;
  for (let { parent } = visit; parent; parent = parent.parent) depth++;
  return depth;
}

function endOf({ status, duration, output, error, cause }: Execution, style: TraceStyle): string {
  const time = durationText(duration);
  if (status === 'SUCCEEDED') {
    return `${style('green', style('bold', `\u2714 ${status}`))} after ${time}\n${JSON.stringify(output, null, 2)}\n`;
  }
  if (status === 'RUNNING') return `${style('bold', status)} for ${time}\n`;
  const reason = [error, cause].filter((text) => text).join(': ');
  return `${style('red', style('bold', `\u2716 ${status}`))} after ${time}${reason && `\n${reason}`}\n`;
}
