import { ChoiceState, FailState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { reachableStates } from '../graph/reachability';
import { boundsIn, boundsOn, decides, type CountedBound } from './counted-bounds';
import { numberPutsOf } from './number-puts';

/** A bound that a loop counts to and that does not end it, because the loop goes on, or has ended, whatever the count is. */
export interface IdleBound {
  readonly choice: ChoiceState;
  readonly bound: CountedBound;
  /** Where the rule leads. */
  readonly target: State;
  /** The state that counts. */
  readonly by: State;
  /** The Default leads on in the loop like the rule does; or what is asked before has led all on that does go on. */
  readonly kind: 'undecided' | 'late';
}

/** Where another rule of the loop compares a number as well, that one may end it. */
export function idleBoundsOf(scope: Scope): readonly IdleBound[] {
  if (graphOf(scope).isPartial) return [];
  return loopsOf(scope).flatMap((loop) => {
    const inLoop = new Set(loop);
    const choices = loop.filter((state) => state instanceof ChoiceState);
    if (!choices.length || !reachableStates(scope).has(loop[0]!)) return [];
    if (choices.some((choice) => boundsIn(choice, inLoop).length)) return [];
    return choices.flatMap((choice) =>
      idleWaysOf(choice, inLoop).flatMap(({ way, kind }) => {
        const [bound] = boundsOn(way, inLoop);
        const by = bound && loop.find((state) => counts(state, bound));
        return by ? [{ choice, bound, target: way.to!, by, kind }] : [];
      }),
    );
  });
}

/** The rules of a Choice that make no difference; where all are such, the Choice itself makes none, and has a rule that tells. */
function idleWaysOf(choice: ChoiceState, loop: ReadonlySet<State>) {
  const ways = graphOf(choice.parent).transitionsFrom(choice);
  const fallback = ways.find(({ node }) => node === choice);
  const rules = ways.filter((way) => way !== fallback);
  const isLikeFallback = ({ node, to }: Transition): boolean =>
    to === fallback?.to && ![node, choice].some((one) => one.has('Assign') || one.has('Output'));
  const likeFallback = rules.slice(rules.findLastIndex((way) => !isLikeFallback(way)) + 1);
  if (!fallback?.to || likeFallback.length === rules.length) return [];
  const goesOn = loop.has(fallback.to);
  return rules
    .filter((way) => likeFallback.includes(way) || (!goesOn && way.to instanceof FailState))
    .filter((way) => !decides(way, choice, loop))
    .map((way) => ({ way, kind: goesOn ? ('undecided' as const) : ('late' as const) }));
}

const counts = (state: State, { place }: CountedBound): boolean =>
  numberPutsOf(state).some((put) => put.place === place && put.step);
