import {
  descendantsOf,
  hasEffect,
  MapState,
  ParallelState,
  predecessorsOf,
  quoted,
  reachableStates,
  statesWithoutFailure,
  TaskState,
  type AslNode,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export interface RequireCatchOptions {
  /** Report only where a failure leaves what earlier states did standing. */
  readonly onlyAfterEffects: boolean;
}

export default createRule({
  name: 'require-catch',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a Catch on states that can fail',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      afterEffects:
        '"{{state}}" has no Catch, and a failure{{inside}} leaves what {{earlier}} did standing; add a Catch that leads to a state which undoes it',
      inHandler:
        '"{{state}}" handles a failure and has no Catch itself: if it fails, too, the first error is lost; add a Catch, or end in a Fail state',
      unhandled: '"{{state}}" has no Catch, and a failure{{inside}} ends the execution unhandled; add a Catch',
    },
    schema: [
      {
        type: 'object',
        properties: { onlyAfterEffects: { type: 'boolean' } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ onlyAfterEffects: false }] as [RequireCatchOptions],
  },
  create(context) {
    const [{ onlyAfterEffects }] = context.options;
    return {
      // What fails in a branch or an iteration fails the Parallel or Map around it, so one Catch there is enough and
      // the states of the machine itself are all that need a look.
      StateMachine(machine: StateMachine) {
        const reachable = reachableStates(machine);
        const withoutFailure = statesWithoutFailure(machine);
        for (const state of machine.states) {
          if (!reachable.has(state) || hasCatch(state)) continue;
          const inside = uncaughtTasks(state);
          if (!inside.length) continue;
          const earlier = [...predecessorsOf(state)].filter(
            (other) => other !== state && withoutFailure.has(other) && hasEffect(other),
          );
          const messageId = !withoutFailure.has(state) ? 'inHandler' : earlier.length ? 'afterEffects' : 'unhandled';
          if (onlyAfterEffects && messageId !== 'afterEffects') continue;
          context.report({
            loc: context.sourceCode.locOf(state.key!.range),
            messageId,
            data: {
              state: state.name,
              earlier: some(earlier),
              inside: state instanceof TaskState ? '' : ` of ${some(inside)} inside it`,
            },
          });
        }
      },
    };
  },
});

type Fallible = TaskState | ParallelState | MapState;

const isFallible = (node: AslNode): node is Fallible =>
  node instanceof TaskState || node instanceof ParallelState || node instanceof MapState;

/** A Catch that is only known after deployment counts: nothing may be said against it. */
const hasCatch = (node: AslNode): boolean =>
  isFallible(node) && (node.catch.length > 0 || node.field('Catch')?.value.kind === 'placeholder');

/** The Tasks of a state whose failure nothing in the state catches; for a Task that is itself. */
const uncaughtTasks = (state: State): readonly TaskState[] =>
  [...descendantsOf(state)].filter(
    (node): node is TaskState => node instanceof TaskState && !isCaughtWithin(node, state),
  );

function isCaughtWithin(task: TaskState, state: State): boolean {
  for (let node: AslNode = task; node !== state; node = node.parent!) if (hasCatch(node)) return true;
  return false;
}

/** A few names are enough to see what is meant. */
function some(states: readonly State[]): string {
  const names = states.map(({ name }) => name);
  return names.length > 2
    ? `${names
        .slice(0, 2)
        .map((name) => JSON.stringify(name))
        .join(', ')} and others`
    : quoted(names);
}
