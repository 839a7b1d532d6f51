import { descendantsOf, type StateMachine, StateNode } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface RequireCommentOptions {
  /** States need a Comment, too, or those of some types. */
  readonly states: boolean | readonly string[];
}

export default createStatelessRule({
  name: 'require-comment',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require a Comment that says what the workflow is for',
      family: 'hygiene',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      machine: 'The state machine has no Comment; add one that says what it is for',
      state: '"{{state}}" has no Comment; add one that says what it is for',
    },
    schema: [
      {
        type: 'object',
        properties: {
          states: { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' }, uniqueItems: true }] },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ states: false }] as [RequireCommentOptions],
  },
  create(context) {
    const [{ states }] = context.options;
    const isAsked = (type: unknown): boolean => (typeof states === 'boolean' ? states : states.includes(String(type)));
    return {
      StateMachine(machine: StateMachine) {
        if (lacksComment(machine)) {
          const [start] = machine.range;
          const loc = context.sourceCode.locOf(machine.field('StartAt')?.key.range ?? [start, start + 1]);
          context.report({ loc, messageId: 'machine' });
        }
        for (const node of descendantsOf(machine)) {
          if (!(node instanceof StateNode) || !isAsked(node.field('Type')?.json) || !lacksComment(node)) continue;
          context.report({
            loc: context.sourceCode.locOf(node.key!.range),
            messageId: 'state',
            data: { state: node.key!.value },
          });
        }
      },
    };
  },
});

/** A Comment that is filled in on deployment counts. */
const lacksComment = (node: StateMachine | StateNode): boolean => {
  const comment = node.field('Comment')?.value;
  return comment === undefined || (comment.kind === 'string' && comment.value.trim() === '');
};
