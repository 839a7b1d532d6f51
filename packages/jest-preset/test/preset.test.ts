import { defaults } from 'jest-config';
import { preset, projectWithStepProof, withStepProof } from '../src';

const setup = require.resolve('../src/setup');
const reporter = require.resolve('../src/reporter');
const transformer = require.resolve('../src/transformer');
const babelJest = require.resolve('babel-jest');

/** Which transformer jest picks: that of the first pattern that matches. */
function transformerOf(path: string, transform: Readonly<Record<string, unknown>> = {}): unknown {
  return Object.entries(transform).find(([pattern]) => new RegExp(pattern).test(path))?.[1];
}

describe('the preset', () => {
  test.each(['/app/order.asl.json', '/app/order.asl.yaml', '/app/order.asl.yml', '/app/template.yaml'])(
    'imports %s',
    (path) => {
      expect(transformerOf(path, preset.transform)).toBe(transformer);
    },
  );

  test.each(['/app/order.ts', '/app/order.jsx'])('leaves %s to babel, as jest does', (path) => {
    expect(transformerOf(path, preset.transform)).toBe(babelJest);
  });

  test('leaves other JSON to jest', () => {
    expect(transformerOf('/app/package.json', preset.transform)).toBeUndefined();
  });

  test('adds YAML to the extensions that jest knows', () => {
    expect(preset.moduleFileExtensions).toEqual([...defaults.moduleFileExtensions, 'yaml', 'yml']);
  });

  test('prepares the tests and reports their coverage next to jest itself', () => {
    expect(preset).toMatchObject({ setupFilesAfterEnv: [setup], reporters: ['default', reporter] });
  });
});

describe('withStepProof', () => {
  test('of nothing is the preset', () => {
    expect(withStepProof({})).toEqual(preset);
  });

  test('keeps what the configuration says', () => {
    const config = withStepProof({
      testEnvironment: 'jsdom',
      transform: { '^.+\\.tsx?$': ['ts-jest', {}] },
      moduleFileExtensions: ['ts', 'js'],
      setupFilesAfterEnv: ['./my-setup.ts'],
      reporters: ['summary', ['jest-junit', { outputDirectory: 'out' }]],
    });
    expect(config).toMatchObject({
      testEnvironment: 'jsdom',
      moduleFileExtensions: ['ts', 'js', 'yaml', 'yml'],
      setupFilesAfterEnv: [setup, './my-setup.ts'],
      reporters: ['summary', ['jest-junit', { outputDirectory: 'out' }], reporter],
    });
    expect(transformerOf('/app/order.ts', config.transform)).toEqual(['ts-jest', {}]);
    expect(transformerOf('/app/order.js', config.transform)).toBeUndefined();
    expect(transformerOf('/app/order.asl.json', config.transform)).toBe(transformer);
  });

  test('leaves the transforms of another preset alone', () => {
    const { preset: other, transform } = withStepProof({ preset: 'ts-jest' });
    expect(other).toBe('ts-jest');
    expect(Object.values(transform ?? {})).not.toContain(babelJest);
  });

  test('imports definitions even where one transformer takes everything', () => {
    const { transform } = withStepProof({ transform: { '.*': 'esbuild-jest' } });
    expect(transformerOf('/app/order.asl.json', transform)).toBe(transformer);
    expect(transformerOf('/app/order.ts', transform)).toBe('esbuild-jest');
  });

  test('leaves other YAML to a transformer that the configuration has for it', () => {
    const { transform } = withStepProof({ transform: { '\\.ya?ml$': 'jest-transform-yaml' } });
    expect(transformerOf('/app/data.yaml', transform)).toBe('jest-transform-yaml');
    expect(transformerOf('/app/order.asl.yaml', transform)).toBe(transformer);
  });

  test('adds nothing twice', () => {
    const config = withStepProof({ preset: 'ts-jest', setupFilesAfterEnv: ['./my-setup.ts'] });
    expect(withStepProof(config)).toEqual(config);
  });
});

describe('several projects', () => {
  const { reporters, ...forProject } = preset;

  test('have the reporter in the root, where jest takes it from', () => {
    const { projects, ...root } = withStepProof({ projects: ['<rootDir>/api', { displayName: 'jobs' }] });
    expect(root.reporters).toEqual(reporters);
    expect(projects).toEqual(['<rootDir>/api', { displayName: 'jobs', ...forProject }]);
  });

  test('may have files of their own', () => {
    expect(projectWithStepProof({ displayName: 'api' })).toEqual({ displayName: 'api', ...forProject });
  });
});
