import type { Environment, Json, WorkflowType } from '@stepproof/asl';
import type { ExecutionContext } from '../data-flow/execution-context';
import type { HistoryEventType } from '../history/history-event';
import type { EventDetails } from '../history/details';
import type { EventNote } from '../history/event-note';
import type { Scheduler } from '../scheduler/scheduler';
import type { ExecutionIdentity } from '../machine/execution-identity';
import type { TaskDesk } from '../tasks/task-desk';
import type { ChildExecution, DistributedChild } from './distributed-child';

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
  record(type: HistoryEventType, previousEventId: number, details?: EventDetails, note?: EventNote): number;
  /** The first words of a cause of the interpreter's own failures. */
  placeOf(state: string, enteredId: number): string;
  /** Starts an item or a batch of a distributed Map as an execution of its own. */
  startChild(child: DistributedChild): ChildExecution;
}
