import {
  Catcher,
  changesBefore,
  effectsBefore,
  endsSomething,
  graphOf,
  isAnswerRead,
  isCalledFailure,
  isCompensation,
  onlyTells,
  quotedFew,
  reachableStates,
  startsUnseenWork,
  statesAfterOneFailure,
  statesOfOtherWays,
  statesWithoutFailure,
  TaskState,
  tellsOfFailure,
  uncaughtTasks,
  undoneBehind,
  waitsForAnswer,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface RequireCatchOptions {
  /** Report only where a failure leaves what earlier states did standing. */
  readonly onlyAfterEffects: boolean;
}

export default createStatelessRule({
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
        '"{{state}}" has no Catch, and a failure{{inside}} leaves what {{earlier}} did standing; add a Catch that leads to a state which undoes it, or tells of it',
      afterWork:
        '"{{state}}" has no Catch, and where its message cannot be sent, the execution fails after all that {{earlier}} did; add a Catch that goes on without it',
      afterEffectsUndoing:
        '"{{state}}" has no Catch, and a failure{{inside}} leaves what it was to end standing unseen; add a Catch that leads to a state which tells of it',
      inHandler:
        '"{{state}}" handles a failure and has no Catch itself: a failure{{inside}} hides the first one; add a Catch that leads to a Fail state with the first error',
      inChain:
        '"{{state}}" undoes something after a failure and has no Catch: a failure{{inside}} ends the execution before "{{undo}}"; add a Catch that leads to a state which tells of it and goes on to "{{undo}}"',
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
        const afterOneFailure = statesAfterOneFailure(machine);
        const otherWays = statesOfOtherWays(machine);
        // What is done when a handler has failed as well: one has to be the last.
        const isLastResort = (state: State): boolean => !afterOneFailure.has(state) && !undoes(state);
        for (const state of machine.states) {
          if (!reachable.has(state)) continue;
          const how = undoes(state) ? startsUnseenWork(state) : undefined;
          if (how !== undefined && !withoutFailure.has(state)) {
            const loc = context.sourceCode.locOf(state.key!.range);
            context.report({ loc, messageId: 'unseen', data: { state: state.name, how } });
            continue;
          }
          const inside = uncaughtTasks(state);
          if (!inside.length || isLastResort(state)) continue;
          const isUnsent = inside.every(isMessage);
          // What earlier code did is lost on a message, but to be undone it has to be known.
          const earlier = (isUnsent ? effectsBefore : changesBefore)(machine)(state);
          // Of what has been found to fail it may tell also where a Choice has found it.
          const tells = isCalledFailure(state) || tellsOfFailure(state);
          const isOtherWay = otherWays.has(state);
          const isInHandler = (!withoutFailure.has(state) && !isOtherWay) || (tells && isCaught(state));
          // What was caught on another way has done nothing, and of the rest it is not known.
          const isAfterEffects = !isInHandler && !isOtherWay && !tells && earlier.length > 0;
          if (onlyAfterEffects && !isAfterEffects) continue;
          const undo = undoneBehind(state);
          const ofHandler = undo ? 'inChain' : 'inHandler';
          context.report({
            loc: context.sourceCode.locOf(state.key!.range),
            messageId: isInHandler ? ofHandler : isAfterEffects ? afterEffectsOf(state, isUnsent) : 'unhandled',
            data: {
              state: state.name,
              undo: undo?.name ?? '',
              earlier: quotedFew(namesOf(earlier)),
              inside: state instanceof TaskState ? '' : ` of ${quotedFew(namesOf(inside), 'or')} inside it`,
            },
          });
        }
      },
    };
  },
});

function afterEffectsOf(state: State, isUnsent: boolean): 'afterWork' | 'afterEffects' | 'afterEffectsUndoing' {
  if (isUnsent) return 'afterWork';
  return endsSomething(state) ? 'afterEffectsUndoing' : 'afterEffects';
}

const undoes = (state: State): state is TaskState => state instanceof TaskState && isCompensation(state);

const isCaught = (state: State): boolean =>
  graphOf(state.parent)
    .transitionsTo(state)
    .some(({ node }) => node instanceof Catcher);

/** A message that nobody answers: the work before it has succeeded without it. */
const isMessage = (task: TaskState): boolean => onlyTells(task) && !waitsForAnswer(task) && !isAnswerRead(task);

const namesOf = (states: readonly State[]): string[] => states.map(({ name }) => name);
