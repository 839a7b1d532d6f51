import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config, ReporterContext, Test, TestResult } from '@jest/reporters';
import { emptyCoverage } from '../src/coverage/coverage-store';
import CoverageReporter from '../src/reporter';

let rootDir: string;
beforeEach(() => {
  rootDir = mkdtempSync(join(tmpdir(), 'reporter-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(rootDir, { recursive: true });
});

const definition = 'StartAt: Done\nStates:\n  Done: { Type: Succeed }\n';

function write(name: string, text = definition): string {
  const path = join(rootDir, name);
  writeFileSync(path, text);
  return path;
}

interface Run {
  readonly coverageProvider?: 'babel' | 'v8';
  readonly collectCoverage?: boolean;
  readonly collectCoverageFrom?: readonly string[];
  /** What jest's file map finds by the globs. */
  readonly found?: readonly string[];
  readonly context?: Partial<ReporterContext>;
}

/** A run of jest as far as the reporter sees it. */
function runOf({ found = [], context, ...config }: Run) {
  const reporter = new CoverageReporter(
    {
      rootDir,
      collectCoverage: true,
      coverageProvider: 'babel',
      collectCoverageFrom: [],
      ...config,
    } as Config.GlobalConfig,
    {},
    context,
  );
  const test = (id: string) =>
    ({
      context: {
        config: { id, rootDir: join(rootDir, id), coveragePathIgnorePatterns: ['/node_modules/'] },
        hasteFS: { matchFilesWithGlob: () => new Set(found) },
      },
    }) as unknown as Test;
  return {
    /** A test file has come to its end; gives back what jest's own reporter then sees. */
    ends(result: Partial<TestResult>, project = 'project'): TestResult {
      const seen = result as TestResult;
      reporter.onTestResult(test(project), seen);
      return seen;
    },
    complete: () => reporter.onRunComplete(),
  };
}

/** What a test file hands over that has executed the machine that often. */
const executed = (path: string, times: number) => ({ ...emptyCoverage(path)!, s: { 0: times }, f: { 0: times } });

const coverageOf = (...files: { readonly path: string }[]) =>
  Object.fromEntries(files.map((file) => [file.path, file])) as unknown as TestResult['coverage'];

const counts = ({ coverage }: TestResult) =>
  Object.entries(coverage ?? {}).map(([path, file]) => [path, (file as unknown as { s: object }).s]);

describe('with Istanbul', () => {
  test('adds untested definitions once, and lets through what was asked for', () => {
    const tested = write('tested.asl.yaml');
    const untested = write('untested.asl.yaml');
    const other = write('other.asl.yaml');
    const code = { path: join(rootDir, 'code.ts'), s: { 0: 1 } };
    const run = runOf({ collectCoverageFrom: ['*tested.asl.yaml'], found: [tested, untested] });

    expect(counts(run.ends({ coverage: coverageOf(executed(tested, 2), executed(other, 1), code) }))).toEqual([
      [code.path, { 0: 1 }],
      [tested, { 0: 2 }],
      [untested, { 0: 0 }],
    ]);
    expect(counts(run.ends({ coverage: coverageOf(executed(tested, 1)) }))).toEqual([[tested, { 0: 1 }]]);
    expect(counts(run.ends({}))).toEqual([]);
  });

  test('looks for untested definitions in every project, with the globs of the whole run', () => {
    const untested = write('untested.asl.yaml');
    const run = runOf({ collectCoverageFrom: ['untested.asl.yaml'], found: [untested] });
    for (const project of ['a', 'b']) expect(counts(run.ends({}, project))).toEqual([[untested, { 0: 0 }]]);
  });

  test('leaves out what has not changed', () => {
    const [changed, unchanged] = [write('changed.asl.yaml'), write('unchanged.asl.yaml')];
    const run = runOf({
      collectCoverageFrom: ['*.yaml'],
      found: [changed, unchanged],
      context: { changedFiles: new Set([changed]) },
    });
    expect(counts(run.ends({ coverage: coverageOf(executed(unchanged, 1)) }))).toEqual([[changed, { 0: 0 }]]);
  });

  test('says which definition cannot be read, and goes on', () => {
    const broken = write('broken.asl.yaml', 'States: [\n');
    const untested = write('untested.asl.yaml');
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const run = runOf({ collectCoverageFrom: ['*.yaml'], found: [broken, untested] });
    expect(counts(run.ends({}))).toEqual([[untested, { 0: 0 }]]);
    expect(said.mock.calls.join('')).toMatch(/^Failed to collect coverage from (.*broken\.asl\.yaml)\n.*\n {2}\1:2:1 /);
  });
});

describe('with V8', () => {
  const script = (url: string) => ({ codeTransformResult: undefined, result: { url, scriptId: '1', functions: [] } });
  const urls = ({ v8Coverage }: TestResult) => v8Coverage!.map(({ result: { url } }) => url);

  test('gives the sum of all test files once, at the end, in place of what V8 says of them', () => {
    const path = write('order.asl.yaml');
    const untested = write('untested.asl.yaml');
    const run = runOf({ coverageProvider: 'v8', collectCoverageFrom: ['*'], found: [path, untested] });
    const results = [1, 2].map((times) =>
      run.ends({ coverage: coverageOf(executed(path, times)), v8Coverage: [script('code.ts'), script(path)] }),
    );
    expect(results.map(urls)).toEqual([['code.ts'], ['code.ts']]);

    run.complete();
    expect(results.map(urls)).toEqual([['code.ts'], ['code.ts', path, untested]]);
    const [, file] = results[1]!.v8Coverage!;
    expect(file!.result.functions[0]!.ranges).toEqual([{ startOffset: 0, endOffset: definition.length, count: 3 }]);
  });

  test('is not lost when the last test file could not be run', () => {
    const path = write('order.asl.yaml');
    const run = runOf({ coverageProvider: 'v8' });
    run.ends({ coverage: coverageOf(executed(path, 1)), v8Coverage: [] });
    const last = run.ends({});
    run.complete();
    expect(urls(last)).toEqual([path]);
  });
});

test('does nothing when no coverage is wanted', () => {
  const path = write('order.asl.yaml');
  const run = runOf({ collectCoverage: false, collectCoverageFrom: ['*'], found: [path] });
  expect(run.ends({})).toEqual({});
});
