import type { Config } from 'jest';

/** The extensions that jest looks for by itself, and those of YAML. */
const moduleFileExtensions = [
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'json', 'node'],
  ...['yaml', 'yml'],
];

/** What makes definitions importable: `.asl.json`, and YAML files whether they are definitions or templates. */
const definitionTransform = { '\\.(?:asl\\.json|ya?ml)$': require.resolve('./transformer') };

/** What jest transforms by itself as long as nobody gives a `transform`. */
const sourceTransform = { '\\.[jt]sx?$': require.resolve('babel-jest') };

const setup = require.resolve('./setup');
const reporter = require.resolve('./reporter');

/** What `preset: '@stepproof/jest-preset'` stands for. */
export const preset = {
  transform: { ...definitionTransform, ...sourceTransform },
  moduleFileExtensions,
  setupFilesAfterEnv: [setup],
  reporters: ['default', reporter],
} satisfies Config;

/**
 * Adds the preset to a configuration that has a preset of its own (ts-jest, next, react-native); jest takes only one.
 * What the configuration says is kept.
 */
export function withStepProof<C extends Config>(config: C): C {
  const { transform, preset: other } = config;
  const isTransformed = transform !== undefined || other !== undefined;
  return {
    ...config,
    transform: { ...transform, ...definitionTransform, ...(isTransformed ? {} : sourceTransform) },
    moduleFileExtensions: joined(config.moduleFileExtensions ?? moduleFileExtensions, ['yaml', 'yml']),
    setupFilesAfterEnv: joined([setup], config.setupFilesAfterEnv ?? []),
    reporters: joined<NonNullable<Config['reporters']>[number]>(config.reporters ?? ['default'], [reporter]),
  };
}

const joined = <T>(first: readonly T[], second: readonly T[]): T[] => [...new Set([...first, ...second])];
