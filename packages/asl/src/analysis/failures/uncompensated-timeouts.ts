import {
  Catcher,
  MapState,
  ParallelState,
  scopesOf,
  type State,
  type StateMachine,
  type WorkflowType,
  type Scope,
} from '../../syntax';
import { effectsBefore, hasEffect } from '../calls/effects';
import { graphOf } from '../graph/graph';
import { isCompensation } from '../texts/name-words';
import { statesFrom, statesWithoutFailure } from '../graph/reachability';
import { longestWays, type LongestWay } from '../time/longest-way';
import { executionScopeOf } from '../graph/execution-scope';
import { timeLimitOf, type TimeLimit } from '../time/time-limit';
import { mostRoundsOf } from '../events/most-rounds';
import { mostWorkTime } from '../time/work-time';
import { writtenTime } from '../time/written-time';

/** A Catch that undoes what was done, and that the end of its execution may come before: then nobody asks it. */
export interface UncompensatedTimeout {
  readonly limit: TimeLimit;
  /** The state with the Catch. */
  readonly failed: State;
  /** The states whose effects would stand. */
  readonly done: readonly State[];
  /** The states with an effect that only the Catch leads to. */
  readonly undo: readonly State[];
  /** Seconds from the start of the execution until the last of those may have ended. */
  readonly most: number;
}

/**
 * For each execution with a limit the first such Catch, where timeouts with all retries and waits on the way to it and to
 * what undoes add up to more than the limit. Under a TimeoutSeconds what has no timeout may take any time; under the five
 * minutes of Express, which nobody has written down, only what is written out counts.
 */
export function uncompensatedTimeoutsOf(
  machine: StateMachine,
  machineType: WorkflowType,
): readonly UncompensatedTimeout[] {
  const limits = new Map<Scope, TimeLimit | undefined>();
  const found = new Map<Scope, UncompensatedTimeout>();
  for (const scope of scopesOf(machine)) {
    const execution = executionScopeOf(scope);
    if (!limits.has(execution)) limits.set(execution, timeLimitOf(execution, machineType));
    const limit = limits.get(execution);
    const bypassed = !limit || found.has(execution) ? undefined : bypassedIn(scope, execution, limit);
    if (bypassed) found.set(execution, bypassed);
  }
  return [...found.values()];
}

function bypassedIn(scope: Scope, execution: Scope, limit: TimeLimit): UncompensatedTimeout | undefined {
  const timeOf = limit.field ? mostWorkTime : writtenTime;
  const ways = longestWays(scope, timeOf, mostRoundsOf);
  const entry = ways ? latestEntry(scope, execution, timeOf) : Infinity;
  // In a loop the written timeouts say nothing: whether it is gone round as often depends on the data.
  const isTooLong = ({ after }: LongestWay): boolean =>
    entry + after > limit.seconds && (limit.field !== undefined || entry + after < Infinity);
  if (!ways || ![...ways.values()].some(isTooLong)) return undefined;
  for (const { failed, done, undo } of compensationsIn(scope)) {
    const late = undo.flatMap((state) => ways.get(state) ?? []).filter(isTooLong);
    const most = entry + Math.max(...late.map(({ after }) => after));
    if (late.length) return { limit, failed, done, undo, most };
  }
  return undefined;
}

/** When a scope inside a state can begin at the latest, retries of that state and other items left out. */
function latestEntry(scope: Scope, execution: Scope, timeOf: (state: State) => number): number {
  if (scope === execution) return 0;
  const around = scope.parent as State;
  const inScope = longestWays(around.parent, timeOf, mostRoundsOf)?.get(around)?.before ?? 0;
  return inScope + latestEntry(around.parent, execution, timeOf);
}

/** States with an effect that only a failure leads to, or that are called what undoes something, and what was done before them. */
function* compensationsIn(scope: Scope) {
  const graph = graphOf(scope);
  const withoutFailure = statesWithoutFailure(scope);
  const effectsBeforeState = effectsBefore(scope);
  /** States that do nothing, and lead to none that do. */
  const harmless = new Set<State>();
  for (const failed of scope.states) {
    if (!withoutFailure.has(failed)) continue;
    const before = effectsBeforeState(failed);
    const isPartlyDone = (failed instanceof ParallelState || failed instanceof MapState) && hasEffect(failed);
    if (!before.length && !isPartlyDone) continue;
    const handlers = graph
      .transitionsFrom(failed)
      .flatMap(({ node, to }) => (node instanceof Catcher && to ? [to] : []));
    const undo = undoingStates(handlers);
    // What of the state itself was done is only undone by what is called so.
    const done = isPartlyDone && undo.some(isCompensation) ? [...before, failed] : before;
    if (undo.length && done.length) yield { failed, done, undo };
  }

  function undoingStates(handlers: readonly State[]): readonly State[] {
    const isNew = (state: State) => (!withoutFailure.has(state) || isCompensation(state)) && !harmless.has(state);
    const reached = statesFrom(handlers.filter(isNew), (state) =>
      graph.transitionsFrom(state).filter(({ to }) => to && isNew(to)),
    );
    const undo = [...reached].filter(hasEffect);
    if (!undo.length) for (const one of reached) harmless.add(one);
    return undo;
  }
}
