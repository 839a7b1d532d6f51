import { readFileSync } from 'node:fs';
import type { IstanbulFileCoverage, IstanbulRange } from '@stepproof/test-harness';

interface V8Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

interface V8Function {
  functionName: string;
  isBlockCoverage: boolean;
  ranges: V8Range[];
}

/** A script in the coverage that V8 gives, as the inspector protocol has it. */
export interface V8Script {
  url: string;
  scriptId: string;
  functions: V8Function[];
}

/**
 * Coverage of a definition in the form in which V8 gives that of a script, from which jest makes its table: the lines of a
 * state, then its functions and, as blocks, the arms of branches. What spans whole lines says whether these are covered,
 * also lines between states, which belong to the file; functions and arms are therefore no wider than the text they begin.
 */
export function v8ScriptOf(file: IstanbulFileCoverage): V8Script {
  const { path, statementMap, fnMap, branchMap, s, f, b } = file;
  const lines = readFileSync(path, 'utf8').split(/(?<=\n)/);
  const starts = lines.reduce<number[]>((offsets, line) => [...offsets, offsets.at(-1)! + line.length], [0]);
  const endOf = (line: number): number => starts[line - 1]! + lines[line - 1]!.trimEnd().length;

  const wholeLines = ({ start, end }: IstanbulRange, count: number): V8Function =>
    v8Function('', false, starts[start.line - 1]!, endOf(end.line), count);
  const inLine = (name: string, isBlock: boolean, { start }: IstanbulRange, count: number): V8Function =>
    v8Function(name, isBlock, starts[start.line - 1]! + start.column, endOf(start.line), count);

  const runs = Object.values(f).reduce((sum, count) => sum + count, 0);
  return {
    url: path,
    scriptId: '0',
    functions: [
      v8Function('', false, 0, starts.at(-1)!, runs),
      ...Object.entries(statementMap).map(([id, range]) => wholeLines(range, s[id]!)),
      ...Object.entries(fnMap).map(([id, { name, decl }]) => inLine(name, false, decl, f[id]!)),
      ...Object.entries(branchMap).flatMap(([id, { locations }]) =>
        locations.map((range, index) => inLine('', true, range, b[id]![index]!)),
      ),
    ],
  };
}

const v8Function = (
  functionName: string,
  isBlockCoverage: boolean,
  startOffset: number,
  endOffset: number,
  count: number,
): V8Function => ({ functionName, isBlockCoverage, ranges: [{ startOffset, endOffset, count }] });
