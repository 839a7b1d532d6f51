import { idempotencyOf } from '../../services';
import { Catcher, descendantsOf, TaskState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { isCalledReader } from '../texts/name-words';
import { statesWithoutFailure } from '../graph/reachability';

/**
 * Whether the state may change something outside the execution: it is, or contains, a Task that does more than read or ask a model.
 * What a Lambda function does is not known, nor what a Resource does that is filled in; they count as effects unless their
 * states are called by what only reads.
 */
export const hasEffect = (state: State): boolean => state.once(findEffect);

function findEffect(state: State): boolean {
  for (const node of descendantsOf(state)) {
    if (!(node instanceof TaskState) || leavesNothing(node)) continue;
    if (!mayOnlyRead(node) || !isCalledReader(node)) return true;
  }
  return false;
}

/** It only reads, or all that a repetition adds is cost: a model that is asked remembers nothing. */
function leavesNothing(task: TaskState): boolean {
  const { class: kind, repeatable } = idempotencyOf(task.resource, task.callParameters);
  return kind === 'R' || (kind === 'N' && repeatable === true);
}

const mayOnlyRead = ({ resource }: TaskState): boolean =>
  resource.kind === 'lambda' ||
  resource.kind === 'unknown' ||
  ('service' in resource && resource.service === 'lambda' && resource.pattern === 'request-response');

/** More than a message shows. Without a bound, a long chain of Tasks would take time and space in its square. */
const enough = 5;

/**
 * For each state of a scope, in the order of the text, other states with an effect that may be done when it begins,
 * although nothing has failed. Of more than four, at least four are given.
 */
export function effectsBefore(scope: Scope): ReadonlyMap<State, readonly State[]> {
  const graph = graphOf(scope);
  const withoutFailure = statesWithoutFailure(scope);
  const effects = new Set(scope.states.filter((state) => withoutFailure.has(state) && hasEffect(state)));
  const before = new Map(scope.states.map((state) => [state, new Set<State>()]));
  /** What is also come to without a failure need not have the effects of the ways on which something fails. */
  const countsOn = ({ from, to, node }: Transition) =>
    !to || !withoutFailure.has(to) || (withoutFailure.has(from) && !(node instanceof Catcher));
  const waiting = [...scope.states];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (!effects.has(state) && !before.get(state)!.size) continue;
    const done = [...before.get(state)!, ...(effects.has(state) ? [state] : [])];
    for (const transition of graph.transitionsFrom(state)) {
      const { to } = transition;
      if (!to || !countsOn(transition)) continue;
      const known = before.get(to)!;
      const news = done.filter((other) => other !== to && !known.has(other)).slice(0, enough - known.size);
      for (const other of news) known.add(other);
      if (news.length) waiting.push(to);
    }
  }
  return new Map(Array.from(before, ([state, states]) => [state, inOrder(states)]));
}

const inOrder = (states: ReadonlySet<State>): readonly State[] =>
  states.size > 1 ? [...states].sort((a, b) => a.range[0] - b.range[0]) : [...states];
