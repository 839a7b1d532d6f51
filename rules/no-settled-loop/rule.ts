import {
  idleCountersOf,
  quotedFew,
  scopesOf,
  settledLoopsOf,
  TaskState,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-settled-loop',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops whose Choice decides by what nothing in the loop changes',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      settled:
        '{{states}} go round for ever unless "{{choice}}" leaves the loop at once, because it decides by "{{place}}", which nothing in the loop changes{{result}}; let it read what the loop brings anew, or put that there',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          for (const { states, choices, read } of settledLoopsOf(scope)) {
            // A counter that stands still is told of by asl/no-idle-counters.
            if (idleCountersOf(scope).some(({ choice }) => choices.includes(choice))) continue;
            context.report({
              loc: context.sourceCode.locOf(read.expression.range),
              messageId: 'settled',
              data: {
                states: quotedFew(states.map(({ name }) => name)),
                choice: choices[0]!.name,
                place: read.place,
                result: whereResultIs(states),
              },
            });
          }
        }
      },
    };
  },
});

/** What becomes of what the only Task of the loop brings, in JSONPath. */
function whereResultIs(states: readonly State[]): string {
  const [task, ...others] = states.filter((state) => state instanceof TaskState);
  const path = task?.field('ResultPath')?.json;
  if (!task || others.length) return '';
  if (path === null) return `: "${task.name}" drops its result`;
  return typeof path === 'string' ? `: "${task.name}" puts its result in "${path}"` : '';
}
