import type { Json } from '@stepproof/asl';
import type { RecordedEvent } from './history';

/** One attempt of a state. */
export interface StateAttempt {
  /** Virtual seconds from the start of the execution to the attempt. */
  readonly at: number;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** An attempt that a Retrier has called for, and the failure before it. */
export interface StateRetry {
  /** Virtual seconds from the start of the execution to the attempt. */
  readonly at: number;
  /** Seconds from the failure to the attempt. */
  readonly delay: number;
  /** The position of the Retrier in `Retry`. */
  readonly retrier: number;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

/** A failure that a Catcher has dealt with: the state was left by it. */
export interface CaughtFailure {
  /** Virtual seconds from the start of the execution to the moment at which the state was left. */
  readonly at: number;
  /** The position of the Catcher in `Catch`. */
  readonly catcher: number;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** The state that the Catcher leads to. */
  readonly next: string;
}

/** What has become of a state in an execution. */
export interface StateRecord {
  /** How often it was entered. */
  readonly entered: number;
  /** All attempts, retries included, in their order. */
  readonly attempts: readonly StateAttempt[];
  /** Those attempts that Retriers have called for, in their order. */
  readonly retries: readonly StateRetry[];
  /** The failures for which Catchers have led out of the state, in their order. */
  readonly caught: readonly CaughtFailure[];
  /** What the state was given, each time it was entered. */
  readonly inputs: readonly Json[];
  /** What has left the state, each time it was left. */
  readonly outputs: readonly Json[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Begins an attempt of a Task, a Parallel or a Map; of other states, entering is the attempt. */
const beginsAttempt = /^(?:Task|LambdaFunction|Activity)Scheduled$|^(?:MapState|ParallelState)Started$/;
const endsWithFailure = /(?:Failed|TimedOut)$/;

/** Reads the events of an execution for what concerns one state. */
export function recordsOf(events: readonly RecordedEvent[], name: string, startTime: number): StateRecord {
  const inputs: Json[] = [];
  const outputs: Json[] = [];
  const attempts: Mutable<StateAttempt>[] = [];
  const retries: StateRetry[] = [];
  const caught: CaughtFailure[] = [];
  /** The attempt that each event of the state belongs to, by the event's id: other tracks run in between. */
  const attemptOf = new Map<number, Mutable<StateAttempt>>();
  const begin = (event: RecordedEvent): void => {
    const attempt: Mutable<StateAttempt> = { at: (event.time - startTime) / 1000 };
    attempts.push(attempt);
    attemptOf.set(event.id, attempt);
  };
  /** Entered states that have not been tried yet. */
  const entered = new Set<number>();
  let wasEntered = 0;
  for (const event of events) {
    const { id, previousEventId, type, details, note } = event;
    if (note?.state === name) {
      const at = (event.time - startTime) / 1000;
      const { kind } = note;
      if (kind === 'retrier') retries.push({ at, ...told(note), delay: note.delay, retrier: note.index });
      if (kind === 'catcher') caught.push({ at, ...told(note), catcher: note.index, next: note.next });
    }
    if (type.endsWith('StateEntered') && details?.name === name) {
      wasEntered++;
      inputs.push(details.input!);
      entered.add(id);
      if (/^(?:Task|Map|Parallel)/.test(type)) continue;
      begin(event);
      continue;
    }
    const attempt = attemptOf.get(previousEventId);
    if (entered.has(previousEventId) && beginsAttempt.test(type)) begin(event);
    else if (note?.kind === 'retrier' && note.state === name) begin(event);
    else if (attempt && beginsAttempt.test(type)) begin(event);
    else if (type.endsWith('StateExited') && details?.name === name) {
      outputs.push(details.output!);
      // A Task's attempt has what the integration gave back, which says more than what left the state.
      if (attempt && !('output' in attempt) && !('error' in attempt)) attempt.output = details.output!;
    } else if (attempt && !type.endsWith('StateEntered')) {
      attemptOf.set(id, attempt);
      if (endsWithFailure.test(type)) Object.assign(attempt, failureOf(details));
      if (/^(?:Task|LambdaFunction|Activity)Succeeded$/.test(type)) attempt.output = details!.output!;
    }
  }
  return { entered: wasEntered, attempts, retries, caught, inputs, outputs };
}

const told = ({ error, cause }: Pick<StateRetry, 'error' | 'cause'>) => ({ error, cause });

function failureOf(details: RecordedEvent['details']): Partial<StateAttempt> {
  const { error, cause } = details ?? {};
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}
