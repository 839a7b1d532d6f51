import {
  asksAgain,
  asksFunction,
  ChoiceState,
  descendantsOf,
  loopsOf,
  quotedFew,
  reachableStates,
  Scope,
  TaskState,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-busy-polling',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that ask the same question again and again without a Wait',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      busy: '{{states}} ask again and again without a pause, which uses up the 25,000 events of an execution and runs into throttling; add a Wait to the loop',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of descendantsOf(machine)) if (scope instanceof Scope) check(scope);
      },
    };

    function check(scope: Scope): void {
      const loops = loopsOf(scope, (state) => state instanceof ChoiceState || state instanceof TaskState);
      const reachable = loops.length ? reachableStates(scope) : undefined;
      for (const loop of loops) {
        if (!loop.some((state) => reachable!.has(state)) || !isPolling(loop)) continue;
        const states = scope.states.filter((state) => loop.includes(state));
        context.report({
          loc: context.sourceCode.locOf(states.find((state) => state instanceof TaskState)!.key!.range),
          messageId: 'busy',
          data: { states: quotedFew(states.map(({ name }) => name)) },
        });
      }
    }
  },
});

/** All its calls are questions; nothing in it changes what they ask. */
function isPolling(loop: readonly State[]): boolean {
  if (loop.some((state) => state.has('Assign'))) return false;
  const tasks = loop.filter((state) => state instanceof TaskState);
  if (!tasks.length || tasks.length === loop.length) return false;
  return tasks.every(asksAgain) || (tasks.length === 1 && asksFunction(tasks[0]!));
}
