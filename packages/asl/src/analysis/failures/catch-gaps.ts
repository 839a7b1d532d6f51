import { FailState, SucceedState, type RecoverableState, type State, type TaskState } from '../../syntax';
import type { LocatedString } from '../../text/located';
import { executionScopeOf } from '../graph/execution-scope';
import { graphOf } from '../graph/graph';
import { isCompensation } from '../texts/name-words';
import { catchesAnyError } from './success-after-failure';
import { failingTasks } from './uncaught-tasks';

/**
 * What the Catch of a state lets through.
 *
 * - `timeout`: States.TaskFailed stands for every error but a timeout, and a Task has one.
 * - `failure`: only timeouts are taken.
 * - `others`: only some errors are, and then what undoes something may be led to, or what other states lead to after any error.
 */
export type CatchGap = { readonly names: readonly LocatedString[] } & (
  | { readonly kind: 'timeout'; readonly task: TaskState }
  | { readonly kind: 'failure' }
  | {
      readonly kind: 'others';
      readonly undo: State | undefined;
      readonly shared: { readonly handler: State; readonly others: readonly State[] } | undefined;
    }
);

/** Undefined where nothing is let through, there is no Catch, or what it takes is only known after deployment. */
export function catchGapOf(state: RecoverableState): CatchGap | undefined {
  const value = state.field('Catch')?.value;
  if (value?.kind !== 'array') return undefined;
  const known = state.catch.map(({ knownErrorNames }) => knownErrorNames);
  const names = known.flatMap((own) => own ?? []);
  if (!names.length || known.includes(undefined)) return undefined;
  const takes = (name: string) => names.some((one) => one.value === name);
  if (takes('States.ALL')) return undefined;
  if (takes('States.TaskFailed')) {
    const task = takes('States.Timeout') ? undefined : timedTask(state);
    return task && { kind: 'timeout', names: names.filter((one) => one.value === 'States.TaskFailed'), task };
  }
  if (names.every((one) => timeouts.has(one.value))) return { kind: 'failure', names };
  const handlers = graphOf(state.parent)
    .transitionsFrom(state)
    .flatMap(({ node, to }) => (to && node !== state ? [to] : []));
  return { kind: 'others', names, undo: handlers.find(isCompensation), shared: sharedHandler(state, handlers) };
}

/** One that two or more other states lead to after any error. What only ends the execution does so without being led to. */
function sharedHandler(state: State, handlers: readonly State[]) {
  for (const handler of handlers) {
    if (handler instanceof FailState || handler instanceof SucceedState) continue;
    const others = handler.once(findLeaders).filter((from) => from !== state);
    if (others.length >= leastOthers) return { handler, others };
  }
  return undefined;
}

const leastOthers = 2;

/** The states that lead to a handler after any error. */
function findLeaders(handler: State): readonly State[] {
  const ways = graphOf(handler.parent).transitionsTo(handler).filter(catchesAnyError);
  return [...new Set(ways.map(({ from }) => from))];
}

const timeouts: ReadonlySet<string> = new Set(['States.HeartbeatTimeout', 'States.Timeout']);

/** A Task whose timeout comes to the state; that of an item in an execution of its own does not. */
const timedTask = (state: RecoverableState): TaskState | undefined =>
  failingTasks(state).find(
    (task) =>
      executionScopeOf(task.parent) === executionScopeOf(state.parent) && timeoutFields.some((name) => task.has(name)),
  );

const timeoutFields = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];
