import type { Config } from 'jest';

/** The extensions that jest looks for by itself, and those of YAML. */
const moduleFileExtensions = [
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'json', 'node'],
  ...['yaml', 'yml'],
];

const transformer = require.resolve('./transformer');

/** What makes definitions importable. Jest takes the first pattern that matches, so it stands before all others. */
const definitionTransform = { '\\.asl\\.(?:json|ya?ml)$': transformer };

/** Makes other YAML files importable, such as templates, as long as nobody has another transformer for them. */
const yamlTransform = { '\\.ya?ml$': transformer };

/** What jest transforms by itself as long as nobody gives a `transform`. */
const sourceTransform = { '\\.[jt]sx?$': require.resolve('babel-jest') };

const setup = require.resolve('./setup');
const reporter = require.resolve('./reporter');

/** What `preset: '@stepproof/jest-preset'` stands for. */
export const preset = {
  transform: { ...definitionTransform, ...sourceTransform, ...yamlTransform },
  moduleFileExtensions,
  setupFilesAfterEnv: [setup],
  reporters: ['default', reporter],
} satisfies Config;

/**
 * Adds the preset to a configuration that has a preset of its own (ts-jest, next, react-native); jest takes only one.
 * What the configuration says is kept. Of several projects, those are prepared that are written into `projects`.
 */
export function withStepProof<C extends Config>(config: C): C & Config {
  const { projects, reporters = ['default'] } = config;
  return {
    ...projectWithStepProof(config),
    ...(projects && {
      projects: projects.map((project) => (typeof project === 'string' ? project : projectWithStepProof(project))),
    }),
    reporters: joined<NonNullable<Config['reporters']>[number]>(reporters, [reporter]),
  };
}

/**
 * The same for one of several projects that has a file of its own. Jest takes reporters from the root configuration only:
 * `withStepProof` belongs there.
 */
export function projectWithStepProof<C extends Config>(config: C): C & Config {
  const isTransformed = config.transform !== undefined || config.preset !== undefined;
  const own = isTransformed ? config.transform : sourceTransform;
  return {
    ...config,
    // What is spread twice keeps its place before ours, and its value where the pattern is the same.
    transform: { ...definitionTransform, ...own, ...yamlTransform, ...own },
    moduleFileExtensions: joined(config.moduleFileExtensions ?? moduleFileExtensions, ['yaml', 'yml']),
    setupFilesAfterEnv: joined([setup], config.setupFilesAfterEnv ?? []),
  };
}

const joined = <T>(first: readonly T[], second: readonly T[]): T[] => [...new Set([...first, ...second])];
