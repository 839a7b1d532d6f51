/** One config for all packages: tests run on the sources, so no build is needed before them. */
const swc = [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

export default {
  testMatch: [
    '<rootDir>/packages/*/test/**/*.test.ts',
    '<rootDir>/rules/**/*.test.ts',
    '<rootDir>/examples/**/*.test.ts',
  ],
  // The tests of the projects that the end-to-end tests install and run.
  testPathIgnorePatterns: ['/node_modules/', '/e2e/projects/'],
  transform: { '\\.ts$': swc },
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/tools/jest/fast-check.cjs',
    '^@stepproof/linter/rule-tester$': '<rootDir>/packages/linter/src/rule-tester.ts',
    '^@stepproof/rules$': '<rootDir>/rules/src/index.ts',
    '^@stepproof/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/'],
};
