import type { ErrorCode, YAMLParseError } from 'yaml';
import { quoted } from '../quoted';

/** The yaml package says what is wrong; this says what to do about it. */
const remedies: Record<ErrorCode, string> = {
  ALIAS_PROPS: 'remove the tag or the anchor before the alias',
  BAD_ALIAS: 'give it a name without ":"',
  BAD_COLLECTION_TYPE: 'remove the tag',
  BAD_DIRECTIVE: 'remove the line that starts with "%"',
  BAD_DQ_ESCAPE: 'write "\\\\" for a backslash, or put the text in single quotes',
  BAD_INDENT: 'align the line with its neighbours',
  BAD_PROP_ORDER: 'move the tag or the anchor to the value',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'begin the inner mapping on a new line',
  BLOCK_IN_FLOW: 'write the value in brackets too',
  DUPLICATE_KEY: 'remove one of them',
  IMPOSSIBLE: 'write it in a simpler way',
  KEY_OVER_1024_CHARS: 'shorten the key',
  MISSING_CHAR: 'add what is missing',
  MULTILINE_IMPLICIT_KEY: 'add ":" and a value',
  MULTIPLE_ANCHORS: 'remove one of them',
  MULTIPLE_DOCS: 'remove the second document',
  MULTIPLE_TAGS: 'remove one of them',
  NON_STRING_KEY: 'put the key in quotes',
  RESOURCE_EXHAUSTION: 'remove needless levels',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'correct the tag',
  UNEXPECTED_TOKEN: 'remove it, or put the text in quotes',
};

/** Where the package speaks the language of YAML's grammar, the words of who writes YAML. */
const rewordings: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /^Nested mappings are not allowed in compact/,
    'A second ": " on one line; put text that contains ": " in quotes, or begin the inner mapping on a new line',
  ],
  [/^Implicit (map )?keys (of flow sequence pairs )?need to be/, 'This key has no ":"; add ":" and a value'],
  [/^Missing closing/, 'The string is not closed; add the quote at its end'],
  [/^Flow .*end with a }$/, 'Expected "}" before this line; add it where the mapping ends'],
  [/^Flow .*end with a \]$/, 'Expected "]" before this line; add it where the sequence ends'],
];

/** @param text what is parsed */
export function messageOf(error: YAMLParseError, text: string): string {
  const reworded = rewordings.find(([pattern]) => pattern.test(error.message));
  if (reworded) return reworded[1];
  const what = error.code === 'UNEXPECTED_TOKEN' ? `Unexpected ${quoted(text.slice(...error.pos))}` : error.message;
  return `${what}; ${remedies[error.code]}`;
}
