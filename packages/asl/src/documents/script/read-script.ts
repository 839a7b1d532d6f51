import type { Comment } from '@babel/types';
import type { DuplicateKey, LocatedComment, TextProblem } from '../../text/located';
import type { DeclaredMachine } from '../declared-machine';
import { findScriptMachines } from './find-script-machines';
import { parseScript, type ParsedScript } from './parse-script';
import { ScriptEdits } from './edits';
import { ScriptTree } from './tree';
import { ScriptValues } from './values';

export interface Script {
  readonly machines: readonly DeclaredMachine[];
  /** Keys that are written twice, in definitions and elsewhere. */
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly comments: readonly LocatedComment[];
  readonly problems: readonly TextProblem[];
  readonly edits: ScriptEdits;
}

const startAt = /\bStartAt(?:\\?["'])?\s*:/;
const states = /\bStates(?:\\?["'])?\s*:/;

/** Members with these names stand in the text, so a definition was meant. */
const isMeant = (text: string): boolean => startAt.test(text) && states.test(text);

/** Finds the state machines in TypeScript or JavaScript. Never throws. */
export function readScript(text: string, filename: string): Script {
  const edits = new ScriptEdits(text);
  const { file, problem } = parsed(text, filename);
  if (!file) {
    const problems = isMeant(text) ? [problem ?? tooDeepIn(text)] : [];
    return { machines: [], duplicateKeys: [], comments: [], problems, edits };
  }
  const tree = new ScriptTree(file.program);
  const values = new ScriptValues(text, tree, edits);
  const machines = machinesIn(tree, values);
  const comments = (file.comments ?? []).map(locatedComment);
  const problems = machines || !isMeant(text) ? [] : [tooDeepIn(text)];
  return { machines: machines ?? [], duplicateKeys: values.duplicateKeys, comments, problems, edits };
}

/** Undefined if a chain of constants is longer than the stack is deep. */
function machinesIn(tree: ScriptTree, values: ScriptValues): readonly DeclaredMachine[] | undefined {
  try {
    return findScriptMachines(tree, values);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the stack has ended nobody knows; it is told at the first definition that is not checked because of it. */
function tooDeepIn(text: string): TextProblem {
  const start = text.search(startAt);
  const message =
    'The source nests deeper, or chains more constants or operators, than can be read, so no state machine in it is ' +
    'checked; move the state machines to a file of their own';
  return { message, range: [start, start + 'StartAt'.length] };
}

function parsed(text: string, filename: string): ParsedScript {
  const strict = parseScript(text, filename, false);
  return strict.file || !isMeant(text) ? strict : parseScript(text, filename, true);
}

const locatedComment = ({ value, start, end }: Comment): LocatedComment => ({ value, range: [start ?? 0, end ?? 0] });
