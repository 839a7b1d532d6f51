// The whole of @typescript-eslint/utils loads the TypeScript compiler's types and 360 modules; this part of it loads 8.
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
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
export const createRule = <const MessageIds extends string, Options extends unknown[] = []>(
  init: RuleInit<Options, MessageIds>,
): Rule<Options, MessageIds> => documented(init, (context) => init.create(new ReportOnce(context)));

/**
 * Makes a rule that keeps nothing of a file: `create` is called once for all files that have the same options, and its
 * context is that of the file that is being linted; ESLint lints one after the other. So nothing of `context.sourceCode`
 * may be taken out of it before a listener is called.
 *
 * With a hundred rules, making the listeners of each anew takes a tenth of the time that a file takes. And ESLint keeps each
 * listener in a weak map, where V8 takes what hangs on it for alive whenever it collects young objects only: with new
 * ones the tree of each file would be copied about.
 */
export function createStatelessRule<const MessageIds extends string, Options extends unknown[] = []>(
  init: RuleInit<Options, MessageIds>,
): Rule<Options, MessageIds> {
  const made = new Map<string, Made<Options, MessageIds>>();
  return documented(init, (context) => {
    const key = keyOf(context);
    const before = made.get(key);
    if (before) {
      before.context.turnTo(context);
      return before.listeners;
    }
    const lasting = new ReportOnce(context);
    const listeners = init.create(lasting);
    made.set(key, { context: lasting, listeners });
    return listeners;
  });
}

interface Made<Options extends unknown[], MessageIds extends string> {
  readonly context: ReportOnce<Options, MessageIds>;
  readonly listeners: AslRuleVisitor;
}

/** A plugin may be registered under two names, and then the rule has two ids. */
const keyOf = ({ id, options }: AslRuleContext<unknown[], string>): string =>
  options.length ? `${id} ${JSON.stringify(options)}` : id;

function documented<Options extends unknown[], MessageIds extends string>(
  { name, meta }: RuleInit<Options, MessageIds>,
  create: (context: AslRuleContext<Options, MessageIds>) => AslRuleVisitor,
): Rule<Options, MessageIds> {
  // RuleCreator's own types know JavaScript's nodes only; it hands everything through unchanged.
  const init = { name, meta: { ...meta, languages: ['asl/asl'] }, create } as unknown;
  const rule = createDocumentedRule(init as Parameters<typeof createDocumentedRule>[0]);
  // ESLint has merged the default options already; RuleCreator would do so once more, for each rule and file.
  return { ...rule, create } as unknown as Rule<Options, MessageIds>;
}
