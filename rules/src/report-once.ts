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
}
interface Descriptor extends Fixable {
  readonly loc?: Place | { readonly start: Place };
  readonly node?: AslSyntaxElement;
  readonly messageId?: string;
  readonly data?: unknown;
  readonly suggest?: readonly Fixable[] | null;
}

/**
 * Reports as rules do, but what several places share is told of once: an anchor of YAML, a local of Terraform, a constant.
 * What stands in a sibling of a Terraform file is told of there. In a file whose definitions stand in another language, edits are written as that has it. ESLint leaves out a fix that gives
 * nothing.
 */
export function reportOnce<Options extends unknown[], MessageIds extends string>(
  context: AslRuleContext<Options, MessageIds>,
): AslRuleContext<Options, MessageIds> {
  const { ast } = context.sourceCode;
  const { host } = ast;
  const lastLine = ast.lines.locate(ast.text.length).line;
  const isShared = ast.lines.locate(Infinity).line > lastLine;
  const write = (edit: Edit): Edit | undefined => {
    if (edit.range[1] > ast.text.length) return undefined;
    return host ? host.written(edit) : edit;
  };
  const told = new Set<string>();
  const report = (given: Descriptor): void => {
    if (lineOf(given, context) > lastLine) return;
    const key = JSON.stringify([given.loc, given.messageId, given.data]);
    if (told.has(key)) return;
    told.add(key);
    if (!host && !isShared) {
      context.report(given as Parameters<Report<Options, MessageIds>>[0]);
      return;
    }
    const suggest = given.suggest?.map((suggestion) => rewritten(suggestion, write));
    context.report({ ...rewritten(given, write), ...(suggest && { suggest }) } as Parameters<
      Report<Options, MessageIds>
    >[0]);
  };
  return Object.create(context, { report: { value: report } }) as AslRuleContext<Options, MessageIds>;
}

function lineOf<Options extends unknown[], MessageIds extends string>(
  { loc, node }: Descriptor,
  { sourceCode }: AslRuleContext<Options, MessageIds>,
): number {
  if (loc) return 'start' in loc ? loc.start.line : loc.line;
  return node ? sourceCode.getLoc(node).start.line : 0;
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
