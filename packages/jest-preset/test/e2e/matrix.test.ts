import { Project, tableOf, type Outcome } from './project';
import { shop } from './shop';

/** How a user may write tests: with which transformer, and in which modules. */
const projects = [
  { name: 'js-cjs', language: 'js', modules: 'cjs' },
  { name: 'js-esm', language: 'js', modules: 'esm' },
  { name: 'swc-cjs', language: 'swc', modules: 'cjs' },
  { name: 'swc-esm', language: 'swc', modules: 'esm' },
  { name: 'ts-jest-cjs', language: 'ts-jest', modules: 'cjs' },
  { name: 'ts-jest-esm', language: 'ts-jest', modules: 'esm' },
] as const;

type Language = (typeof projects)[number]['language'];

/** The preset alone where jest needs nothing else, and next to other transformers the function that merges it. */
const configs: Readonly<Record<Language, (isEsm: boolean) => string>> = {
  js: () => `module.exports = { preset: '@stepproof/jest-preset' };`,
  swc: (isEsm) =>
    merged({
      transform: {
        '\\.ts$': [
          '@swc/jest',
          {
            jsc: { parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: isEsm } },
            module: { type: isEsm ? 'es6' : 'commonjs' },
          },
        ],
      },
      ...(isEsm && { extensionsToTreatAsEsm: ['.ts'] }),
    }),
  'ts-jest': (isEsm) => merged({ preset: isEsm ? 'ts-jest/presets/default-esm' : 'ts-jest' }),
};

const merged = (config: object): string =>
  `const { projectWithStepProof } = require('@stepproof/jest-preset');
   module.exports = projectWithStepProof(${JSON.stringify(config)});`;

const tsconfig = (isEsm: boolean): object => ({
  compilerOptions: {
    strict: true,
    module: isEsm ? 'esnext' : 'commonjs',
    moduleResolution: 'bundler',
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    // Without it ts-jest checks the types of all tests, which takes longer than all else here; see types.test.ts.
    isolatedModules: true,
    types: ['jest', '@stepproof/jest-preset'],
  },
});

/** A repository with a project of each kind, all with the same machines and the same tests. */
function repository(): Project {
  const repository = new Project({
    'jest.config.json': {
      preset: '@stepproof/jest-preset',
      projects: projects.map(({ name }) => `<rootDir>/${name}`),
      collectCoverage: true,
      collectCoverageFrom: ['**/*.asl.*'],
      coverageReporters: ['text', 'lcov'],
    },
  });
  for (const { name, language, modules } of projects) {
    const isEsm = modules === 'esm';
    const files = {
      ...shop({ extension: language === 'js' ? 'js' : 'ts', modules }),
      'package.json': { type: isEsm ? 'module' : 'commonjs' },
      'jest.config.cjs': configs[language](isEsm),
      'tsconfig.json': tsconfig(isEsm),
    };
    repository.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])));
  }
  return repository;
}

/** Statements, branches, functions, lines, and which lines are not covered; V8 counts lines instead of statements. */
const rows = {
  babel: {
    'order.asl.json': '60 63.63 50 60 39-43,49',
    'refund.asl.yaml': '66.66 50 100 66.66 10',
    'untested.asl.json': '0 100 0 0 4-5',
    'untested.asl.yml': '0 100 0 0 3-4',
  },
  v8: {
    'order.asl.json': '82.35 63.63 50 82.35 39-46,49',
    'refund.asl.yaml': '63.15 50 100 63.15 10-16',
    'untested.asl.json': '0 100 0 0 1-7',
    'untested.asl.yml': '0 100 0 0 1-4',
  },
};

/** By line, how often each arm was taken; V8 has every arm on its own. */
const branches = {
  babel: ['11: 1', '12: 0', '14: 3 1 0', '22: 1 0 2', '31: 0 1 1'],
  v8: ['5: 3', '11: 1', '12: 0', '15: 1', '16: 0', '23: 1', '24: 0', '26: 2', '31: 0', '31: 1', '31: 1'],
};

/** What jest says of a worker that has not ended within half a second, which on a busy machine any may. */
const slowEnd = /^A worker process has failed to exit gracefully.*$/m;

describe.each(['babel', 'v8'] as const)('with the coverage provider %s', (provider) => {
  let project: Project;
  let outcome: Outcome;
  beforeAll(async () => {
    project = repository();
    outcome = await project.jest('--coverageProvider', provider, '--maxWorkers', '2');
  }, 120_000);
  afterAll(() => project.remove());

  test('all tests pass, and there is nothing to complain of', () => {
    expect(outcome.output.replace(slowEnd, '')).not.toMatch(/warn|deprecated|Failed/i);
    expect(outcome.output).toContain('Test Suites: 12 passed, 12 total');
    expect(outcome.exitCode).toBe(0);
  });

  test.each(projects)('the machines of $name are in the table, the sum of two test files', ({ name }) => {
    expect(tableOf(outcome, name)).toEqual(rows[provider]);
  });

  test.each(projects)('the branches of $name are in lcov, on the lines of the definition', ({ name }) => {
    expect(project.branchesInLcov(`${name}/order.asl.json`)).toEqual(branches[provider]);
  });
});
