import { formatOf, type Format, type WorkflowType } from '@stepproof/asl';
import type { AslRuleDefinition } from '@stepproof/rules';
import { RuleTester } from 'eslint';
import { stringify } from 'yaml';
import { aslLanguage } from './language/asl-language';
import { linesOf, type Lines, type Place } from './rule-tester/place';

export type { Lines, Place };

type Message<MessageIds extends string> =
  | { readonly messageId: MessageIds; readonly data?: Readonly<Record<string, unknown>> }
  | { readonly message: string | RegExp };

type Description<MessageIds extends string> =
  { readonly messageId: MessageIds; readonly data?: Readonly<Record<string, unknown>> } | { readonly desc: string };

/** What a fix makes of a definition: an object where only values change, else the text in both formats. */
type FixedDefinition = { readonly output?: object } | { readonly outputText?: Readonly<Record<Format, string>> };
interface FixedText {
  readonly output?: string;
}

interface CaseOptions<Options extends unknown[]> {
  readonly name?: string;
  readonly only?: boolean;
  readonly options?: Partial<Options>;
  /** The type of workflow, as in the language options. */
  readonly type?: WorkflowType;
  /** The contract of the machine, as in the language options. */
  readonly contracts?: object;
}

/** Runs twice: once written as JSON, once as YAML. */
export interface DefinitionCase<Options extends unknown[]> extends CaseOptions<Options> {
  readonly definition: object;
}

/** For what an object cannot say: comments, placeholders without quotes, duplicate keys, templates. */
export interface TextCase<Options extends unknown[]> extends CaseOptions<Options> {
  readonly code: string;
  /** Decides the kind of file, as in practice. Default: a file with one definition in the format of the text. */
  readonly filename?: string;
}

export type InvalidDefinition<Options extends unknown[], MessageIds extends string> = DefinitionCase<Options> &
  FixedDefinition & {
    readonly errors: readonly (Message<MessageIds> &
      (Place | Readonly<Record<Format, Lines>>) & {
        readonly suggestions?: readonly (Description<MessageIds> & FixedDefinition)[];
      })[];
  };

export type InvalidText<Options extends unknown[], MessageIds extends string> = TextCase<Options> &
  FixedText & {
    readonly errors: readonly (Message<MessageIds> &
      (Place | Lines) & { readonly suggestions?: readonly (Description<MessageIds> & FixedText)[] })[];
  };

export interface AslRuleTests<Options extends unknown[], MessageIds extends string> {
  readonly valid: readonly (DefinitionCase<Options> | TextCase<Options>)[];
  readonly invalid: readonly (InvalidDefinition<Options, MessageIds> | InvalidText<Options, MessageIds>)[];
}

/** A case of any kind, as this file looks at it. */
interface AnyCase extends CaseOptions<unknown[]>, AnyFixed {
  readonly definition?: object;
  readonly code?: string;
  readonly filename?: string;
  readonly errors?: readonly AnyError[];
}

interface AnyFixed {
  readonly output?: object | string;
  readonly outputText?: Readonly<Record<Format, string>>;
}

interface AnyDescription {
  readonly messageId?: string;
  readonly message?: string | RegExp;
  readonly desc?: string;
  readonly data?: object;
}

interface AnyError extends AnyDescription, Partial<Place>, Partial<Lines>, Partial<Record<Format, Lines>> {
  readonly suggestions?: readonly (AnyDescription & AnyFixed)[];
}

const formats = ['json', 'yaml'] as const;

const textIn: Record<Format, (definition: object) => string> = {
  json: (definition) => `${JSON.stringify(definition, null, 2)}\n`,
  yaml: (definition) => stringify(definition, { lineWidth: 0, aliasDuplicateObjects: false }),
};

/**
 * ESLint's RuleTester for Amazon States Language. A case given as an object is run as JSON and as YAML; every error
 * states its place, and messages, places, fixes and suggestions must all be exactly as stated:
 *
 *     new AslRuleTester().run('no-wait', rule, {
 *       valid: [{ definition: machine({ Type: 'Succeed' }) }],
 *       invalid: [{ definition: machine({ Type: 'Wait', Seconds: 5, End: true }),
 *                   errors: [{ messageId: 'wait', at: '/States/A/Type' }] }],
 *     });
 *
 * It uses the `describe` and `it` of the test runner, which can be set on ESLint's RuleTester.
 */
export class AslRuleTester {
  readonly #tester = new RuleTester({
    plugins: { asl: { languages: { asl: aslLanguage } } },
    language: 'asl/asl',
  });

  run<Options extends unknown[], MessageIds extends string>(
    name: string,
    rule: AslRuleDefinition<Options, MessageIds>,
    { valid, invalid }: AslRuleTests<Options, MessageIds>,
  ): void {
    this.#tester.run(name, rule, {
      valid: valid.flatMap(writtenIn).map(validCase),
      invalid: invalid.flatMap(writtenIn).map(invalidCase),
    });
  }
}

/** A case in one format. */
interface Written {
  readonly test: AnyCase;
  readonly name: string;
  readonly code: string;
  readonly filename: string;
  readonly format: Format;
}

function writtenIn(test: AnyCase): Written[] {
  const { name, definition, code } = test;
  if (code !== undefined) {
    const filename = test.filename ?? `definition.asl.${formatOf('', code)}`;
    return [{ test, name: name ?? code, code, filename, format: formatOf(filename, code) }];
  }
  return formats.map((format) => ({
    test,
    name: `${name ?? JSON.stringify(definition)} (${format})`,
    code: textIn[format](definition!),
    filename: `definition.asl.${format}`,
    format,
  }));
}

function validCase({ test, name, code, filename }: Written): RuleTester.ValidTestCase {
  const { options = [], only, type, contracts } = test;
  return {
    name,
    code,
    filename,
    options,
    ...(only && { only }),
    ...((type ?? contracts) && { languageOptions: { ...(type && { type }), ...(contracts && { contracts }) } }),
  };
}

function invalidCase(written: Written): RuleTester.InvalidTestCase {
  const { test, name, code, format } = written;
  const errors = (test.errors ?? []).map((error, index) => ({
    ...described(error),
    ...placeOf(error, `Error ${index + 1} of "${name}"`, code, format),
    ...(error.suggestions && {
      suggestions: error.suggestions.map((suggestion) => ({
        ...described(suggestion),
        ...fixedIn(suggestion, format),
      })),
    }),
  }));
  return { ...validCase(written), ...fixedIn(test, format), errors: errors as RuleTester.TestCaseError[] };
}

/** The message, without places and fixes. ESLint refuses members that are there but undefined. */
function described({ messageId, message, desc, data }: AnyDescription): object {
  const members = Object.entries({ messageId, message, desc, data });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function fixedIn({ output, outputText }: AnyFixed, format: Format): { output?: string } {
  if (outputText) return { output: outputText[format] };
  if (output === undefined) return {};
  return { output: typeof output === 'string' ? output : textIn[format](output) };
}

function placeOf(error: AnyError, what: string, code: string, format: Format): Lines {
  const { at, part, find } = error;
  if (at !== undefined) return linesOf({ at, part, find }, code, format);
  const { line, column, endLine, endColumn } = error[format] ?? error;
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) {
    throw new Error(`${what} states no exact place; give "at", or "line", "column", "endLine" and "endColumn"`);
  }
  return { line, column, endLine, endColumn };
}
