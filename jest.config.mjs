/** Tests run on the sources, so no build is needed before them; what jest itself loads of the preset is the built one. */
const swc = [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

const onSources = {
  transform: { '\\.ts$': swc },
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/tools/jest/fast-check.cjs',
    '^@stepproof/linter/rule-tester$': '<rootDir>/packages/linter/src/rule-tester.ts',
    '^@stepproof/test-harness/explore$': '<rootDir>/packages/test-harness/src/explore/index.ts',
    '^@stepproof/rules$': '<rootDir>/rules/src/index.ts',
    '^@stepproof/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/'],
};

/** The examples use the preset as any project would; only they pay for loading it. */
const examples = {
  ...onSources,
  displayName: 'examples',
  roots: ['<rootDir>/examples'],
  testMatch: ['<rootDir>/examples/**/*.test.ts'],
  transform: {
    ...onSources.transform,
    '\\.asl\\.(?:json|ya?ml)$': '<rootDir>/packages/jest-preset/dist/transformer.js',
  },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json', 'yaml'],
  setupFilesAfterEnv: ['<rootDir>/packages/jest-preset/src/setup.ts'],
};

const packages = {
  ...onSources,
  displayName: 'packages',
  roots: ['<rootDir>/packages', '<rootDir>/rules'],
  testMatch: ['<rootDir>/packages/*/test/**/*.test.ts', '<rootDir>/rules/**/*.test.ts'],
  // The tests of the projects that the end-to-end tests install and run.
  testPathIgnorePatterns: ['/node_modules/', '/e2e/projects/'],
};

export default {
  projects: [packages, examples],
  // Jest leaves a core free by itself, which on a machine of two means one file after the other.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/packages/jest-preset/dist/reporter.js'],
  // `npm test` shows how far the tests of the examples go through them. Some are there to be linted, and have no tests.
  collectCoverageFrom: ['examples/**/*.asl.*', '!examples/{order,refund,signup}/**'],
  coverageReporters: ['text'],
};
