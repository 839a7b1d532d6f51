import { Project, tableOf, type Outcome } from './project';

const route = `StartAt: Route
States:
  Route:
    Type: Choice
    Choices: [{ Variable: $.n, NumericEquals: 1, Next: Done }]
    Default: Other
  Other: { Type: Pass, Next: Done }
  Done: { Type: Succeed }
`;

/** A test that runs the machine once, and then does something else. */
const testOf = (then: string): string => `
  const { run } = require('@stepproof/test-harness');
  const route = require('./route.asl.yaml');

  test('runs', async () => {
    const execution = await run(route, { n: 1 }, { seed: 17 });
    ${then}
  });
`;

const files = {
  'package.json': {},
  // A project that is written into the configuration of all.
  'jest.config.js': `
    const { withStepProof } = require('@stepproof/jest-preset');
    module.exports = withStepProof({ projects: [{ displayName: 'flows' }], collectCoverageFrom: ['*.asl.*'] });
  `,
  'route.asl.yaml': route,
  'broken.asl.json': '{\n  "StartAt": "Done",\n  "States": { "Done": }\n}\n',
  'good.test.js': testOf(`expect(execution).toHaveVisited('Route', 'Done');`),
  'path.test.js': testOf(`expect(execution).toHaveVisited('Other');`),
  'misspelt.test.js': testOf(`expect(execution).toHaveVisited('Rout');`),
  'shop/shop.asl.yaml': route,
  'explored.test.js': `
    const { explore } = require('@stepproof/test-harness/explore');
    const always = { name: 'always one', check: ({ execution }) => expect(execution).not.toHaveVisited('Other') };

    test('holds whatever comes', () => explore(require('./shop/shop.asl.yaml'), { runs: 100, invariants: [always] }));
  `,
  'import.test.js': `require('./broken.asl.json');\ntest('is not run', () => undefined);`,
};

let project: Project;
beforeAll(() => {
  project = new Project(files);
}, 60_000);
afterAll(() => project.remove());

describe('when tests fail', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await project.jest('--coverage', '--coverageProvider', 'v8');
  }, 60_000);

  test('messages say what happened instead, with the path and the seed', () => {
    const [, message = ''] = outcome.output.split('expect(execution).toHaveVisited(...states)');
    expect(message).toMatch(/"Other"[^]*"Route"[^]*"Done"[^]*seed 17/);
  });

  test('a name that no state has is told, with the one that was meant', () => {
    expect(outcome.output).toMatch(/"Rout".*"Route"/);
  });

  test('an exploration tells what does not hold, in which scenario, and the seed', () => {
    expect(outcome.output).toContain('"StateMachine" breaks in one way (100 runs, seed 42)');
    expect(outcome.output).toMatch(/"always one" does not hold\n.*toHaveVisited/);
    expect(outcome.output).toMatch(/^ *input: \{"n":\d+\}$/m);
  });

  test('a definition that cannot be read fails the import, with file, line and column', () => {
    expect(outcome.output).toContain('"broken.asl.json" cannot be read; correct its text');
    expect(outcome.output).toMatch(/broken\.asl\.json:3:\d+ {2}\S/);
  });

  test('coverage is that of the tests that have run, and says what is missing', () => {
    expect(outcome.output).toContain('Test Suites: 4 failed, 1 passed, 5 total');
    expect(outcome.output).toContain(`Failed to collect coverage from ${project.folder}/broken.asl.json`);
    expect(tableOf(outcome)).toEqual({ 'route.asl.yaml': '87.5 50 100 87.5 7' });
    expect(outcome.exitCode).toBe(1);
  });
});

test.each([
  ['babel', '66.66 50 100 66.66 7'],
  ['v8', '87.5 50 100 87.5 7'],
])(
  'a run that ends with the first failure has its coverage: %s',
  async (provider, row) => {
    const outcome = await project.jest('path', '--bail', '--coverage', '--coverageProvider', provider);
    expect(tableOf(outcome)).toEqual({ 'route.asl.yaml': row });
    expect(outcome.exitCode).toBe(1);
  },
  60_000,
);

test.each([
  ['route.asl.yaml', ['good.test.js', 'misspelt.test.js', 'path.test.js']],
  ['broken.asl.json', ['import.test.js']],
])(
  'the tests that import %s are found by it',
  async (file, tests) => {
    const { output } = await project.jest('--listTests', '--findRelatedTests', file);
    const found = output.split('\n').filter(Boolean).sort();
    expect(found).toEqual(tests.map((name) => `${project.folder}/${name}`));
  },
  60_000,
);
