import type { IntrinsicArgument } from '../../expressions/intrinsic/ast';
import { parseIntrinsic } from '../../expressions/intrinsic/parse';
import type { JsonPath } from '../../expressions/json-path/ast';
import { parseJsonPath } from '../../expressions/json-path/parse';
import type { JsonataNode } from '../../expressions/jsonata/ast';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parseJsonata } from '../../expressions/jsonata/parse';
import type { LocatedString } from '../../text/located';

/** What is known of a text before it is made. */
export interface MadeText {
  /** The text, `filled` in it for each part that is only known later. */
  readonly pattern: string;
  /** How many characters it has at least, and at most: Infinity where that is not known. */
  readonly least: number;
  readonly most: number;
}

/** Stands for what is only known later; no text has it (object replacement character). */
const filled = '\uFFFC';

const unknown: MadeText = { pattern: filled, least: 0, most: Infinity };

function literal(text: string): MadeText {
  const { length } = Array.from(text);
  return { pattern: text, least: length, most: length };
}

const someText = (least: number, most: number): MadeText => ({ pattern: filled, least, most });

/**
 * The text of a member, which is written out, has placeholders in it, or is made by a path (`isPath`: the key ends with
 * `.$`), an intrinsic function or JSONata.
 */
export function madeTextOf({ value }: LocatedString, isPath: boolean): MadeText {
  if (!isPath) return isJsonata(value) ? ofJsonata(value) : joined(value.split(placeholder).map(literal));
  const parsed = value.startsWith('$') ? parseJsonPath(value) : parseIntrinsic(value);
  return parsed.value ? ofArgument(parsed.value) : unknown;
}

const placeholder = /\$\{[^}]*\}/;

/** What stands between the parts is only known later. */
const joined = (parts: readonly MadeText[]): MadeText =>
  parts.reduce((before, part) => concatenated([before, unknown, part]));

const concatenated = (parts: readonly MadeText[]): MadeText =>
  parts.reduce((before, part) => ({
    pattern: before.pattern + part.pattern,
    least: before.least + part.least,
    most: before.most + part.most,
  }));

/** The name of an execution is a UUID unless whoever starts it gives another one: its ARN is hardly ever shorter. */
const executionArn = 'arn:aws:states:us-east-1:123456789012:execution:m:';

const someTime = literal('2026-01-01T00:00:00.000Z');

const context: Readonly<Record<string, MadeText>> = {
  'Execution.Id': concatenated([literal(executionArn), someText(36, 80 + 80)]),
  'Execution.Name': someText(1, 80),
  'Execution.StartTime': someTime,
  'State.EnteredTime': someTime,
  'State.Name': someText(1, 80),
  'StateMachine.Id': concatenated([literal('arn:aws:states:us-east-1:123456789012:stateMachine:'), someText(1, 160)]),
  'StateMachine.Name': someText(1, 80),
};

const ofContext = (names: readonly string[]): MadeText => {
  const path = names.join('.');
  return Object.hasOwn(context, path) ? context[path]! : unknown;
};

/** The hexadecimal digits of a hash. */
const digits: Readonly<Record<string, number>> = { MD5: 32, 'SHA-1': 40, 'SHA-256': 64, 'SHA-384': 96, 'SHA-512': 128 };

const hash = (algorithm: unknown): MadeText => {
  const length = typeof algorithm === 'string' && Object.hasOwn(digits, algorithm) ? digits[algorithm] : undefined;
  return length === undefined ? unknown : someText(length, length);
};
const uuid = someText(36, 36);

function ofArgument(argument: IntrinsicArgument): MadeText {
  switch (argument.kind) {
    case 'string':
      return literal(argument.value);
    case 'path':
      return ofPath(argument);
    case 'call':
      if (argument.name === 'States.UUID') return uuid;
      if (argument.name === 'States.Format') return ofFormat(argument.arguments);
      if (argument.name !== 'States.Hash') return unknown;
      return argument.arguments[1]?.kind === 'string' ? hash(argument.arguments[1].value) : unknown;
    default:
      return unknown;
  }
}

function ofPath({ root, segments }: JsonPath): MadeText {
  if (root.kind !== 'context') return unknown;
  const names = segments.map((segment) => (segment.kind === 'name' ? segment.name : '*'));
  return ofContext(names);
}

function ofFormat([template, ...values]: readonly IntrinsicArgument[]): MadeText {
  if (template?.kind !== 'string') return unknown;
  const [first = '', ...others] = template.parts;
  const rest = others.flatMap((part, at) => {
    const value = values[at];
    return [value ? ofArgument(value) : unknown, literal(part)];
  });
  return concatenated([literal(first), ...rest]);
}

function ofJsonata(text: string): MadeText {
  const { value: jsonata } = parseJsonata(text);
  return jsonata?.ast && jsonata.isComplete && !jsonata.hasPlaceholders ? ofNode(jsonata.ast) : unknown;
}

function ofNode(node: JsonataNode): MadeText {
  if (node.predicate ?? node.stages ?? node.group ?? node.focus ?? node.index) return unknown;
  switch (node.type) {
    case 'string':
      return literal(String(node.value));
    case 'binary':
      return node.value === '&' ? concatenated([ofNode(node.lhs), ofNode(node.rhs)]) : unknown;
    case 'path': {
      const [root, ...names] = node.steps.map((step) => ('value' in step ? step.value : undefined));
      return root === 'states' && names[0] === 'context' ? ofContext(names.slice(1).map(String)) : unknown;
    }
    case 'function': {
      const { procedure, arguments: given } = node;
      if (procedure.type !== 'variable') return unknown;
      if (procedure.value === 'uuid') return uuid;
      if (procedure.value === 'now' && !given.length) return someTime;
      return procedure.value === 'hash' && given[1]?.type === 'string' ? hash(given[1].value) : unknown;
    }
    default:
      return unknown;
  }
}
