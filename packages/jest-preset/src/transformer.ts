import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SyncTransformer } from '@jest/transform';
import { documentsOf, formatOf, furtherDocuments, parseText, sourceMember, toJson, type Json } from '@stepproof/asl';
import { UnreadableFileError } from './unreadable-file-error';

const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
};

/**
 * Makes definitions importable, as jest's transformers do. A definition is given the path of its file in `$source`, by
 * which the harness finds the lines for messages and coverage; other YAML files are given as they are.
 */
const transformer: SyncTransformer = {
  // Coverage of a definition counts what executions run through; that the module was loaded is of no interest.
  canInstrument: true,

  process(text, path, { config }) {
    const format = formatOf(path, text);
    const documents = documentsOf(text, format);
    const { root, problems: faults } = parseText(documents[0]!, format);
    const problems = [...faults, ...furtherDocuments(documents)];
    if (!root || problems.length > 0) throw new UnreadableFileError(relative(config.rootDir, path), { text, problems });
    const json = JSON.stringify(withSource(toJson(root), path));
    return { code: path.endsWith('.json') ? json : `module.exports = ${json};` };
  },

  getCacheKey: (text, path, { config }) =>
    createHash('sha256').update([version, config.rootDir, path, text].join('\0')).digest('hex').slice(0, 32),
};

export default transformer;

function withSource(value: Json, path: string): Json {
  const isDefinition = typeof value === 'object' && value !== null && 'StartAt' in value && 'States' in value;
  return isDefinition ? { ...value, [sourceMember]: path } : value;
}
