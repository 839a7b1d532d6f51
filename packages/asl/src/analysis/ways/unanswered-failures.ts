import { ChoiceRule, ChoiceState, PassState, WaitState, type Scope, type State } from '../../syntax';
import { asksAgain, mayCount } from '../polling/polling';
import { isEnded, isFailure, isFailureOfPart, isGone } from '../failures/status-words';
import { graphOf, type Transition } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { reachableStates } from '../graph/reachability';
import { takenFormula } from '../solver/choice-queries';
import { only } from '../solver/domain';
import { and, demand } from '../solver/formula';
import { patience, proofAgainst } from '../solver/solve';
import { kindsDemandsOf, type KnownKinds } from './known-kinds';

/** A Choice of a polling loop that lets statuses of failure through, after which the loop goes on asking. */
export interface UnansweredFailure {
  readonly choice: ChoiceState;
  /** What tells of the failure. */
  readonly kinds: KnownKinds;
  /** In the order of the model; one at least. */
  readonly words: readonly string[];
  /** The transition of the Choice that is taken then. */
  readonly taken: Transition;
  readonly loop: readonly State[];
}

/**
 * In each loop that asks an API for a status again and again and does nothing else, the statuses of failure after which it
 * surely asks again: nothing changes them any more. Where the loop is left after one of them, or at a limit, nothing is said
 * of the statuses that depend on what was begun: whoever waits for a stack to be created need not know a `DELETE_FAILED`.
 */
export function unansweredFailuresOf(scope: Scope): readonly UnansweredFailure[] {
  const loops = loopsOf(scope, mayPoll).filter((loop) => loop.some(asksAgain));
  if (!loops.length || graphOf(scope).isPartial) return [];
  const reachable = reachableStates(scope);
  return loops.flatMap((loop) => (reachable.has(loop[0]!) ? (unansweredIn(loop) ?? []) : []));
}

const mayPoll = (state: State): boolean =>
  state instanceof ChoiceState || state instanceof WaitState || state instanceof PassState || asksAgain(state);

function unansweredIn(loop: readonly State[]): UnansweredFailure | undefined {
  for (const choice of loop) {
    if (!(choice instanceof ChoiceState)) continue;
    for (const [key, { words = [], kinds }] of kindsDemandsOf(choice)) {
      const failures = words.filter(isLastOf(words));
      if (!failures.length) continue;
      const unanswered = failures.filter((word) => !mayLeave(loop, choice, { key, word }));
      const isNoneAnswered = unanswered.length === failures.length && !failures.every(isGone);
      const told = isNoneAnswered ? unanswered : isBounded(loop) ? [] : unanswered.filter(isPlain);
      const [first] = told;
      const taken = first === undefined ? undefined : waysWith(choice, { key, word: first })[0];
      if (taken) return { choice, kinds: kinds(), words: told, taken, loop };
    }
  }
  return undefined;
}

/**
 * Whether one of those words is the last that is said of what did not come to a good end. What has no word for a failure is no job, but
 * what may be stopped and started, such as an instance.
 */
const isLastOf = (words: readonly string[]): ((word: string) => boolean) =>
  words.some((word) => isFailure(word) || isFailureOfPart(word))
    ? (word) => isFailure(word) || isEnded(word) || isFailureOfPart(word)
    : isGone;

const isPlain = (word: string): boolean => isFailure(word) || isEnded(word);

const isBounded = (loop: readonly State[]): boolean => loop[0]!.parent.machine.has('TimeoutSeconds') || mayCount(loop);

/** A status at the place with that key. */
interface Status {
  readonly key: string;
  readonly word: string;
}

/** Whether the loop may be left, or the execution fail, before it asks once more. */
function mayLeave(loop: readonly State[], choice: ChoiceState, status: Status): boolean {
  const states = new Set<State>([choice]);
  for (const state of states) {
    if (asksAgain(state)) continue;
    const ways = state instanceof ChoiceState ? waysWith(state, status) : graphOf(state.parent).transitionsFrom(state);
    if (!ways.length) return true;
    for (const { to } of ways) {
      if (!to || !loop.includes(to)) return true;
      states.add(to);
    }
  }
  return false;
}

/** The transitions that may be taken with the status; none where no rule takes it and there is no Default. */
function waysWith(choice: ChoiceState, { key, word }: Status): readonly Transition[] {
  const ways = graphOf(choice.parent).transitionsFrom(choice);
  const asked = kindsDemandsOf(choice).get(key);
  if (!asked?.words?.includes(word)) return ways;
  const status = demand(choice, key, asked.place, only(word));
  const budget = choice.parent.machine.once(freshBudget);
  return ways.filter(({ node }) => {
    const index = node instanceof ChoiceRule ? choice.choices.indexOf(node) : choice.choices.length;
    return !proofAgainst(and(status, takenFormula(choice, index)), 'true', budget);
  });
}

/** What the questions about all loops of a machine may cost together. */
const freshBudget = () => patience();
