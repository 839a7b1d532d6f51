import type { Json, WorkflowType } from '@stepproof/asl';
import type { ExecutionStatus } from '../machine/execution-status';
import type { ScopePlan } from '../plan/plan';
import type { Work } from '../scheduler/fiber';

/** An item or a batch of a distributed Map: an execution of its own, with its own history and without outer variables. */
export interface DistributedChild {
  readonly scope: ScopePlan;
  readonly input: Json;
  readonly workflowType: WorkflowType;
  /** What the Map is called in the ARNs of its children. */
  readonly label: string;
  readonly iterations: readonly number[];
  readonly mapRunArn: string;
}

/** A child on its way, or at its end. */
export interface ChildExecution {
  readonly status: ExecutionStatus;
  /** Waits for its end. Whoever stops waiting aborts it. */
  untilOver(): Work<void>;
  /**
   * Begins it again in a redriven Map Run: a Standard execution goes on where it stopped, an Express execution starts
   * anew. Undefined if it cannot be redriven.
   */
  again(): ChildExecution | undefined;
  describe(): ChildEnd;
}

/** What a child has left when it ended. */
export interface ChildEnd {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly input: Json;
  readonly output: Json | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly startTime: number;
  readonly stopTime: number;
  readonly redriveCount: number;
}
