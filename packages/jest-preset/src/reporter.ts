import type { Config, Reporter, ReporterContext, Test, TestContext, TestResult } from '@jest/reporters';
import type { IstanbulFileCoverage } from '@stepproof/test-harness';
import { CoverageStore, emptyCoverage } from './coverage/coverage-store';
import { isCollected, isMachineFile, type CoverageScope } from './coverage/machine-files';
import { v8ScriptOf } from './coverage/v8-script';

type V8Coverage = NonNullable<TestResult['v8Coverage']>;

/**
 * Brings the coverage of definitions into jest's own table, lcov, html and thresholds. A test file hands it over with
 * Istanbul's of the code; here it is reduced to what `collectCoverageFrom` asks for, definitions that no test has run are
 * added, and with `coverageProvider: 'v8'` it is put into the form that jest reads then. Jest calls its own coverage
 * reporter after this one.
 */
export default class CoverageReporter implements Pick<Reporter, 'onTestResult' | 'onRunComplete'> {
  readonly #config: Config.GlobalConfig;
  readonly #context: Partial<ReporterContext>;
  readonly #store = new CoverageStore();
  readonly #searched = new Set<string>();
  /** What jest makes its table of at the end of the run, with `coverageProvider: 'v8'`. */
  #v8Coverage: V8Coverage = [];

  constructor(config: Config.GlobalConfig, _options?: unknown, context: Partial<ReporterContext> = {}) {
    this.#config = config;
    this.#context = context;
  }

  onTestResult({ context }: Test, result: TestResult): void {
    if (!this.#config.collectCoverage) return;
    const scope = this.#scopeOf(context);
    const all = Object.entries(result.coverage ?? {}) as unknown as [string, IstanbulFileCoverage][];
    const counted = all.filter(([path]) => isMachineFile(path) && isCollected(path, scope));
    const machines = new Map([...this.#untested(context, scope), ...counted]);
    if (this.#config.coverageProvider === 'v8') {
      for (const file of machines.values()) this.#store.add(file);
      // Jest keeps the array until the end.
      this.#v8Coverage = (result.v8Coverage ?? []).filter(({ result: { url } }) => !isMachineFile(url));
      result.v8Coverage = this.#v8Coverage;
      return;
    }
    const code = all.filter(([path]) => !isMachineFile(path));
    result.coverage = Object.fromEntries([...code, ...machines]) as unknown as TestResult['coverage'];
  }

  onRunComplete(): void {
    // Once, at the end: what V8 says of a script several times is merged in a way that loses arms that are not covered.
    for (const file of this.#store.files) {
      this.#v8Coverage.push({ codeTransformResult: undefined, result: v8ScriptOf(file) });
    }
  }

  #scopeOf({ config: { coveragePathIgnorePatterns } }: TestContext): CoverageScope {
    const { rootDir, collectCoverageFrom } = this.#config;
    const { changedFiles, sourcesRelatedToTestsInChangedFiles } = this.#context;
    return {
      rootDir,
      collectCoverageFrom,
      coveragePathIgnorePatterns,
      changedFiles,
      sourcesRelatedToTestsInChangedFiles,
    };
  }

  /** The definitions that coverage is wanted of, nothing in them covered; once for each project. */
  #untested({ config, hasteFS }: TestContext, scope: CoverageScope): [string, IstanbulFileCoverage][] {
    const { rootDir, collectCoverageFrom } = scope;
    if (collectCoverageFrom.length === 0 || this.#searched.has(config.id)) return [];
    this.#searched.add(config.id);
    return [...hasteFS.matchFilesWithGlob([...collectCoverageFrom], rootDir)].flatMap((path) => {
      const file = isMachineFile(path) && isCollected(path, scope) ? this.#emptyCoverage(path) : undefined;
      return file ? [[path, file]] : [];
    });
  }

  /** Says in jest's words why a definition is missing from the table. */
  #emptyCoverage(path: string): IstanbulFileCoverage | undefined {
    try {
      return emptyCoverage(path);
    } catch (error) {
      process.stderr.write(`Failed to collect coverage from ${path}\n${String(error)}\n`);
      return undefined;
    }
  }
}
