import { sdkActionOf } from '../../services';
import { constantAt, memberAt } from '../../services/idempotency/parameters';
import { Branch, statesOf, TaskState, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { mayBeTerminal, statesFromStart, statesWithoutFailure, waysWithoutFailure } from '../graph/reachability';

const starts: ReadonlySet<string> = new Set(['sfn:startExecution', 'sfn:startSyncExecution']);

const ownArn = /^(?:\$\$\.StateMachine\.Id|\{%\s*\$states\.context\.StateMachine\.Id\s*%\})$/;

/** The Tasks that start the state machine again in every execution in which nothing fails before: no way leads past them. */
export const unconditionalSelfStarts = (machine: StateMachine): readonly TaskState[] =>
  statesOf(machine)
    .filter((state): state is TaskState => state instanceof TaskState && startsItself(state))
    .slice(0, maxSearches)
    .filter(isOnEveryWay);

/** Each search goes over a whole scope. */
const maxSearches = 100;

/** A Name that is always the same lets it do so once only. */
function startsItself({ resource, callParameters }: TaskState): boolean {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return false;
  if (!starts.has(sdkActionOf(resource)) || constantAt(callParameters, 'Name')) return false;
  const arn = memberAt(callParameters, 'StateMachineArn');
  return arn.is === 'present' && arn.value.kind === 'string' && ownArn.test(arn.value.value);
}

/** Items of a Map have no such certainty: there may be none. */
function isOnEveryWay(state: State): boolean {
  const scope = state.parent;
  if (!scope.start || graphOf(scope).isPartial || !statesWithoutFailure(scope).has(state)) return false;
  const others = statesFromStart(scope, (one) => (one === state ? [] : waysWithoutFailure(one)));
  if ([...others].some((one) => one !== state && mayBeTerminal(one))) return false;
  return scope === scope.machine || (scope instanceof Branch && isOnEveryWay(scope.parent as State));
}
