import {
  assignednessOf,
  reachableStates,
  variableGivenBy,
  variableReadsOf,
  type State,
  type StateMachine,
  type VariableRead,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-possibly-unassigned-variables',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow reading variables that some way to the state leaves unassigned',
      family: 'variables',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unassigned:
        '"${{name}}" has no value here, and {{effect}}, when the execution comes by {{way}}; assign it on that way, too, or where all ways begin',
      first:
        '"${{name}}" has no value here, and {{effect}}, when "{{state}}" is entered first; assign it in a state before',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const read of variableReadsOf(machine)) {
          const { name, expression, span, state } = read;
          // JSONata that can do without the value, such as a member of an object, may be meant so.
          if (!(read.mustHaveValue || isPartOfText(read)) || !reachableStates(state.parent).has(state)) continue;
          const assignedness = assignednessOf(read);
          if (assignedness.kind !== 'possibly') continue;
          const { way } = assignedness;
          context.report({
            loc: context.sourceCode.locOf(expression.rangeOf(span)),
            messageId: way.length > 1 ? 'unassigned' : 'first',
            data: {
              name,
              way: wordsOf(way),
              state: way[0]!.name,
              effect: read.mustHaveValue ? 'the state fails' : 'the text lacks it',
            },
          });
        }
      },
    };
  },
});

/** A text that grows in a loop, `$log & 'next'`, may begin with nothing. */
const isPartOfText = ({ isJoined, expression, name }: VariableRead): boolean =>
  isJoined && variableGivenBy(expression) !== name;

/** Of a long way its beginning and what it comes from: `"A" → "B" → … → "Y" → "Z"`. */
function wordsOf(way: readonly State[]): string {
  const names = way.map(({ name }) => JSON.stringify(name));
  return (names.length > 6 ? [...names.slice(0, 2), '…', ...names.slice(-3)] : names).join(' → ');
}
