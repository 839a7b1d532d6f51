// What tests get as `fast-check`: the same seed in every CI run, so that a red run can be repeated. fast-check prints
// the seed of a failure; FC_SEED sets another one, and FC_RUNS how often every property is tried, whatever the test says:
// that is for `npm run fuzz`. The path goes around the name, which jest maps to this file.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const seed = process.env.FC_SEED ?? (process.env.CI ? 42 : undefined);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

const numRuns = Number(process.env.FC_RUNS ?? 0);
const assert = (property, parameters) => fc.assert(property, { ...parameters, numRuns });

module.exports = numRuns > 0 ? { ...fc, assert, default: { ...fc.default, assert } } : fc;
Object.defineProperty(module.exports, '__esModule', { value: true });
