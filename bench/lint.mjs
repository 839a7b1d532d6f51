// Cold start and throughput of the linter, side by side with its peers in one run. Figures are only good as ratios.
//
//   npm run bench:lint
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus, makeDefinition } from './corpus.mjs';
import { installPeers } from './install-peers.mjs';
import { linterWith, median, presetNames } from './presets.mjs';
import { worstMachines } from './worst-machines.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const { requirePeer: require } = installPeers();
const scratch = mkdtempSync(join(tmpdir(), 'stepproof-bench-'));
// Templates are looked for up to the top of a repository: what others have left in the folder above is not measured.
mkdirSync(join(scratch, '.git'));
const seconds = (run) => {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
};

// ---- cold start: the whole process, one file of 30 states
const file = join(scratch, 'one.asl.json');
writeFileSync(file, JSON.stringify(makeDefinition(30), null, 2));
const service = `
  const { getLanguageService, TextDocument } = require('amazon-states-language-service');
  const text = require('fs').readFileSync(${JSON.stringify(file)}, 'utf8');
  const service = getLanguageService({});
  const document = TextDocument.create('file:///one.asl.json', 'asl', 1, text);
  service.doValidation(document, service.parseJSONDocument(document)).then((found) => { process.exitCode = found.length ? 1 : 0; });`;
const processes = {
  'node -e 0': ['-e', '0'],
  stepproof: [join(root, 'packages/cli/bin/stepproof.js'), 'lint', file],
  'asl-validator': [join(here, 'node_modules/asl-validator/dist/bin/asl-validator.js'), '--json-path', file],
  'amazon-states-language-service': ['-e', service],
};
const starts = 9;
const cold = Object.fromEntries(Object.keys(processes).map((name) => [name, []]));
for (let start = 0; start < starts; start++) {
  for (const [name, args] of Object.entries(processes)) {
    cold[name].push(
      seconds(() => {
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: here });
        if (status > 1) throw new Error(`${name} could not run: ${stderr}`);
      }),
    );
  }
}
const bare = median(cold['node -e 0']);
console.log('\nCold start, one file of 30 states (median of %d)', starts);
for (const [name, times] of Object.entries(cold)) {
  console.log(
    `  ${name.padEnd(32)} ${(median(times) * 1000).toFixed(0).padStart(6)} ms  ${(median(times) / bare).toFixed(1).padStart(5)} x node`,
  );
}

// ---- throughput: one process, warm, the same files for all, read from the disk each time
const files = makeCorpus(200).map((definition, index) => {
  const path = join(scratch, `machine-${index}.asl.json`);
  writeFileSync(path, JSON.stringify(definition, null, 2));
  return path;
});
const eslint = linterWith('recommended', scratch);
const validate = require('asl-validator');
const { getLanguageService, TextDocument } = require('amazon-states-language-service');
const languageService = getLanguageService({});
const each = (run) => async (paths) => {
  for (const path of paths) await run(readFileSync(path, 'utf8'));
};

const engines = {
  stepproof: (paths) => eslint.lintFiles(paths),
  'asl-validator': each((text) => (validate.default ?? validate)(JSON.parse(text))),
  'amazon-states-language-service': each((text) => {
    const document = TextDocument.create('file:///one.asl.json', 'asl', 1, text);
    return languageService.doValidation(document, languageService.parseJSONDocument(document));
  }),
};
const passes = 5;
const rates = {};
for (const [name, run] of Object.entries(engines)) {
  // A fifth of a second for each definition is all the patience that the slowest one needs.
  const sample = name === 'asl-validator' ? files.slice(0, 10) : files;
  const times = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    await run(sample);
    times.push((performance.now() - start) / 1000);
  }
  rates[name] = sample.length / median(times);
}
console.log('\nThroughput, %d definitions (median of %d passes; asl-validator: 10 of them)', files.length, passes);
for (const [name, rate] of Object.entries(rates)) {
  console.log(
    `  ${name.padEnd(32)} ${rate.toFixed(0).padStart(6)} definitions/s  stepproof is ${(rates.stepproof / rate).toFixed(1)} x`,
  );
}

// ---- what the analyses cost. Each preset has a process of its own, as in practice: in one process, each would collect what the
// others leave, and run code that V8 has compiled for the others as well.
const rounds = 5;
const runPreset = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'presets.mjs'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args[0]} could not run: ${stderr}`);
  return stdout;
};
/** What each preset takes in milliseconds, in turns, and how often what the rules of validity take. */
function comparePresets(what, measure) {
  const taken = Object.fromEntries(presetNames.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of presetNames) taken[name].push(measure(name));
  const least = median(taken['validity rules alone']);
  for (const [name, times] of Object.entries(taken)) {
    console.log(
      `  ${what.padEnd(16)} ${name.padEnd(20)} ${median(times).toFixed(2).padStart(8)} ms  ${(median(times) / least).toFixed(2).padStart(5)} x validity alone`,
    );
  }
}

// As people run it: a process that starts, lints some files once, and ends.
console.log('\nA whole run of each preset, from the start of its process to its end (median of %d)', rounds);
for (const number of [1, 20, files.length]) {
  comparePresets(
    `${number} definition${number > 1 ? 's' : ''}`,
    (name) => 1000 * seconds(() => runPreset(name, scratch, String(number))),
  );
}

// And what is left of that once all is loaded and compiled.
console.log('\nThe same, warm: %d definitions, processor time (median of %d processes)', files.length, rounds);
comparePresets('for each', (name) => Number(runPreset(name, scratch)));

// ---- the worst machines, each once by each preset
console.log('\nMachines that are large in one respect (one run each)');
const presets = { recommended: eslint, strict: linterWith('strict', scratch) };
for (const [name, machine] of Object.entries(worstMachines())) {
  const text = JSON.stringify(machine, null, 2);
  const times = [];
  for (const [preset, linter] of Object.entries(presets)) {
    const start = performance.now();
    const [{ messages }] = await linter.lintText(text, { filePath: join(scratch, 'worst.asl.json') });
    if (messages.some(({ fatal }) => fatal)) throw new Error(`${name} cannot be read: ${messages[0].message}`);
    times.push(`${preset} ${(performance.now() - start).toFixed(0).padStart(5)} ms`);
  }
  console.log(`  ${name.padEnd(40)} ${times.join('   ')}`);
}
rmSync(scratch, { recursive: true });
