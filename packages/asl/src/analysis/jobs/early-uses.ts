import { errorNameCovers } from '../../errors/error-name-covers';
import { errorPrefixesOf, unreadyUse, type UnreadyUse } from '../../services';
import { memberAt } from '../../services/idempotency/parameters';
import {
  ChoiceState,
  PassState,
  statesOf,
  TaskState,
  type Expression,
  type State,
  type StateMachine,
} from '../../syntax';
import { isUnknown } from '../../text/located';
import { putsInLoop } from '../events/place-writes';
import { graphOf } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { statesFrom, waysWithoutFailure } from '../graph/reachability';
import { placesOfResult } from '../payload/places-of-result';
import { placeReadBy, placesFilledFrom, type Place } from '../payload/value-places';
import { apiActionOf } from '../calls/api-action';
import { writtenAt } from '../calls/written-members';
import { handedOnWithInput } from '../shapes/handed-on';
import { isCalledStatus } from '../polling/polling';
import { mentions, readingExpressions } from '../texts/mentions';
import { isAnsweredSoon } from '../time/work-time';
import { retryScheduleOf } from '../time/retry-schedule';
import { taskIdempotencyOf } from '../calls/task-idempotency';

/** A call that needs what another has only begun, and comes right behind it. */
export interface EarlyUse extends UnreadyUse {
  readonly start: TaskState;
  readonly task: TaskState;
  /** Those of the errors of `early` that are known by the name that Retry and Catch have for them. */
  readonly error: string | undefined;
}

/** Calls of one scope between which, on some way, nothing waits, asks how far it is, or may take its time. */
export function earlyUsesOf(machine: StateMachine): readonly EarlyUse[] {
  const tasks = statesOf(machine).filter((state): state is TaskState => state instanceof TaskState && isRequest(state));
  const starts = tasks.filter((task) => beginning.test(actionOf(task))).slice(0, mostStarts);
  const works = starts.map((start) => new BegunWork(machine, start));
  return tasks.flatMap((task) => {
    const uses = works.flatMap((begun) => useOf(begun, task) ?? []);
    // What several have begun is told of the last.
    return uses.filter((use) => use === uses.findLast(({ member }) => member === use.member));
  });
}

/** Each is followed through the whole machine. */
const mostStarts = 20;

/** What the actions in the table and those found by the models begin with. */
const beginning = /:(start|execute|batchExecute|create|copy|run|update)/;

const isRequest = ({ resource }: TaskState): boolean =>
  (resource.kind === 'aws-sdk' || resource.kind === 'optimized') && resource.pattern === 'request-response';

const actionOf = (task: TaskState): string => apiActionOf(task) ?? '';

function useOf(begun: BegunWork, task: TaskState): EarlyUse | undefined {
  const { start } = begun;
  if (task === start || task.parent !== start.parent) return undefined;
  const use = unreadyUse(actionOf(start), actionOf(task));
  if (!use || waitsItself(start) || waitsItself(task)) return undefined;
  const isLater = isRetried(task, use) || isAskedAgain(task, start) || isJudged(task, use);
  return isLater || !takesSame(begun, task, use) ? undefined : { ...use, start, task, error: errorOf(task, use) };
}

/** `WaitTimeSeconds` of the Redshift Data API. */
const waitsItself = ({ callParameters }: TaskState): boolean =>
  memberAt(callParameters, 'WaitTimeSeconds').is !== 'absent';

function errorOf({ resource }: TaskState, { early }: UnreadyUse): string | undefined {
  const [prefix] = errorPrefixesOf(resource) ?? [];
  const [error, ...others] = 'errors' in early ? early.errors : [];
  return error === undefined || others.length || prefix === undefined ? undefined : `${prefix}.${error}`;
}

/** Whether attempts of the call wait: one that is answered has only one. */
function isRetried({ resource, retry }: TaskState, { early }: UnreadyUse): boolean {
  if (!('errors' in early)) return false;
  const errors = (errorPrefixesOf(resource) ?? []).flatMap((prefix) =>
    early.errors.map((error) => `${prefix}.${error}`),
  );
  return retry.some(
    (retrier) =>
      retryScheduleOf(retrier)?.attempts !== 0 &&
      retrier.errorNames.some((name) => isUnknown(name) || errors.some((error) => errorNameCovers(name.value, error))),
  );
}

/** Whether a way leads from the call back to itself past the start. */
const isAskedAgain = (task: TaskState, start: TaskState): boolean =>
  statesFrom(successorsOf(task), (state) => (state === start ? [] : graphOf(state.parent).transitionsFrom(state))).has(
    task,
  );

const successorsOf = (state: State): readonly State[] =>
  graphOf(state.parent)
    .transitionsFrom(state)
    .flatMap(({ to }) => to ?? []);

/** Whether a Choice looks at the status that the answer has. */
const isJudged = (task: TaskState, { early }: UnreadyUse): boolean =>
  'status' in early &&
  [...statesFrom(successorsOf(task))].some(
    (state) => state instanceof ChoiceState && readingExpressions(state).some(({ text = '' }) => /status/i.test(text)),
  );

function takesSame(begun: BegunWork, task: TaskState, use: UnreadyUse): boolean {
  const { start } = begun;
  if (use.isNamed) {
    const name = writtenAt(start, use.id);
    return name !== undefined && name === writtenAt(task, use.member) && begun.comesAtOnceTo(task);
  }
  const member = memberAt(task.callParameters, use.member);
  if (member.is !== 'present') return false;
  const [from, end] = member.value.range;
  const places = begun.placesOf(use.id);
  const place = task
    .field(task.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters')
    ?.expressions.filter(({ range }) => from <= range[0] && range[1] <= end)
    .map((expression) => placeReadBy(expression, places))
    .find((one) => one !== undefined);
  if (place === undefined) return false;
  return begun.comesAtOnceTo(task, places.get(place) === start ? place : undefined);
}

/** What a call has begun, followed through the machine: each search is made once for all calls that may need it. */
export class BegunWork {
  readonly #machine: StateMachine;
  readonly start: TaskState;
  readonly #places = new Map<string, ReadonlyMap<Place, State>>();
  readonly #reached = new Map<Place | undefined, ReadonlySet<State>>();

  constructor(machine: StateMachine, start: TaskState) {
    this.#machine = machine;
    this.start = start;
  }

  /** Where that member of the result is found later. */
  placesOf(id: string): ReadonlyMap<Place, State> {
    let places = this.#places.get(id);
    if (!places) {
      const isSource = (expression: Expression): boolean => readsResult(expression, this.start, id);
      this.#places.set(id, (places = placesFilledFrom(this.#machine, isSource, placesOfResult(this.start, id))));
    }
    return places;
  }

  /** Whether some way leads from the start to the call on which no time passes but that of short calls, and the place stays as it is. */
  comesAtOnceTo(task: TaskState, place?: Place): boolean {
    let reached = this.#reached.get(place);
    if (!reached) this.#reached.set(place, (reached = reachedAtOnce(this.start, place)));
    return reached.has(task);
  }
}

/** What an Assign keeps of the result: of `$` in JSONPath. */
function readsResult({ parent: field, text = '' }: Expression, start: TaskState, id: string): boolean {
  if (field.parent !== start || field.name !== 'Assign') return false;
  return mentions(text, start.queryLanguage === 'JSONata' ? `$states.result.${id}` : `$.${id}`);
}

function reachedAtOnce(start: TaskState, place: Place | undefined): ReadonlySet<State> {
  const inLoop = new Set(loopsOf(start.parent).flat());
  const all = new Set(start.parent.states);
  const passes = (state: State) =>
    isPassedAtOnce(state, start, inLoop) && (place === undefined || keeps(state, place, all));
  const next = waysWithoutFailure(start).flatMap(({ to }) => to ?? []);
  return statesFrom(next, (state) => (passes(state) ? waysWithoutFailure(state) : []));
}

function isPassedAtOnce(state: State, start: TaskState, inLoop: ReadonlySet<State>): boolean {
  if (state instanceof PassState) return true;
  // A Choice in a loop may have been made for what comes round later.
  if (state instanceof ChoiceState) return !inLoop.has(state);
  if (!(state instanceof TaskState) || !isRequest(state) || !isAnsweredSoon(state) || isCalledStatus(state))
    return false;
  return taskIdempotencyOf(state).class !== 'R' || serviceOf(state) !== serviceOf(start);
}

const serviceOf = (task: TaskState): string => actionOf(task).split(':')[0]!;

function keeps(state: State, place: Place, all: ReadonlySet<State>): boolean {
  const member = /^\$states\.input\.(\w+)/.exec(place)?.[1];
  if (member === undefined) return putsInLoop(state, place, all)?.length === 0;
  const handedOn = handedOnWithInput(state);
  return handedOn !== undefined && !handedOn.names.has(member);
}
