import { Composer, CST, isScalar, Lexer, Parser, type Document, type ParsedNode, type YAMLParseError } from 'yaml';
import { maxDepth } from '../limits';
import type { Range } from '../located';
import { maskPlaceholders, unmaskPlaceholders } from './placeholder';

/** What the yaml package makes of a text, with the places that its nodes do not keep. */
export interface YamlDocument {
  readonly contents: ParsedNode | undefined;
  readonly errors: readonly YAMLParseError[];
  readonly comments: readonly Range[];
  /** Where the tags stand, in order. */
  readonly tags: readonly Range[];
  /** Where the text nests deeper than can be read; then there are no contents. */
  readonly tooDeepAt: number | undefined;
  /** The text of a scalar, given its `source`. */
  readonly textOf: (source: string) => string;
}

/**
 * - `uniqueKeys` compares every key with every other; `merge` and known tags are read in yaml-tree.ts.
 * - The core schema is YAML 1.2's: `Yes`, `on` and dates are strings, also below a `%YAML 1.1` directive.
 */
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Composes the first document that is not empty. YAML 1.2 wants the lines inside brackets and quotes indented deeper than
 * the key before them; the parsers that AWS and others use do not ask for it, so a text that is sound but for that is read.
 */
export function composeYaml(text: string): YamlDocument {
  const strict = compose(text, new Lexer());
  if (strict.errors.length === 0) return strict;
  const lenient = compose(text, new LenientLexer());
  return lenient.errors.length === 0 ? lenient : strict;
}

/** The text is lexed once: comments and tags come from the lexemes that the parser gets. */
function compose(text: string, lexer: Pick<Lexer, 'lex'>): YamlDocument {
  const masked = maskPlaceholders(text);
  const parser = new Parser();
  const composer = new Composer(options);
  const comments: Range[] = [];
  const tags: Range[] = [];
  let errors: YAMLParseError[] = [];
  let contents: ParsedNode | undefined;
  let tooDeepAt: number | undefined;
  let atScalar = false;

  for (const lexeme of lexer.lex(masked)) {
    const range: Range = [parser.offset, parser.offset + lexeme.length];
    if (!atScalar && lexeme.startsWith('#')) comments.push(range);
    if (!atScalar && lexeme.startsWith('!')) tags.push(range);
    atScalar = !atScalar && lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) accept(composer.next(token));
    // Both the parser and the composer recurse as deep as the text nests
    if (depthOf(parser) > maxDepth) [tooDeepAt, errors] = [range[0], []];
    if (contents || tooDeepAt !== undefined) return result();
  }
  for (const token of parser.end()) accept(composer.next(token));
  accept(composer.end(true, text.length));
  return result();

  function accept(documents: Iterable<Document.Parsed>): void {
    for (const document of documents) {
      if (contents) return;
      for (const error of document.errors) errors.push(error);
      if (document.contents && !isEmpty(document.contents)) contents = document.contents;
    }
  }

  function result(): YamlDocument {
    const textOf = masked === text ? (source: string): string => source : unmaskPlaceholders;
    return { contents, errors, comments, tags, tooDeepAt, textOf };
  }
}

/** What the package's types do not show of its lexer. */
interface LexerState {
  flowLevel: number;
  /** The least indentation of the next line, asked for after each line break. */
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
}

/** Does not look at the indentation inside brackets and quotes. */
class LenientLexer {
  *lex(text: string): Generator<string> {
    const lexer = new Lexer();
    const state = lexer as unknown as LexerState;
    readQuotesAtAnyIndentation(state);
    let indentOutside: number | undefined;
    for (const lexeme of lexer.lex(text)) {
      if (state.flowLevel > 0) {
        indentOutside ??= state.indentNext;
        state.indentNext = 0;
      } else if (indentOutside !== undefined) {
        state.indentNext = indentOutside;
        indentOutside = undefined;
      }
      yield lexeme;
    }
  }
}

function readQuotesAtAnyIndentation(state: LexerState): void {
  const parse = state.parseQuotedScalar.bind(state);
  state.parseQuotedScalar = function* () {
    const { indentNext } = state;
    state.indentNext = 0;
    const next = yield* parse();
    state.indentNext = indentNext;
    return next;
  };
}

/** The parser's stack: the document, the open collections and perhaps a scalar. */
function depthOf({ stack }: Parser): number {
  return CST.isCollection(stack.at(-1)) ? stack.length - 1 : stack.length - 2;
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null && !node.source && !node.tag && !node.anchor;
}
