import { isScriptFile, sourceSpeaksOfStates } from '@stepproof/asl';
import type { Linter } from 'eslint';

/** What ESLint calls the part of a source that is linted as state machines: `src/order.ts/0_machines.asl-source`. */
const partName = 'machines.asl-source';

/** In the language of the source ESLint does not know what a comment for our rules keeps quiet. */
const ownDirective = /^Unused eslint-(?:disable|enable) directive .*'asl\/[^']*'/;

/**
 * Lints a source a second time, as one that holds state machines, beside what else is done with it: both times it is the
 * whole text, so every place is a place in the file.
 */
export const sourceProcessor: Linter.Processor = {
  meta: { name: 'asl/source' },
  supportsAutofix: true,
  preprocess: (text, filename) =>
    isScriptFile(filename) && sourceSpeaksOfStates(text) ? [text, { text, filename: partName }] : [text],
  postprocess: ([asSource = [], asMachines = []]) => [
    ...asSource.filter(({ ruleId, message }) => !(ruleId?.startsWith('asl/') ?? ownDirective.test(message))),
    ...asMachines,
  ],
};
