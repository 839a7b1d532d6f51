import type { HistoryEvent } from '@stepproof/test-harness';

/** One try of a state, at virtual milliseconds since the epoch. */
interface Attempt {
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
  readonly enteredAt: number;
  exitedAt?: number;
  /** JSON text. */
  output?: string;
  readonly attempts: Attempt[];
}

/** The details of an event, whatever the name of the member that has them. */
interface Details {
  readonly name?: string;
  readonly index?: number;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Where an event belongs to. */
interface Place {
  readonly event: HistoryEvent;
  /** Undefined outside of all states. */
  readonly visit: Visit | undefined;
  readonly iteration: number | undefined;
}

/** Puts the events of a history together to visits, in the order in which the states were entered. */
export function visitsOf(history: readonly HistoryEvent[]): Visit[] {
  const visits: Visit[] = [];
  const places = new Map<number, Place>();
  for (const event of history) {
    const before = places.get(event.previousEventId);
    const details = detailsOf(event);
    const type = /^(\w+)StateEntered$/.exec(event.type)?.[1];
    if (type !== undefined) {
      const { visit: parent, iteration } = before ? scopeOf(before) : { visit: undefined, iteration: undefined };
      const enteredAt = event.timestamp.getTime();
      const visit: Visit = { name: details.name!, type, parent, iteration, enteredAt, attempts: [] };
      visits.push(visit);
      places.set(event.id, { event, visit, iteration });
      continue;
    }
    const visit = before && ownerOf(event, details, before);
    places.set(event.id, { event, visit, iteration: details.index ?? before?.iteration });
    if (visit) tell(visit, event, details);
  }
  return visits;
}

function detailsOf(event: HistoryEvent): Details {
  const member = Object.keys(event).find((name) => name.endsWith('EventDetails'));
  return member === undefined ? {} : (event[member as keyof HistoryEvent] as Details);
}

const isExit = ({ type }: HistoryEvent): boolean => type.endsWith('StateExited');

/** What a state is inside of that is entered after that event. */
function scopeOf({ event, visit, iteration }: Place): Pick<Place, 'visit' | 'iteration'> {
  if (isExit(event)) return { visit: visit?.parent, iteration: visit?.iteration };
  return { visit, iteration: event.type === 'MapIterationStarted' ? iteration : undefined };
}

/** An event of a Map or a Parallel may follow one of a state inside it; every other follows one of the same state. */
function ownerOf({ type }: HistoryEvent, { name }: Details, before: Place): Visit | undefined {
  const group = /^(Map|Parallel)/.exec(type)?.[1];
  if (group === undefined) return before.visit;
  const closesInner = before.event.type === type && type.endsWith('StateFailed');
  let visit = closesInner || (isExit(before.event) && !isExitOf(type)) ? before.visit?.parent : before.visit;
  while (visit && (visit.type !== group || (name !== undefined && visit.name !== name))) visit = visit.parent;
  return visit;
}

const isExitOf = (type: string): boolean => type.endsWith('StateExited');

const begins = /^(?:Task|LambdaFunction|Activity)Scheduled$|^(?:MapState|ParallelState)Started$/;
const fails = /^(?!MapIteration).*(?:Failed|TimedOut|Aborted)$/;

function tell(visit: Visit, event: HistoryEvent, { output, error, cause }: Details): void {
  const at = event.timestamp.getTime();
  if (begins.test(event.type)) visit.attempts.push({ at });
  else if (isExit(event)) Object.assign(visit, { exitedAt: at, output });
  else if (/^(?:Task|LambdaFunction|Activity)Succeeded$/.test(event.type)) visit.attempts.at(-1)!.result = output!;
  else if (fails.test(event.type)) {
    if (visit.attempts.length === 0) visit.attempts.push({ at: visit.enteredAt });
    const failure = [error, cause].filter((text) => text).join(': ');
    visit.attempts.at(-1)!.failure ??= failure || (event.type.endsWith('Aborted') ? 'aborted' : 'failed');
  }
}
