import type { Environment, Json } from '@stepproof/asl';
import { executionContext } from '../data-flow/context';
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
  /** Records the end of what runs inside the state, for Map and Parallel. */
  abortInside: ((cause: number) => void) | undefined;
  /** Whether an event has said that the state failed or was given up. */
  isClosed = false;
  /** For Map and Parallel: how to go on with what was under way when the execution ended. */
  goOn: (() => Work<Json>) | undefined;
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
    this.enteredId = track.record(`${state.type}StateEntered`, { name: state.name, input });
    track.frame.openVisits.add(this);
  }

  get environment(): Environment {
    return this.track.frame.environment;
  }

  /** The context object, `$$` and `$states.context`. */
  get context(): Json {
    return (this.#context ??=
      this.trial?.options.context ?? executionContext(this.track.frame, this.stateContext(), this.taskToken));
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
    track.record(
      `${state.type as 'Pass'}StateExited`,
      { name: state.name, output, assignedVariables: assigned ?? noVariables },
      note,
    );
    track.visit = undefined;
    track.frame.openVisits.delete(this);
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

  abort(cause: number): void {
    this.abortInside?.(cause);
    const event = abortEvents[this.state.type];
    if (event && !this.isClosed) this.track.frame.record(event, cause);
    this.isClosed = true;
    this.track.frame.openVisits.delete(this);
  }

  /** Begins the state again in a redriven execution: its retries and timeouts count anew. */
  redrive(): void {
    this.isClosed = false;
    this.#isRedriven = true;
    this.retryCount = 0;
    this.retry = undefined;
    this.beginAttempt();
    this.track.frame.openVisits.add(this);
  }

  /** How to go on where a redriven Map or Parallel was; only its first attempt goes on. */
  takeUp(): (() => Work<Json>) | undefined {
    const { goOn } = this;
    this.goOn = undefined;
    if (!this.#isRedriven) return undefined;
    this.#isRedriven = false;
    return goOn;
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

  private stateContext(): Record<string, Json> {
    const { name, isRetriable } = this.state;
    const entered = { Name: name, EnteredTime: timestampText(this.enteredAt) };
    return isRetriable ? { ...entered, RetryCount: this.retryCount } : entered;
  }
}

const noVariables: ReadonlyMap<string, Json> = new Map();
