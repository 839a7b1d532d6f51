import type { Environment, Json, WorkflowType } from '@stepproof/asl';
import type { ExecutionContext } from '../data-flow/context';
import type { HistoryEventType } from '../history/history-event';
import type { EventDetails } from '../history/details';
import type { Scheduler } from '../scheduler/scheduler';
import type { ExecutionIdentity } from '../machine/execution-identity';
import type { TaskDesk } from '../tasks/task-desk';
import type { DistributedChild, ChildEnd } from './distributed-child';
import type { Work } from '../scheduler/fiber';

/** What the states of an execution share: its clock, its history, its identity and the way to the outside world. */
export interface Frame {
  readonly scheduler: Scheduler;
  readonly environment: Environment;
  readonly identity: ExecutionIdentity;
  readonly workflowType: WorkflowType;
  readonly input: Json;
  /** What the execution and the machine are called in the context object. */
  readonly context: ExecutionContext;
  readonly tasks: TaskDesk;
  /** Records an event now and gives back its id. */
  record(type: HistoryEventType, previousEventId: number, details?: EventDetails): number;
  /** The first words of a cause of the interpreter's own failures. */
  placeOf(state: string, enteredId: number): string;
  /** Runs an item or a batch of a distributed Map as an execution of its own. */
  runChild(child: DistributedChild): Work<ChildEnd>;
}
