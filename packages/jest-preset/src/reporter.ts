import type { Config, Reporter, Test, TestContext, TestResult } from '@jest/reporters';
import type { IstanbulFileCoverage } from '@stepproof/test-harness';
import { CoverageStore, emptyCoverage } from './coverage/coverage-store';
import { isCollected, isMachineFile } from './coverage/machine-files';
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
  readonly #store = new CoverageStore();
  readonly #searched = new Set<string>();
  /** Where jest keeps the coverage of the last test file, until the end of the run. */
  #v8Coverage: V8Coverage | undefined;

  constructor(config: Config.GlobalConfig) {
    this.#config = config;
  }

  onTestResult({ context }: Test, result: TestResult): void {
    if (!this.#config.collectCoverage) return;
    const all = Object.entries(result.coverage ?? {}) as unknown as [string, IstanbulFileCoverage][];
    const counted = all.filter(([path]) => isMachineFile(path) && isCollected(path, context.config));
    const machines = new Map([...this.#untested(context), ...counted]);
    if (this.#config.coverageProvider === 'v8') {
      for (const file of machines.values()) this.#store.add(file);
      result.v8Coverage = result.v8Coverage?.filter(({ result: { url } }) => !isMachineFile(url));
      this.#v8Coverage = result.v8Coverage ?? this.#v8Coverage;
      return;
    }
    const code = all.filter(([path]) => !isMachineFile(path));
    result.coverage = Object.fromEntries([...code, ...machines]) as unknown as TestResult['coverage'];
  }

  onRunComplete(): void {
    // Once, at the end: what V8 says of a script several times is merged in a way that loses arms that are not covered.
    for (const file of this.#store.files) {
      this.#v8Coverage?.push({ codeTransformResult: undefined, result: v8ScriptOf(file) });
    }
  }

  /** The definitions that coverage is wanted of, nothing in them covered; once for each project. */
  #untested({ config, hasteFS }: TestContext): [string, IstanbulFileCoverage][] {
    const { collectCoverageFrom } = this.#config;
    if (collectCoverageFrom.length === 0 || this.#searched.has(config.id)) return [];
    this.#searched.add(config.id);
    const paths = hasteFS.matchFilesWithGlob([...collectCoverageFrom], this.#config.rootDir);
    return [...paths].flatMap((path) => {
      const isWanted = isMachineFile(path) && isCollected(path, { ...config, collectCoverageFrom });
      const file = isWanted ? emptyCoverage(path) : undefined;
      return file ? [[path, file]] : [];
    });
  }
}
