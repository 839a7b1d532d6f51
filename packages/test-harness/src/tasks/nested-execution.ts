import type { Json, WorkflowType } from '@stepproof/asl';
import { timestampText } from '../data-flow/timestamp-text';
import type { World } from '../machine/world';
import { describeExecution } from '../states/describe-execution';
import type { ChildEnd } from '../states/distributed-child';
import type { Tasks } from './resolve-tasks';
import type { TaskCall } from './task-call';
import type { TaskEnd } from './task-end';

/** An execution that another one has started. */
export interface StartedExecution {
  readonly identity: { readonly executionArn: string; readonly startTime: number };
  whenOver(callback: () => void): void;
  stop(status: 'ABORTED', error: string | undefined, cause: string | undefined): void;
  describe(): ChildEnd;
}

/** A state machine as the Tasks that start it see it. */
export interface StartableMachine {
  readonly type: WorkflowType;
  begin(
    world: World,
    input: Json,
    options: { readonly name?: string; readonly tasks?: Tasks | undefined },
  ): StartedExecution;
}

/** Answers `states:startExecution` and its like by running a machine in the same clock. */
export class NestedExecution {
  readonly #machine: StartableMachine;
  readonly #tasks: Tasks | undefined;

  constructor(machine: StartableMachine, tasks: Tasks | undefined) {
    this.#machine = machine;
    this.#tasks = tasks;
  }

  /**
   * Starts the machine with the Input and the Name of the call. `submitted` is what StartExecution answers; `listen` tells
   * of the end, where the call waits for it.
   */
  start(call: TaskCall, world: World): NestedStart {
    const { Input, Name } = (call.parameters ?? {}) as { readonly Input?: Json; readonly Name?: Json };
    const started = this.#machine.begin(world, inputOf(Input), {
      tasks: this.#tasks,
      ...(typeof Name === 'string' && { name: Name }),
    });
    const { executionArn, startTime } = started.identity;
    const submitted = { ExecutionArn: executionArn, StartDate: timestampText(startTime) };
    const isAwaited =
      call.pattern === 'sync' || call.pattern === 'sync:2' || call.resource.endsWith(':startSyncExecution');
    if (!isAwaited) return { submitted, listen: undefined };
    return {
      submitted,
      listen: (end) => {
        started.whenOver(() => {
          end(endOf(started.describe(), call));
        });
        // A job whose Task is given up is cancelled.
        return () => {
          started.stop('ABORTED', undefined, undefined);
        };
      },
    };
  }
}

export interface NestedStart {
  readonly submitted: Json;
  /** Undefined where the call does not wait for the end. */
  readonly listen: ((end: (end: TaskEnd) => void) => () => void) | undefined;
}

/** Input is a JSON value or its text; without one it is `{}` (recorded for null). */
function inputOf(input: Json | undefined): Json {
  if (input === undefined || input === null) return {};
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input) as Json;
  } catch {
    return input;
  }
}

/** Whatever the child failed with, `.sync` fails with States.TaskFailed, and the description is the cause (recorded). */
function endOf(child: ChildEnd, { pattern, resource }: TaskCall): TaskEnd {
  const isSync = resource.endsWith(':startSyncExecution');
  const description = describeExecution(child, {
    // `.sync:2` gives Input and Output as JSON, everything else as JSON text (recorded).
    data: pattern === 'sync:2' ? (value) => value : JSON.stringify,
    date: (time) => time,
    redriveStatus: 'REDRIVABLE',
  });
  if (child.status === 'SUCCEEDED' || isSync) return { kind: 'result', result: description };
  return { kind: 'error', error: 'States.TaskFailed', cause: JSON.stringify(description) };
}
