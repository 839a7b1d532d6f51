import type { Comment } from '@babel/types';
import type { DuplicateKey, LocatedComment, TextProblem } from '../../text/located';
import type { DeclaredMachine } from '../declared-machine';
import { findScriptMachines } from './find-script-machines';
import { parseScript, type ParsedScript } from './parse-script';
import { ScriptEdits } from './script-edits';
import { ScriptTree } from './script-tree';
import { ScriptValues } from './script-values';

export interface Script {
  readonly machines: readonly DeclaredMachine[];
  /** Keys that are written twice, in definitions and elsewhere. */
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly comments: readonly LocatedComment[];
  readonly problems: readonly TextProblem[];
  readonly edits: ScriptEdits;
}

/** Members with these names stand in the text, so a definition was meant. */
const isMeant = (text: string): boolean =>
  /\bStartAt(?:\\?["'])?\s*:/.test(text) && /\bStates(?:\\?["'])?\s*:/.test(text);

/** Finds the state machines in TypeScript or JavaScript. Never throws. */
export function readScript(text: string, filename: string): Script {
  const edits = new ScriptEdits(text);
  const { file, problem } = parsed(text, filename);
  if (!file) {
    const problems = problem && isMeant(text) ? [problem] : [];
    return { machines: [], duplicateKeys: [], comments: [], problems, edits };
  }
  const tree = new ScriptTree(file.program);
  const values = new ScriptValues(text, tree, edits);
  const machines = machinesIn(tree, values);
  const comments = (file.comments ?? []).map(locatedComment);
  return { machines, duplicateKeys: values.duplicateKeys, comments, problems: [], edits };
}

/** A chain of constants may be longer than the stack is deep; nobody has written that, so nothing is said of it. */
function machinesIn(tree: ScriptTree, values: ScriptValues): readonly DeclaredMachine[] {
  try {
    return findScriptMachines(tree, values);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function parsed(text: string, filename: string): ParsedScript {
  const strict = parseScript(text, filename, false);
  return strict.file || !isMeant(text) ? strict : parseScript(text, filename, true);
}

const locatedComment = ({ value, start, end }: Comment): LocatedComment => ({ value, range: [start ?? 0, end ?? 0] });
