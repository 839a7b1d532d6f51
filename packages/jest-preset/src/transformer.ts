import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SyncTransformer } from '@jest/transform';
import { formatOf, LineIndex, parseText, sourceMember, toJson, type Json, type ParsedText } from '@stepproof/asl';

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
    const { root, problems } = parseText(text, formatOf(path, text));
    if (!root || problems.length > 0) throw unreadable(relative(config.rootDir, path), text, problems);
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

function unreadable(file: string, text: string, problems: ParsedText['problems']): Error {
  const lines = new LineIndex(text);
  const places = problems.map(({ message, range }) => {
    const { line, column } = lines.locate(range[0]);
    return `\n  ${file}:${line}:${column}  ${message}`;
  });
  return new SyntaxError(`"${file}" cannot be imported; correct its text${places.join('')}`);
}
