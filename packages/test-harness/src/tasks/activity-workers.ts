import type { Json } from '@stepproof/asl';
import { wait, type Work } from '../scheduler/fiber';
import type { TaskCall } from './task-call';

/** What GetActivityTask gives a worker. */
export interface ActivityTask {
  readonly taskToken: string;
  readonly input: Json;
}

interface Waiting {
  readonly call: TaskCall;
  readonly take: (workerName: string | undefined) => void;
}

/** The tasks of activities that wait for a worker, in the order in which they were scheduled. */
export class ActivityWorkers {
  readonly #waiting = new Set<Waiting>();

  /** Waits until a worker takes the task. Gives back the worker's name. */
  *awaitWorker(call: TaskCall): Work<string | undefined> {
    return yield* wait<string | undefined>((resume) => {
      const waiting = { call, take: resume };
      this.#waiting.add(waiting);
      return () => {
        this.#waiting.delete(waiting);
      };
    });
  }

  /** Takes the task that has waited longest; undefined when there is none. */
  poll(activityArn: string, workerName: string | undefined): ActivityTask | undefined {
    for (const waiting of this.#waiting) {
      const { call, take } = waiting;
      if (call.resource !== activityArn) continue;
      this.#waiting.delete(waiting);
      take(workerName);
      return { taskToken: call.taskToken!, input: call.parameters };
    }
    return undefined;
  }
}
