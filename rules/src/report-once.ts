import type { HostSyntax, Range } from '@stepproof/asl';
import type { AslRuleContext } from './rule-types';

type Report<Options extends unknown[], MessageIds extends string> = AslRuleContext<Options, MessageIds>['report'];
interface Edit {
  readonly range: Range;
  readonly text: string;
}
type Fixer = (...given: never[]) => unknown;
interface Fixable {
  readonly fix?: Fixer | null;
}
interface Descriptor extends Fixable {
  readonly loc?: unknown;
  readonly messageId?: string;
  readonly data?: unknown;
  readonly suggest?: readonly Fixable[] | null;
}

/**
 * Reports as rules do, but what several places share is told of once: an anchor of YAML, a local of Terraform, a constant.
 * In a file whose definitions stand in another language, edits are written as that has it. ESLint leaves out a fix that gives
 * nothing.
 */
export function reportOnce<Options extends unknown[], MessageIds extends string>(
  context: AslRuleContext<Options, MessageIds>,
): AslRuleContext<Options, MessageIds> {
  const { host } = context.sourceCode.ast;
  const told = new Set<string>();
  const report = (given: Descriptor): void => {
    const key = JSON.stringify([given.loc, given.messageId, given.data]);
    if (told.has(key)) return;
    told.add(key);
    if (!host) {
      context.report(given as Parameters<Report<Options, MessageIds>>[0]);
      return;
    }
    const suggest = given.suggest?.map((suggestion) => inHost(suggestion, host));
    context.report({ ...inHost(given, host), ...(suggest && { suggest }) } as Parameters<
      Report<Options, MessageIds>
    >[0]);
  };
  return Object.create(context, { report: { value: report } }) as AslRuleContext<Options, MessageIds>;
}

function inHost<T extends Fixable>(given: T, host: HostSyntax): T {
  const { fix } = given;
  if (!fix) return given;
  return { ...given, fix: (...fixer: never[]) => writtenIn(fix(...fixer), host) };
}

function writtenIn(fixes: unknown, host: HostSyntax): Edit[] | null {
  if (fixes === null || fixes === undefined) return null;
  const edits = Symbol.iterator in Object(fixes) ? [...(fixes as Iterable<Edit>)] : [fixes as Edit];
  const written = edits.flatMap((edit) => host.written(edit) ?? []);
  return written.length === edits.length ? written : null;
}
