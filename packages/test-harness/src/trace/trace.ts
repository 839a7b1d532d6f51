import type { Execution } from '../machine/execution';
import { durationText } from './duration-text';
import { examplesOf } from './child-examples';
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

/** Where the states of an execution stand in the trace. */
interface Place {
  /** Virtual milliseconds since the epoch at which the trace begins. */
  readonly start: number;
  readonly depth: number;
  /** The index of a child among those of its Map Run. */
  readonly index?: number;
}

const widest = { name: 60, outcome: 120 } as const;

const plain: TraceStyle = (_format, text) => text;

/**
 * An execution for a reader: a line for each state in the order in which they were entered, with virtual times, attempts
 * and outcomes, and then how it all ended.
 */
export function traceOf(execution: Execution, { style = plain, maxLines = Infinity }: TraceOptions = {}): string {
  const rows = rowsOfExecution(execution, { start: execution.startDate.getTime(), depth: 0 });
  const width = (column: 'at' | 'what' | 'took'): number =>
    rows.reduce((width, row) => (row.at === '' ? width : Math.max(width, row[column].length)), 0);
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

function rowsOfExecution(execution: Execution, place: Place): Row[] {
  const childrenOf = byMapRun(execution.children);
  const { history, openStates } = execution;
  return visitsOf(history).flatMap((visit) => {
    const below = { start: place.start, depth: place.depth + depthOf(visit) + 1 };
    const children = visit.mapRuns.flatMap((arn) => rowsOfChildren(childrenOf.get(arn) ?? [], below));
    return [...rowsOf(visit, place, openStates.includes(visit.name)), ...children];
  });
}

function byMapRun(children: readonly Execution[]): ReadonlyMap<string, readonly Execution[]> {
  const groups = new Map<string, Execution[]>();
  for (const child of children) {
    const group = groups.get(child.mapRunArn!);
    if (group) group.push(child);
    else groups.set(child.mapRunArn!, [child]);
  }
  return groups;
}

/** A Map Run may have thousands of children: a few of those that succeeded and of those that did not speak for the rest. */
function rowsOfChildren(children: readonly Execution[], place: Place): Row[] {
  const { shown, rest } = examplesOf(children);
  const rows = shown.flatMap((index) => rowsOfExecution(children[index]!, { ...place, index }));
  return rest === undefined ? rows : [...rows, { ...row(0, place.depth, rest, undefined, undefined), at: '' }];
}

/** @param isOpen whether what has not been left is under way; otherwise it was stopped with what is around it */
function rowsOf(visit: Visit, { start, depth: outer, index: child }: Place, isOpen: boolean): Row[] {
  const { attempts, enteredAt, exitedAt, output } = visit;
  const depth = outer + depthOf(visit);
  const number = visit.iteration ?? (visit.parent ? undefined : child);
  const index = number === undefined ? '' : `[${number}] `;
  const stopped = isOpen ? undefined : stoppedBy(visit);
  const failure = exitedAt === undefined ? (attempts.at(-1)?.failure ?? stopped) : undefined;
  const shown = output ?? (isOpen ? 'under way' : undefined);
  const own = row(enteredAt - start, depth, `${index}${visit.name}`, shown, failure);
  const isTold = attempts.length > 1 || (exitedAt !== undefined && attempts.at(-1)?.failure !== undefined);
  return [
    { ...own, took: exitedAt === undefined ? '' : durationText((exitedAt - enteredAt) / 1000) },
    ...(isTold ? attempts : []).map(({ at, result, failure: reason }, attempt) =>
      row(at - start, depth + 1, `attempt ${attempt + 1}`, result, reason),
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
