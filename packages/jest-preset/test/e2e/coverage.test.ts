import { Project, tableOf, type Outcome } from './project';

const definition = `{
  "StartAt": "Route",
  "States": {
    "Route": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.n", "NumericEquals": 1, "Next": "One" }],
      "Default": "Other"
    },
    "One": { "Type": "Succeed" },
    "Other": { "Type": "Succeed" }
  }
}
`;

/** Two machines whose states have the same names. */
const template = `Resources:
  First:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Begin
        States:
          Begin: { Type: Pass, Next: Finish }
          Finish: { Type: Succeed }
  Second:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Begin
        States:
          Begin: { Type: Task, Resource: "$\{Function}", Next: Finish }
          Finish: { Type: Succeed }
`;

const windows = 'StartAt: Begin\nStates:\n  Begin:\n    Type: Pass\n    Next: Finish\n  Finish: { Type: Succeed }\n';

const files = {
  'order.asl.json': definition,
  'template.yaml': template,
  'windows.asl.yml': windows.replaceAll('\n', '\r\n'),
  'shop.asl.json': definition,
  'shop.test.js': `
    const { choicePaths, explore } = require('@stepproof/test-harness/explore');
    const { run } = require('@stepproof/test-harness');
    const shop = require('./shop.asl.json');

    test('explored', () => explore(shop, { runs: 100 }));

    test.each(choicePaths(shop))('$name', async ({ input, tasks, path }) => {
      expect(await run(shop, input, { tasks })).toHaveTakenPath(path);
    });
  `,
  'order.test.js': `
    const { run } = require('@stepproof/test-harness');

    test('imported again after the modules were reset', async () => {
      await run(require('./order.asl.json'), { n: 1 });
      jest.resetModules();
      const again = require('@stepproof/test-harness');
      expect(again.run).not.toBe(run);
      await again.run(require('./order.asl.json'), { n: 1 });
    });

    test('changed', async () => {
      const order = require('./order.asl.json');
      const { Route } = order.States;
      const States = { Route, One: { Type: 'Pass', Next: 'Extra' }, Extra: { Type: 'Succeed' } };
      const execution = await run({ ...order, States: { ...States, Other: { Type: 'Fail' } } }, { n: 1 });
      expect(execution.path).toEqual(['Route', 'One', 'Extra']);
    });

    test('with the line ends of Windows', async () => {
      await run(require('./windows.asl.yml'));
    });
  `,
  'template.test.js': `
    const { loadMachine, mock } = require('@stepproof/test-harness');
    const Function = 'arn:aws:lambda:us-east-1:123456789012:function:begin';

    test('two machines of one file', async () => {
      await loadMachine('template.yaml', 'First').execute();
      const second = loadMachine('template.yaml', 'Second', { substitutions: { Function } });
      const tasks = { 'lambda:begin': mock.fails('Arranged') };
      expect(await second.execute({}, { tasks })).toMatchObject({ status: 'FAILED', error: 'Arranged' });
    });
  `,
};

const config = {
  preset: '@stepproof/jest-preset',
  reporters: ['summary', '@stepproof/jest-preset/reporter'],
  collectCoverage: true,
  coverageThreshold: { '**/*.asl.json': { branches: 90 }, '**/*.yaml': { branches: 100 } },
};

/** Which lines were executed how often. */
const countsInLcov = (project: Project, file: string): Readonly<Record<string, string>> => {
  const [, record = ''] = project.read('coverage/lcov.info').split(`SF:${file}\n`);
  return Object.fromEntries(
    [...record.split('end_of_record')[0]!.matchAll(/^DA:(\d+),(\d+)$/gm)].map(([, line, count]) => [line!, count!]),
  );
};

const expected = {
  babel: {
    'order.asl.json': '66.66 50 100 66.66 10',
    'shop.asl.json': '100 100 100 100',
    'template.yaml': '75 100 100 75 17',
    'windows.asl.yml': '100 100 100 100',
  },
  v8: {
    'order.asl.json': '91.66 50 100 91.66 10',
    'shop.asl.json': '100 100 100 100',
    'template.yaml': '94.11 100 100 94.11 17',
    'windows.asl.yml': '100 100 100 100',
  },
};

describe.each(['babel', 'v8'] as const)('with the coverage provider %s', (provider) => {
  let project: Project;
  let outcome: Outcome;
  beforeAll(async () => {
    project = new Project({ ...files, 'package.json': {}, 'jest.config.json': config });
    outcome = await project.jest('--coverageProvider', provider);
  }, 60_000);
  afterAll(() => project.remove());

  test('each machine of a file has its own lines', () => {
    expect(outcome.output).toContain('Tests:       7 passed, 7 total');
    expect(tableOf(outcome)).toEqual(expected[provider]);
    expect(countsInLcov(project, 'template.yaml')).toMatchObject({ 8: '1', 9: '1', 16: '1', 17: '0' });
  });

  test('nothing is lost or counted twice when modules are reset, or a test changes a definition', () => {
    expect(countsInLcov(project, 'order.asl.json')).toMatchObject({ 4: '3', 9: '3', 10: '0' });
  });

  test('a file with the line ends of Windows has the same lines', () => {
    expect(countsInLcov(project, 'windows.asl.yml')).toMatchObject({ 3: '1', 6: '1' });
  });

  test('a definition below its threshold fails the run', () => {
    const path = `${project.folder}/order.asl.json`;
    expect(outcome.output).toContain(`Coverage for branches (50%) does not meet "${path}" threshold (90%)`);
    expect(outcome.output).not.toContain('template.yaml" threshold');
    expect(outcome.exitCode).toBe(1);
  });

  test('a page shows the definition with what is not covered', () => {
    const page = project.read('coverage/lcov-report/order.asl.json.html');
    expect(page).toContain('"Other"');
    expect(page).toContain('branch not covered');
  });
});
