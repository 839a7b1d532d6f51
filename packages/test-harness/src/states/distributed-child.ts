import type { Json, WorkflowType } from '@stepproof/asl';
import type { ScopePlan } from '../plan/plan';

/** An item or a batch of a distributed Map: an execution of its own, with its own history and without outer variables. */
export interface DistributedChild {
  readonly scope: ScopePlan;
  readonly input: Json;
  readonly workflowType: WorkflowType;
  /** What the Map is called in the ARNs of its children. */
  readonly label: string;
  readonly iterations: readonly number[];
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
}
