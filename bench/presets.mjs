// The presets and the rules of validity alone, as ESLint runs them. As a program: what one of them costs for each of the files in a
// folder, in milliseconds of processor time (median of the passes after V8 has compiled what is used). With a number, so many of the
// files are linted once, and nothing is measured: for a look at the whole process from outside.
//
//   node bench/presets.mjs PRESET FOLDER [NUMBER]
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { ESLint } = createRequire(join(root, 'packages/cli/package.json'))('eslint');
const plugin = createRequire(join(root, 'package.json'))('@stepproof/linter').default;

const onlyErrors = plugin.configs.recommended.map((config) => ({
  ...config,
  ...(config.rules && {
    rules: Object.fromEntries(Object.entries(config.rules).filter(([, setting]) => [setting].flat()[0] === 'error')),
  }),
}));

const configs = {
  'validity rules alone': onlyErrors,
  recommended: plugin.configs.recommended,
  strict: plugin.configs.strict,
};

export const presetNames = Object.keys(configs);

/** A linter with that preset and nothing else, for files in the folder. */
export const linterWith = (preset, cwd) =>
  new ESLint({ cwd, overrideConfigFile: true, overrideConfig: configs[preset] });

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('machine-'))
    .map((name) => join(folder, name));

async function measure(preset, folder) {
  const linter = linterWith(preset, folder);
  const files = filesIn(folder);
  const spent = [];
  for (let pass = -10; pass < 9; pass++) {
    const start = process.cpuUsage();
    await linter.lintFiles(files);
    const { user, system } = process.cpuUsage(start);
    if (pass >= 0) spent.push((user + system) / 1000 / files.length);
  }
  return median(spent);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [preset, folder, number] = process.argv.slice(2);
  if (number) await linterWith(preset, folder).lintFiles(filesIn(folder).slice(0, Number(number)));
  else process.stdout.write(String(await measure(preset, folder)));
}
