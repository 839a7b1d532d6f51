import {
  calledActionOf,
  descendantsOf,
  isRateLimited,
  itemCountOf,
  ItemProcessor,
  numberIn,
  type MapState,
  quotedFew,
  TaskState,
  type TaskResource,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { memberBefore } from '../src/member-before';

export interface RequireMaxConcurrencyOptions {
  /** Report inline Maps with any call, not only with calls of services that take few at a time. */
  readonly inline: boolean;
}

export default createStatelessRule({
  name: 'require-max-concurrency',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require MaxConcurrency on a Map whose items call what takes only so many calls at a time',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      distributed:
        '"{{map}}" runs up to 10,000 items at once, because {{because}}, and {{tasks}} would be throttled; {{remedy}} "MaxConcurrency"',
      inline:
        '"{{map}}" runs up to 40 items at once, because {{because}}, and {{calls}} of {{tasks}} {{take}} few calls at a time; {{remedy}} "MaxConcurrency"',
      add: 'Add "MaxConcurrency": {{number}}',
    },
    schema: [{ type: 'object', properties: { inline: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ inline: false }] as [RequireMaxConcurrencyOptions],
    hasSuggestions: true,
  },
  create(context) {
    const [{ inline }] = context.options;
    return {
      MapState(map) {
        if (map.mode === undefined || isLimited(map)) return;
        const counts = map.isDistributed || inline ? isCall : isRateLimited;
        const tasks = ownTasksOf(map).filter(({ resource }) => counts(resource));
        if (!tasks.length) return;
        const calls = [...new Set(tasks.map((task) => calledActionOf(task) ?? 'lambda:invoke'))];
        const field = map.field('MaxConcurrency');
        const number = map.isDistributed ? 100 : 5;
        const before = map.field('ItemProcessor') ?? map.field('Iterator');
        const insertion =
          field || !before ? undefined : memberBefore(context.sourceCode.ast, before, 'MaxConcurrency', number);
        context.report({
          loc: context.sourceCode.locOf((field?.value ?? map.key!).range),
          messageId: map.isDistributed ? 'distributed' : 'inline',
          data: {
            map: map.name,
            remedy: field ? 'set a number for' : 'add',
            because: field ? 'its "MaxConcurrency" is 0' : 'it has no "MaxConcurrency"',
            tasks: quotedFew(tasks.map(({ name }) => name)),
            calls: quotedFew(calls),
            take: calls.length > 1 ? 'take' : 'takes',
          },
          suggest: insertion
            ? [
                {
                  messageId: 'add',
                  data: { number },
                  fix: (fixer) => fixer.insertTextBeforeRange([insertion.at, insertion.at], insertion.text),
                },
              ]
            : [],
        });
      },
    };
  },
});

/** 0 means as many as possible. A few items that are written out need no limit, and neither do a few that are read. */
function isLimited(map: MapState): boolean {
  if (map.has('MaxConcurrencyPath')) return true;
  if (map.has('MaxConcurrency') && numberIn(map, 'MaxConcurrency') !== 0) return true;
  return [itemCountOf(map), map.itemReader?.readerConfig?.MaxItems].some(
    (number) => typeof number === 'number' && number > 0 && number <= few,
  );
}

const few = 10;

const isCall = ({ kind }: TaskResource): boolean => kind !== 'unknown' && kind !== 'unrecognized';

/** Its Tasks, without those of Maps inside, which have a limit of their own. */
const ownTasksOf = (map: MapState): readonly TaskState[] =>
  [...descendantsOf(map)].filter(
    (node): node is TaskState => node instanceof TaskState && node.enclosing(ItemProcessor) === map.itemProcessor,
  );
