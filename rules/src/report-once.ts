import type { Range } from '@stepproof/asl';
import type { AslRuleContext, AslSyntaxElement } from './rule-types';

type Report<Options extends unknown[], MessageIds extends string> = AslRuleContext<Options, MessageIds>['report'];
interface Edit {
  readonly range: Range;
  readonly text: string;
}
type Fixer = (...given: never[]) => unknown;
interface Fixable {
  readonly fix?: Fixer | null;
}
interface Place {
  readonly line: number;
  readonly column: number;
}
/** What a report says, without what it would change: that holds on to the tree. */
interface Saying {
  readonly loc?: Place | { readonly start: Place };
  readonly messageId?: string;
  readonly data?: unknown;
}
interface Descriptor extends Saying, Fixable {
  readonly node?: AslSyntaxElement;
  readonly suggest?: readonly Fixable[] | null;
}

/**
 * Reports as rules do, but what several places share is told of once: an anchor of YAML, a local of Terraform, a constant.
 * What stands in a sibling of a Terraform file is told of there. In a file whose definitions stand in another language,
 * edits are written as that has it. ESLint leaves out a fix that gives nothing.
 *
 * It is no object with ESLint's for its prototype: V8 makes a hidden class for each object that becomes one.
 */
export class ReportOnce<Options extends unknown[], MessageIds extends string> implements AslRuleContext<
  Options,
  MessageIds
> {
  #context: AslRuleContext<Options, MessageIds>;
  readonly options: Options;
  /** A property, as ESLint's is, for rules that take it out of the context. */
  readonly report: Report<Options, MessageIds>;
  #told: Map<string, Saying[]> | undefined;

  constructor(context: AslRuleContext<Options, MessageIds>) {
    this.#context = context;
    this.options = context.options;
    this.report = (given) => this.#report(given);
  }

  /** From now on it is the context of another file, with the same options. */
  turnTo(context: AslRuleContext<Options, MessageIds>): void {
    this.#context = context;
    this.#told = undefined;
  }

  get sourceCode(): AslRuleContext<Options, MessageIds>['sourceCode'] {
    return this.#context.sourceCode;
  }

  get id(): string {
    return this.#context.id;
  }

  get cwd(): string {
    return this.#context.cwd;
  }

  get filename(): string {
    return this.#context.filename;
  }

  get physicalFilename(): string {
    return this.#context.physicalFilename;
  }

  get settings(): AslRuleContext<Options, MessageIds>['settings'] {
    return this.#context.settings;
  }

  get languageOptions(): AslRuleContext<Options, MessageIds>['languageOptions'] {
    return this.#context.languageOptions;
  }

  #report(given: Descriptor): void {
    const { text, lines, host } = this.sourceCode.ast;
    const lastLine = lines.locate(text.length).line;
    const start = startOf(given, this.#context);
    if (start.line > lastLine || this.#isTold(given, start)) return;
    const isShared = lines.locate(Infinity).line > lastLine;
    this.#context.report(
      (host || isShared ? this.#written(given) : given) as Parameters<Report<Options, MessageIds>>[0],
    );
  }

  /** At most places there is one report. Only where there is another one is it asked whether that says the same. */
  #isTold({ loc, messageId, data }: Descriptor, { line, column }: Place): boolean {
    const told = (this.#told ??= new Map<string, Saying[]>());
    const saying = { loc, messageId, data };
    const key = `${line}:${column}`;
    const others = told.get(key);
    if (!others) {
      told.set(key, [saying]);
      return false;
    }
    const words = JSON.stringify(saying);
    if (others.some((other) => JSON.stringify(other) === words)) return true;
    others.push(saying);
    return false;
  }

  #written(given: Descriptor): Descriptor {
    const { text, host } = this.sourceCode.ast;
    const write = (edit: Edit): Edit | undefined => {
      if (edit.range[1] > text.length) return undefined;
      return host ? host.written(edit) : edit;
    };
    const suggest = given.suggest?.map((suggestion) => rewritten(suggestion, write));
    return { ...rewritten(given, write), ...(suggest && { suggest }) };
  }
}

function startOf<Options extends unknown[], MessageIds extends string>(
  { loc, node }: Descriptor,
  { sourceCode }: AslRuleContext<Options, MessageIds>,
): Place {
  if (loc) return 'start' in loc ? loc.start : loc;
  return node ? sourceCode.getLoc(node).start : { line: 0, column: 0 };
}

function rewritten<T extends Fixable>(given: T, write: (edit: Edit) => Edit | undefined): T {
  const { fix } = given;
  if (!fix) return given;
  return { ...given, fix: (...fixer: never[]) => writtenBy(write, fix(...fixer)) };
}

function writtenBy(write: (edit: Edit) => Edit | undefined, fixes: unknown): Edit[] | null {
  if (fixes === null || fixes === undefined) return null;
  const edits = Symbol.iterator in Object(fixes) ? [...(fixes as Iterable<Edit>)] : [fixes as Edit];
  const written = edits.flatMap((edit) => write(edit) ?? []);
  return written.length === edits.length ? written : null;
}
