import { isCollected, isMachineFile, type CoverageScope } from '../../src/coverage/machine-files';

const scope: CoverageScope = {
  rootDir: '/app',
  collectCoverageFrom: [],
  coveragePathIgnorePatterns: ['/node_modules/'],
};

test.each([
  'order.asl.json',
  'order.asl.yaml',
  'order.asl',
  'template.YML',
  'machines.tf',
  'order.json.tftpl',
  'stack.template',
])('coverage of %s is that of machines', (name) => {
  expect(isMachineFile(`/app/${name}`)).toBe(true);
});

test.each(['order.ts', 'asl.js', 'yaml.tsx'])('coverage of %s is that of code', (name) => {
  expect(isMachineFile(`/app/${name}`)).toBe(false);
});

describe('coverage is wanted', () => {
  test('of all that is run, if nothing is said', () => {
    expect(isCollected('/app/src/order.asl.json', scope)).toBe(true);
    expect(isCollected('/app/node_modules/x/order.asl.json', scope)).toBe(false);
  });

  test('of what the globs say, from the root of the run', () => {
    const some = { ...scope, collectCoverageFrom: ['src/**/*.asl.*', '!**/draft.*'] };
    expect(isCollected('/app/src/a/order.asl.json', some)).toBe(true);
    expect(isCollected('/app/src/draft.asl.json', some)).toBe(false);
    expect(isCollected('/app/test/order.asl.json', some)).toBe(false);
    expect(isCollected('/app/src/node_modules/order.asl.json', some)).toBe(false);
  });

  test('of what has changed, and of what changed tests are about', () => {
    const some = {
      ...scope,
      changedFiles: new Set(['/app/changed.asl.json', '/app/order.test.ts']),
      sourcesRelatedToTestsInChangedFiles: new Set(['/app/order.asl.json']),
    };
    expect(isCollected('/app/changed.asl.json', some)).toBe(true);
    expect(isCollected('/app/order.asl.json', some)).toBe(true);
    expect(isCollected('/app/other.asl.json', some)).toBe(false);
  });
});
