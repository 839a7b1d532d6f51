import { TaskState, type State } from '../../syntax';
import { grouped } from '../grouped';
import { releasesLock } from './locks';

/** What each verb of an action ends, once the other was done. */
const endings: ReadonlyMap<string, readonly string[]> = new Map([
  ['delete', ['create']],
  ['deregister', ['register']],
  ['stop', ['start']],
  ['terminate', ['create', 'run']],
]);

/** Besides these, what brings back what another one has taken away for a while. */
const resumptions: ReadonlyMap<string, readonly string[]> = new Map([
  ['attach', ['detach']],
  ['detach', ['attach']],
  ['disable', ['enable']],
  ['enable', ['disable']],
  ['register', ['deregister']],
  ['resume', ['suspend']],
  ['start', ['stop']],
]);

/** The action of a Task in its words: `emr-containers:createVirtualCluster` is to create a virtual cluster. */
function actionOf(state: State): readonly [service: string, verb: string, noun: string] | undefined {
  if (!(state instanceof TaskState) || !('action' in state.resource)) return undefined;
  const { service, action } = state.resource;
  const [verb = ''] = /^[a-z]+/.exec(action) ?? [];
  return [service, verb, action.slice(verb.length)];
}

/** Whether the action of a state ends something, as its verb says: `ec2:terminateInstances`. */
export const endsByAction = (state: State): boolean => endings.has(actionOf(state)?.[1] ?? '');

/** For each state, what it undoes when that was done before: to delete what was created leaves neither. */
export function undoingsAmong(effects: ReadonlySet<State>): (state: State) => readonly State[] {
  // Few machines end anything.
  let byAction: ReadonlyMap<string, readonly State[]> | undefined;
  return (state) => {
    const [service, verb = '', noun] = actionOf(state) ?? [];
    const begins = endings.get(verb) ?? none;
    if (begins.length) byAction ??= actionsOf(effects);
    const begun = begins.flatMap((begin) => byAction!.get([service, begin, noun].join(':')) ?? []);
    return mayRelease(state) ? [...begun, ...[...effects].filter((other) => releasesLock(state, other))] : begun;
  };
}

const none: readonly never[] = [];

const mayRelease = (state: State): boolean =>
  state instanceof TaskState && 'service' in state.resource && state.resource.service === 'dynamodb';

const actionsOf = (states: Iterable<State>): ReadonlyMap<string, readonly State[]> =>
  grouped(states, (state) => {
    const action = actionOf(state);
    return action ? [action.join(':')] : [];
  });

/** Whether a state may be one that ends something, or gives back a lock: most are none. */
export const mayEnd = (state: State): boolean => {
  const verb = actionOf(state)?.[1] ?? '';
  return endings.has(verb) || resumptions.has(verb) || mayRelease(state);
};

/** Whether an action ends, by its verb, what that of another state begins, or brings back what it takes away; of the same thing or not. */
export function isEndOf(end: State, begun: State): boolean {
  const [service, verb = '', noun] = actionOf(end) ?? [];
  const verbs = [...(endings.get(verb) ?? none), ...(resumptions.get(verb) ?? none)];
  const [otherService, otherVerb = '', otherNoun] = verbs.length ? (actionOf(begun) ?? []) : [];
  return verbs.includes(otherVerb) && service === otherService && noun === otherNoun;
}
