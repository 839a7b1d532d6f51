import type { HistoryEvent } from '../history/history-event';

/** One try of a state, at virtual milliseconds since the epoch. */
export interface VisitAttempt {
  readonly at: number;
  /** What the integration gave back, as JSON text. */
  result?: string;
  failure?: string;
}

/** A state from where it was entered to where it was left. */
export interface Visit {
  readonly name: string;
  /** `Task`, `Map`, ... */
  readonly type: string;
  /** The Parallel or the Map that it is inside of. */
  readonly parent: Visit | undefined;
  /** The index of the Map's item, in all that was entered in the same iteration. */
  readonly iteration: number | undefined;
  /** The same number in all states of one run through the inside of the parent: a branch, an iteration. */
  readonly track: number;
  /** The id of the event: visits are in the order of entering when sorted by it. */
  readonly enteredId: number;
  readonly enteredAt: number;
  /** JSON text. */
  readonly input: string;
  exitedAt?: number;
  /** JSON text. */
  output?: string;
  readonly attempts: VisitAttempt[];
  /** The ARNs of the Map Runs that a distributed Map has begun, one for each attempt. */
  readonly mapRuns: string[];
}

/** The details of an event, whatever the name of the member that has them. */
interface Details {
  readonly name?: string;
  readonly input?: string;
  readonly index?: number;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly mapRunArn?: string;
}

/** Where an event belongs to. */
interface Place {
  readonly event: HistoryEvent;
  /** Undefined outside of all states. */
  readonly visit: Visit | undefined;
  readonly iteration: number | undefined;
}

/** Puts the events of a history together to visits; what is inside of a visit follows it, one track after the other. */
export function visitsOf(history: readonly HistoryEvent[]): Visit[] {
  const inside = new Map<Visit | undefined, Visit[]>();
  for (const visit of visitsByTime(history)) {
    const siblings = inside.get(visit.parent);
    if (siblings) siblings.push(visit);
    else inside.set(visit.parent, [visit]);
  }
  const below = (parent: Visit | undefined): Visit[] => {
    const visits = (inside.get(parent) ?? []).toSorted((a, b) => a.track - b.track);
    return visits.flatMap((visit) => [visit, ...below(visit)]);
  };
  return below(undefined);
}

function visitsByTime(history: readonly HistoryEvent[]): Visit[] {
  const visits: Visit[] = [];
  const places = new Map<number, Place>();
  for (const event of history) {
    const before = places.get(event.previousEventId);
    const details = detailsOf(event);
    const type = /^(\w+)StateEntered$/.exec(event.type)?.[1];
    if (type !== undefined) {
      const enteredAt = event.timestamp.getTime();
      const { name, input } = details as { readonly name: string; readonly input: string };
      const scope = scopeAfter(before, event.id);
      const visit: Visit = { name, type, ...scope, enteredId: event.id, enteredAt, input, attempts: [], mapRuns: [] };
      visits.push(visit);
      places.set(event.id, { event, visit, iteration: visit.iteration });
      continue;
    }
    const visit = event.type === 'EvaluationFailed' ? failedIn(details, places) : ownerOf(event, details, before);
    places.set(event.id, { event, visit, iteration: details.index ?? before?.iteration });
    if (visit) tell(visit, event, details, before);
  }
  return visits;
}

function detailsOf(event: HistoryEvent): Details {
  const member = Object.keys(event).find((name) => name.endsWith('EventDetails'));
  return member === undefined ? {} : (event[member as keyof HistoryEvent] as Details);
}

/** What a state is inside of that is entered after that place. */
function scopeAfter(before: Place | undefined, id: number): Pick<Visit, 'parent' | 'iteration' | 'track'> {
  if (!before?.visit) return { parent: undefined, iteration: undefined, track: id };
  const { event, visit, iteration } = before;
  if (isExit(event.type)) return { parent: visit.parent, iteration: visit.iteration, track: visit.track };
  return { parent: visit, iteration: event.type === 'MapIterationStarted' ? iteration : undefined, track: id };
}

const isExit = (type: string): boolean => type.endsWith('StateExited');

/** An event of a Map or a Parallel may follow one of a state inside it; every other follows one of the same state. */
function ownerOf({ type }: HistoryEvent, { name }: Details, before: Place | undefined): Visit | undefined {
  if (!before) return undefined;
  const group = /^(Map|Parallel)/.exec(type)?.[1];
  if (group === undefined) return before.visit;
  const closesInner = before.event.type === type && type.endsWith('StateFailed');
  let visit = closesInner || (isExit(before.event.type) && !isExit(type)) ? before.visit?.parent : before.visit;
  while (visit && (visit.type !== group || (name !== undefined && visit.name !== name))) visit = visit.parent;
  return visit;
}

/** EvaluationFailed does not follow an event of its state; its cause says which entered state failed (recorded). */
function failedIn({ cause }: Details, places: ReadonlyMap<number, Place>): Visit | undefined {
  const id = /\(entered at the event id #(\d+)\)/.exec(cause ?? '')?.[1];
  return id === undefined ? undefined : places.get(Number(id))?.visit;
}

const begins = /^(?:Task|LambdaFunction|Activity)Scheduled$|^(?:MapState|ParallelState)Started$/;
const succeeds = /^(?:Task|LambdaFunction|Activity)Succeeded$/;
const fails = /^(?!MapIteration).*(?:Failed|TimedOut)$/;

/** Adds to a visit what an event says of it. Events that end in `Aborted` do not tell what was: they hang on the failure. */
function tell(visit: Visit, event: HistoryEvent, details: Details, before: Place | undefined): void {
  const { output, error, cause, mapRunArn } = details;
  const at = event.timestamp.getTime();
  const { attempts } = visit;
  const failure = (): string =>
    [error, cause].filter((text) => text).join(': ') || before?.visit?.attempts.at(-1)?.failure || 'failed';
  if (begins.test(event.type)) {
    // A group that is retried has no event of its own failure: it starts again after the one inside that failed.
    const last = attempts.at(-1);
    if (last) last.failure ??= failure();
    attempts.push({ at });
  } else if (isExit(event.type)) {
    Object.assign(visit, { exitedAt: at, output });
  } else if (event.type === 'MapRunStarted') {
    visit.mapRuns.push(mapRunArn!);
  } else if (succeeds.test(event.type)) {
    attempts.at(-1)!.result = output!;
  } else if (fails.test(event.type)) {
    if (attempts.length === 0) attempts.push({ at: visit.enteredAt });
    attempts.at(-1)!.failure ??= failure();
  }
}
