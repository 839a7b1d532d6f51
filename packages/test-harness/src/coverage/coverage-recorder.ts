import { isScriptFile, type AslDocument } from '@stepproof/asl';
import type { EventNote } from '../history/event-note';
import type { HistoryObserver } from '../history/history';
import { DocumentCoverage, type StateCounters } from './document-coverage';
import type { IstanbulFileCoverage } from './istanbul';

/**
 * Counts what executions run through, on the lines of the files that their definitions come from. An observer of
 * executions; definitions that come from no file, or from TypeScript or
 * JavaScript, are not counted.
 */
export class CoverageRecorder {
  readonly #files: Record<string, unknown>;
  readonly #documents = new Map<string, DocumentCoverage>();

  /** @param files by path, where the coverage of each file is put when the first of its machines runs */
  constructor(files: Record<string, unknown>) {
    this.#files = files;
  }

  readonly observe: HistoryObserver = ({ type, details, note }, { source }) => {
    const state = note?.state ?? details?.name;
    // The lines of a source are counted as those of a program.
    if (!source || state === undefined || isScriptFile(source.document.filename)) return;
    const coverage = this.#documents.get(source.document.filename) ?? this.#add(source.document);
    const counters = coverage.counters(source.index, state);
    if (!counters) return;
    if (type.endsWith('StateEntered')) enter(coverage.file, counters);
    else if (note) take(coverage.file, counters, note);
    else if (type.endsWith('StateExited')) count(coverage.file, counters.catch, 0);
  };

  #add(document: AslDocument): DocumentCoverage {
    const coverage = new DocumentCoverage(document);
    this.#documents.set(document.filename, coverage);
    this.#files[document.filename] = coverage.file;
    return coverage;
  }
}

function enter(file: IstanbulFileCoverage, { statement, scope }: StateCounters): void {
  file.s[statement]!++;
  if (scope !== undefined) file.f[scope]!++;
}

/** A definition that a test has changed may have more rules, Retriers and Catchers than the file: they count nowhere. */
function take(file: IstanbulFileCoverage, counters: StateCounters, note: EventNote): void {
  const { choice } = counters;
  switch (note.kind) {
    case 'rule':
      return choice && note.index < choice.rules ? count(file, choice.branch, note.index) : undefined;
    case 'default':
      return choice ? count(file, choice.branch, choice.rules) : undefined;
    case 'retrier':
      return count(file, counters.retry[note.index], 0);
    case 'catcher':
      return count(file, counters.catch, note.index + 1);
    case 'items':
      return count(file, counters.items, Math.min(note.count, 2));
  }
}

function count(file: IstanbulFileCoverage, branch: string | undefined, arm: number): void {
  const hits = branch === undefined ? undefined : file.b[branch];
  if (hits?.[arm] !== undefined) hits[arm]++;
}
