import {
  asksAgain,
  asksFunction,
  checksStatus,
  ChoiceState,
  loopsOf,
  mayChangeQuestion,
  mentions,
  numberIn,
  numberPutsOf,
  PassState,
  quotedFew,
  reachableStates,
  scopesOf,
  TaskState,
  WaitState,
  type State,
  type StateMachine,
  type Scope,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
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
      counted:
        '{{states}} ask again and again without a pause, so that the rounds they count are over at once, and may run into throttling; add a Wait to the loop',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) check(scope);
      },
    };

    function check(scope: Scope): void {
      const loops = loopsOf(scope, isQuick);
      const reachable = loops.length ? reachableStates(scope) : undefined;
      for (const loop of loops) {
        if (!loop.some((state) => reachable!.has(state)) || !isPolling(loop)) continue;
        const states = scope.states.filter((state) => loop.includes(state));
        context.report({
          loc: context.sourceCode.locOf(states.find((state) => state instanceof TaskState)!.key!.range),
          messageId: states.some(counts) ? 'counted' : 'busy',
          data: { states: quotedFew(states.map(({ name }) => name)) },
        });
      }
    }
  },
});

/** A state that no time passes in but that of a call. */
const isQuick = (state: State): boolean =>
  [ChoiceState, PassState, TaskState].some((kind) => state instanceof kind) ||
  (state instanceof WaitState && numberIn(state, 'Seconds') === 0);

/** All its calls are questions, and nothing that changes in it is part of what they ask. */
function isPolling(loop: readonly State[]): boolean {
  const tasks = loop.filter((state) => state instanceof TaskState);
  if (!tasks.length || !loop.some((state) => state instanceof ChoiceState)) return false;
  if (loop.some((state) => state instanceof PassState && !counts(state) && mayChange(state, tasks, loop))) return false;
  const changed = loop.flatMap(numberPutsOf).map(({ place }) => place);
  if (tasks.some((task) => changed.some((place) => reads(task, place)))) return false;
  const [task, ...others] = tasks;
  return tasks.every(asksAgain) || (!others.length && (asksFunction(task!) || checksStatus(task!, loop)));
}

const mayChange = (pass: PassState, tasks: readonly TaskState[], loop: readonly State[]): boolean =>
  tasks.some((task) => mayChangeQuestion(pass, task, loop));

const counts = (state: State): boolean =>
  numberPutsOf(state).some(({ step, added }) => step !== undefined || Boolean(added));

function reads(task: TaskState, place: string): boolean {
  const expressions = task.field('Arguments')?.expressions ?? task.field('Parameters')?.expressions ?? [];
  return expressions.some(({ text = '' }) => mentions(text, place));
}
