import type { TaskCall, TaskResolver } from './task-call';

/** Remembers the calls that an execution makes, in front of the resolver that answers them. */
export class CallLog {
  readonly calls: TaskCall[] = [];
  #resolver: TaskResolver;

  constructor(resolver: TaskResolver) {
    this.#resolver = resolver;
  }

  /** From now on, others answer. */
  answerBy(resolver: TaskResolver): void {
    this.#resolver = resolver;
  }

  readonly resolve = (call: TaskCall): ReturnType<TaskResolver> => {
    this.calls.push(call);
    return this.#resolver(call);
  };
}
