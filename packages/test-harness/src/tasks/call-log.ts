import type { TaskCall, TaskOutcome, TaskResolver } from './task-call';

/** Remembers the calls that an execution makes, in front of the resolver that answers them. */
export class CallLog {
  readonly calls: TaskCall[] = [];
  readonly #resolver: TaskResolver;

  constructor(resolver: TaskResolver) {
    this.#resolver = resolver;
  }

  readonly resolve = (call: TaskCall): TaskOutcome | undefined | PromiseLike<TaskOutcome | undefined> => {
    this.calls.push(call);
    return this.#resolver(call);
  };
}
