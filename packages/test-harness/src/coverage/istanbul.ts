/** What Istanbul keeps of a file, in its own names: https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-instrument/README.md */

/** Lines from 1, columns from 0. */
export interface IstanbulPosition {
  readonly line: number;
  readonly column: number;
}

export interface IstanbulRange {
  readonly start: IstanbulPosition;
  readonly end: IstanbulPosition;
}

export interface IstanbulFunction {
  readonly name: string;
  readonly decl: IstanbulRange;
  readonly loc: IstanbulRange;
  readonly line: number;
}

export interface IstanbulBranch {
  readonly type: string;
  readonly loc: IstanbulRange;
  /** Of each arm. The first one tells branches apart when the coverage of several test files is merged. */
  readonly locations: readonly IstanbulRange[];
  readonly line: number;
}

/** The coverage of one file: what there is in it, and how often it was executed. */
export interface IstanbulFileCoverage {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, IstanbulRange>>;
  readonly fnMap: Readonly<Record<string, IstanbulFunction>>;
  readonly branchMap: Readonly<Record<string, IstanbulBranch>>;
  readonly s: Record<string, number>;
  readonly f: Record<string, number>;
  readonly b: Record<string, number[]>;
}
