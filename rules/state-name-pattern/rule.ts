import { hasUnknownName, statesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface StateNamePatternOptions {
  /** A regular expression that each name must match. */
  readonly pattern: string;
}

export default createStatelessRule({
  name: 'state-name-pattern',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require the names of states to follow a pattern',
      family: 'hygiene',
      recommended: false,
      severity: 'warn',
    },
    messages: { mismatch: '"{{state}}" is not named as /{{pattern}}/ says; rename the state' },
    schema: [
      {
        type: 'object',
        properties: { pattern: { type: 'string' } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ pattern: '^[A-Z0-9]' }] as [StateNamePatternOptions],
  },
  create(context) {
    const [{ pattern }] = context.options;
    const expected = new RegExp(pattern, 'u');
    return {
      StateMachine(machine: StateMachine) {
        for (const state of statesOf(machine)) {
          if (hasUnknownName(state) || expected.test(state.name)) continue;
          context.report({
            loc: context.sourceCode.locOf(state.key!.range),
            messageId: 'mismatch',
            data: { state: state.name, pattern },
          });
        }
      },
    };
  },
});
