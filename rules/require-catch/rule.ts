import {
  effectsBefore,
  isCompensation,
  quotedFew,
  reachableStates,
  startsUnseenWork,
  statesWithoutFailure,
  TaskState,
  uncaughtTasks,
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
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      afterEffects:
        '"{{state}}" has no Catch, and a failure{{inside}} leaves what {{earlier}} did standing; add a Catch that leads to a state which undoes it',
      inHandler:
        '"{{state}}" handles a failure and has no Catch itself: a failure{{inside}} hides the first one; add a Catch that leads to a Fail state with the first error',
      unseen:
        '"{{state}}" undoes something after a failure, but {{how}} does not wait for it, so no Catch sees it fail; wait for its result',
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
        const effects = effectsBefore(machine);
        for (const state of machine.states) {
          if (!reachable.has(state)) continue;
          const how = state instanceof TaskState && isCompensation(state) ? startsUnseenWork(state) : undefined;
          if (how !== undefined && !withoutFailure.has(state)) {
            const loc = context.sourceCode.locOf(state.key!.range);
            context.report({ loc, messageId: 'unseen', data: { state: state.name, how } });
            continue;
          }
          const inside = uncaughtTasks(state);
          if (!inside.length) continue;
          const earlier = effects.get(state)!;
          const messageId = !withoutFailure.has(state) ? 'inHandler' : earlier.length ? 'afterEffects' : 'unhandled';
          if (onlyAfterEffects && messageId !== 'afterEffects') continue;
          context.report({
            loc: context.sourceCode.locOf(state.key!.range),
            messageId,
            data: {
              state: state.name,
              earlier: quotedFew(namesOf(earlier)),
              inside: state instanceof TaskState ? '' : ` of ${quotedFew(namesOf(inside), 'or')} inside it`,
            },
          });
        }
      },
    };
  },
});

const namesOf = (states: readonly State[]): string[] => states.map(({ name }) => name);
