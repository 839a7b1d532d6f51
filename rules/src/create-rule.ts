// The whole of @typescript-eslint/utils loads the TypeScript compiler's types and 360 modules; this part of it loads 8.
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { LastingListeners } from './lasting-listeners';
import { ReportOnce } from './report-once';
import type { AslRuleContext, AslRuleMeta, AslRuleVisitor, Rule } from './rule-types';

/** The page about a rule. */
const pageOf = (name: string): string => `https://github.com/stepproof/stepproof/blob/main/rules/${name}/README.md`;

const createDocumentedRule = RuleCreator(pageOf);

export interface RuleInit<Options extends unknown[], MessageIds extends string> {
  /** The rule's id, which is also the name of its folder. */
  readonly name: string;
  readonly meta: AslRuleMeta<Options, MessageIds>;
  readonly create: (context: AslRuleContext<Options, MessageIds>) => AslRuleVisitor;
}

/**
 * Makes a rule for the language `asl/asl`. Its listeners are typed by the name of the node, and `context.report` takes
 * only the ids of its own messages. The options given by the user are merged into `meta.defaultOptions`.
 */
export function createRule<const MessageIds extends string, Options extends unknown[] = []>({
  name,
  meta,
  create,
}: RuleInit<Options, MessageIds>): Rule<Options, MessageIds> {
  // RuleCreator's own types know JavaScript's nodes only; it hands everything through unchanged.
  // A plugin may be registered under two names, and then the rule has two ids.
  const listeners = new Map<string, LastingListeners>();
  const createOnce = (context: AslRuleContext<Options, MessageIds>): AslRuleVisitor => {
    const lasting = listeners.get(context.id) ?? new LastingListeners();
    listeners.set(context.id, lasting);
    return lasting.calling(create(new ReportOnce(context)));
  };
  const init = { name, meta: { ...meta, languages: ['asl/asl'] }, create: createOnce } as unknown;
  const documented = createDocumentedRule(init as Parameters<typeof createDocumentedRule>[0]);
  // ESLint has merged the default options already; RuleCreator would do so once more, for each rule and file.
  return { ...documented, create: createOnce } as unknown as Rule<Options, MessageIds>;
}
