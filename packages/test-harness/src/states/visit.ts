import type { Environment, Json } from '@stepproof/asl';
import { stateContext } from '../data-flow/context';
import { timestampText } from '../data-flow/timestamp-text';
import type { EventDetails } from '../history/details';
import type { EventNote } from '../history/event-note';
import type { HistoryEventType } from '../history/history-event';
import { StateFailure, UnplacedFailure } from '../recovery/state-failure';
import type { Exit } from './exit';
import type { StatePlan } from '../plan/plan';
import type { Work } from '../scheduler/fiber';
import type { Track } from './track';
import type { Trial } from './trial';

/** The types of states whose giving up is an event of its own. */
const abortEvents: Partial<Record<string, HistoryEventType>> = {
  Task: 'TaskStateAborted',
  Wait: 'WaitStateAborted',
  Map: 'MapStateAborted',
  Parallel: 'ParallelStateAborted',
};

/** What a state has begun, and a redrive takes up again. */
export interface Resumable {
  /** Goes on with what was under way when the execution ended. */
  goOn(): Work<Json>;
}

/** The branches of a Parallel or the iterations of an inline Map, which run as part of the execution. */
export interface Inside extends Resumable {
  /** The branches or the iterations; undefined for an iteration that is not under way. */
  readonly tracks: readonly (Track | undefined)[];
  /** Records what is under way as given up because of the event `cause`. */
  abort(cause: number): void;
}

/** One stay in one state, from entering to leaving it, retries included. */
export class Visit {
  readonly track: Track;
  readonly state: StatePlan;
  readonly input: Json;
  readonly enteredAt: number;
  readonly enteredId: number;
  /** How often the state has been tried again. */
  retryCount = 0;
  /** What has called for the attempt that is under way; undefined for the first. */
  retry: EventNote | undefined;
  /** The token of the Task that is under way. */
  taskToken: string | undefined;
  /** What TestState wants of the visit; undefined in an execution. */
  readonly trial: Trial | undefined;
  /** What runs inside the state at the moment, and is given up with it. */
  running: Inside | undefined;
  /** Whether an event has said that the state failed or was given up. */
  isClosed = false;
  /** What a redrive goes on with. */
  begun: Resumable | undefined;
  #isRedriven = false;
  readonly #enteredAfter: number;
  #context: Json | undefined;

  constructor(track: Track, state: StatePlan, input: Json, trial?: Trial) {
    this.track = track;
    this.state = state;
    this.input = input;
    this.trial = trial;
    this.enteredAt = track.frame.scheduler.now;
    this.#enteredAfter = track.last;
    this.enteredId = track.record(state.entered, { name: state.name, input });
  }

  get environment(): Environment {
    return this.track.frame.environment;
  }

  /** The context object, `$$` and `$states.context`. */
  get context(): Json {
    return (this.#context ??=
      this.trial?.options.context ?? stateContext(this.track.frame.context, this.#stateMember(), this.taskToken));
  }

  variable(name: string): Json | undefined {
    return this.track.variables.get(name);
  }

  /** What the context says of the attempt changes with each one. */
  beginAttempt(taskToken?: string): void {
    this.taskToken = taskToken;
    this.#context = undefined;
  }

  /** Records that an attempt begins, and what has called for it. */
  recordAttempt(type: HistoryEventType, details?: EventDetails): number {
    return this.track.record(type, details, this.retry);
  }

  exit({ output, assigned, note }: Exit): void {
    const { track, state } = this;
    track.record(state.exited, { name: state.name, output, assignedVariables: assigned ?? noVariables }, note);
    track.visit = undefined;
    if (assigned && assigned.size > 0) track.variables.assign(assigned);
  }

  /** Makes a failure of the interpreter one of this state. Anything that is not a failure of the machine is thrown on. */
  failureOf(error: unknown): StateFailure {
    if (error instanceof StateFailure) return error;
    if (!(error instanceof UnplacedFailure)) throw error;
    const cause = this.track.frame.placeOf(this.state.name, this.enteredId) + error.causeText;
    if (error.errorName === 'States.QueryEvaluationError') this.#recordEvaluationFailed(error, cause);
    return new StateFailure(error.errorName, cause);
  }

  /** The visit and those that are under way inside it. */
  *open(): Iterable<Visit> {
    yield this;
    for (const track of this.running?.tracks ?? []) if (track?.visit) yield* track.visit.open();
  }

  abort(cause: number): void {
    this.running?.abort(cause);
    const event = abortEvents[this.state.type];
    if (event && !this.isClosed) this.track.frame.record(event, cause);
    this.isClosed = true;
  }

  /** Begins the state again in a redriven execution: its retries and timeouts count anew. */
  redrive(): void {
    this.isClosed = false;
    this.#isRedriven = true;
    this.retryCount = 0;
    this.retry = undefined;
    this.beginAttempt();
  }

  /** What a redriven Map or Parallel goes on with; only its first attempt does. */
  takeUp(): Resumable | undefined {
    const { begun } = this;
    this.begun = undefined;
    if (!this.#isRedriven) return undefined;
    this.#isRedriven = false;
    return begun;
  }

  /**
   * An evaluation that fails while the state is being entered is recorded beside StateEntered, not behind it: both
   * follow the same event (recorded). Later evaluations follow what happened before them.
   */
  #recordEvaluationFailed({ errorName, location, isUnderWay }: UnplacedFailure, cause: string): void {
    const { track, enteredId } = this;
    if (track.last === enteredId && !isUnderWay) track.last = this.#enteredAfter;
    track.record('EvaluationFailed', { state: this.state.name, error: errorName, cause, location });
  }

  #stateMember(): Json {
    const { name, isRetriable } = this.state;
    const EnteredTime = timestampText(this.enteredAt);
    return isRetriable ? { Name: name, EnteredTime, RetryCount: this.retryCount } : { Name: name, EnteredTime };
  }
}

const noVariables: ReadonlyMap<string, Json> = new Map();
