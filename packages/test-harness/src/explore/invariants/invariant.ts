import type { StateMachine as StateMachineNode } from '@stepproof/asl';
import type { Execution } from '../../machine/execution';
import type { TaskOutcome } from '../../tasks/task-call';
import type { AnsweredCall, Scenario } from '../scenario';

/** What an invariant looks at: one execution, how it came about, and a way to try it again. */
export interface Trial {
  readonly execution: Execution;
  readonly definition: StateMachineNode;
  readonly scenario: Scenario;
  /** The calls with what became of them, in their order. */
  readonly answered: readonly AnsweredCall[];
  /**
   * Runs the machine again with the same input and outcomes, but as another execution: other UUIDs, at a later time. With
   * `maxDelay`, answers take up to that many seconds, so that branches and iterations overtake each other.
   */
  again(options?: Again): Promise<Trial>;
}

/** What is another in the execution that repeats one. */
export interface Again {
  /** Seconds. */
  readonly maxDelay?: number;
  /** What becomes of a call this time; undefined: what became of it. */
  readonly outcome?: (before: AnsweredCall) => TaskOutcome | undefined;
}

/** What an invariant has found. */
export interface Violation {
  /** What happened, in a few words: `States.NoChoiceMatched in "Route"`. Two violations with one title are the same one. */
  readonly title: string;
  /** The state that is to blame, by its name. */
  readonly state?: string | undefined;
  /** More about this one, such as the values that are to blame. */
  readonly detail?: string;
}

/** What must hold in every execution. Users may add their own; `expect` inside `check` tells what does not hold, too. */
export interface Invariant {
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a check that only expects gives nothing back
  check(trial: Trial): Violation | void | Promise<Violation | void>;
}
