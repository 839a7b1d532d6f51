import type jsonata from 'jsonata';
import type { ExpressionProblem, ExpressionResult } from '../result';
import type { Span } from '../span';
import type { JsonataNode } from './ast';
import { referencesOf, TooDeep } from './collect-references';
import { closeDelimiter, isJsonata, openDelimiter } from './delimiters';
import { freeTree } from './free-tree';
import { jsonataPackage } from './jsonata-package';
import { fillPlaceholders, placeholdersOf } from './placeholders';
import { readCommon } from './read-common';
import { noReferences, type JsonataReferences } from './references';

/** A JSONata expression of a definition. All positions are offsets into `text`, delimiters included. */
export interface Jsonata {
  /** The expression as written, with its delimiters. */
  readonly text: string;
  /** What stands between the delimiters, trimmed: how AWS quotes the expression in its error messages. */
  readonly code: string;
  /** The syntax tree, made with fillers for placeholders if need be; undefined if nothing can be said about the text. */
  readonly ast?: JsonataNode;
  /** Whether the tree says all that the text says and can be evaluated: no fillers, and nothing that this engine cannot read. */
  readonly isComplete: boolean;
  /** Whether parts of the text are only known after deployment. */
  readonly hasPlaceholders: boolean;
  readonly references: JsonataReferences;
}

/** What the last texts were parsed to: definitions say the same again and again, `{% $states.result.Payload %}` for one. */
const known = new Map<string, ExpressionResult<Jsonata>>();
/** A tree is some fifty times as large as its text, so few are kept, and none of long texts, which are hardly repeated. */
const limits = { texts: 1000, length: 500 } as const;

/**
 * Parses a JSONata string with its delimiters. Problems carry the text of JSONata's parser, as AWS reports it under
 * INVALID_JSONATA_EXPRESSION. The parser is JSONata 2.0.6, the language version of Step Functions. The same text may give the
 * same result again; nobody may change it.
 */
export function parseJsonata(text: string): ExpressionResult<Jsonata> {
  let result = known.get(text);
  if (result) return result;
  result = parse(text);
  if (known.size >= limits.texts) known.clear();
  if (text.length <= limits.length) known.set(text, result);
  return result;
}

function parse(text: string): ExpressionResult<Jsonata> {
  if (!isJsonata(text)) {
    const message = `The text is not enclosed in "${openDelimiter}" and "${closeDelimiter}"; add both`;
    return { problems: [{ message, start: 0, end: text.length }] };
  }
  const code = text.slice(openDelimiter.length, -closeDelimiter.length);
  // Blanks in place of the opening delimiter make the parser's positions offsets into the text.
  const source = openDelimiter.replace(/./g, ' ') + code;
  const placeholders = placeholdersOf(source);
  const common = { text, code: code.trim(), hasPlaceholders: placeholders.length > 0 };

  const compiled = compile(source, text);
  if ('ast' in compiled) {
    const { ast, references } = compiled;
    return { value: { ...common, ast, isComplete: true, references: outside(placeholders, references) }, problems: [] };
  }
  if (placeholders.length > 0) {
    // What a placeholder stands for may be a name or a number; if neither reads, anything may be right.
    for (const filler of ['_', '1']) {
      const filled = compile(fillPlaceholders(source, placeholders, filler), text);
      if (!('ast' in filled)) continue;
      return {
        value: { ...common, ast: filled.ast, isComplete: false, references: outside(placeholders, filled.references) },
        problems: [],
      };
    }
  } else if (compiled.problem !== undefined) {
    return { problems: [compiled.problem] };
  }
  return { value: { ...common, isComplete: false, references: noReferences }, problems: [] };
}

interface Compiled {
  readonly ast: JsonataNode;
  readonly references: JsonataReferences;
}

/** Why a text was not compiled; without a problem, AWS's engine may still take it. */
interface NotCompiled {
  readonly problem?: ExpressionProblem;
}

function compile(source: string, text: string): Compiled | NotCompiled {
  try {
    const ast = readCommon(source) ?? freeTree(jsonataPackage()(source).ast());
    return { ast, references: referencesOf(ast, text) };
  } catch (failure) {
    if (failure instanceof RangeError || failure instanceof TooDeep) {
      const message = 'The expression is nested too deeply; compute parts of it in variables';
      return { problem: { message, start: 0, end: text.length } };
    }
    // Anything but JSONata's own errors is this engine's: JavaScript refuses regular expressions that Java takes.
    if (!isJsonataError(failure)) return {};
    return { problem: { message: failure.message, ...spanOfError(failure, text) } };
  }
}

function isJsonataError(failure: unknown): failure is jsonata.JsonataError {
  return typeof failure === 'object' && failure !== null && 'code' in failure && 'message' in failure;
}

/** Errors whose position is where the token at fault begins; that of all others is behind it. */
const positionedBefore = new Set(['S0102', 'S0106']);
/** Errors in an escape sequence, positioned behind its backslash. */
const positionedInEscape = new Set(['S0103', 'S0104']);

function spanOfError(error: jsonata.JsonataError, text: string): Span {
  const { code, position, token: value } = error as { code: string; position?: number; token?: unknown };
  const first = openDelimiter.length;
  const last = text.length - closeDelimiter.length;
  if (position === undefined) return { start: 0, end: text.length };
  if (positionedInEscape.has(code)) return { start: position - 1, end: position + 1 };
  const token = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (positionedBefore.has(code)) return { start: position, end: position + Math.max(1, token.length) };
  const hasToken = token !== '' && text.slice(first, position).endsWith(token);
  // Nothing is left to point at: point at the closing delimiter.
  if (position >= last && !hasToken) return { start: last, end: text.length };
  return { start: Math.max(first, position - (hasToken ? token.length : 1)), end: Math.max(position, first) };
}

/** Leaves out what only a placeholder or its filler seems to refer to. */
function outside(placeholders: readonly Span[], references: JsonataReferences): JsonataReferences {
  const kept = <T extends Span>(found: readonly T[]) => withoutOverlap(found, placeholders);
  return {
    topLevel: kept(references.topLevel),
    states: kept(references.states),
    variables: kept(references.variables),
    calls: kept(references.calls),
  };
}

/** Both lists are in the order of the text, so one sweep over them is enough. */
function withoutOverlap<T extends Span>(found: readonly T[], placeholders: readonly Span[]): readonly T[] {
  let index = 0;
  return found.filter(({ start, end }) => {
    while ((placeholders[index]?.end ?? Infinity) <= start) index++;
    return end <= (placeholders[index]?.start ?? Infinity);
  });
}
