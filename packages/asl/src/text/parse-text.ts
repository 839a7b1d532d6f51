import { parseJson } from './json/parse-json';
import { textOf, type Format, type LocatedText, type ParsedText } from './located';
import type * as yaml from './yaml/parse-yaml';

/**
 * Reads a text into a located tree. Never throws, and reports every mistake it finds. Of a text inside another one, such
 * as a definition string in a template, all places are places in the file.
 */
export function parseText(text: LocatedText | string, format: Format): ParsedText {
  const source = typeof text === 'string' ? textOf(text) : text;
  const parsed = format === 'json' ? parseJson(source) : loadYaml().parseYaml(source);
  if (parsed.root || parsed.problems.length > 0) return parsed;
  const what = typeof text === 'string' ? 'file' : 'string';
  const message = `The ${what} is empty; write a state machine, an object with "StartAt" and "States"`;
  return { ...parsed, problems: [{ message, range: [source.at(0), source.at(source.value.length)] }] };
}

/** The YAML library takes a good part of a cold start, and most definitions are JSON: it is loaded by the first YAML. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
const loadYaml = () => require('./yaml/parse-yaml') as typeof yaml;
