import type { TaskCall } from './task-call';

/** A call that no mock answers. It fails the test, not the machine: the machine never saw such an answer on AWS. */
export class UnansweredCallError extends Error {
  override readonly name = 'UnansweredCallError';
  readonly call: TaskCall;

  constructor(call: TaskCall) {
    const { state, resource, parameters } = call;
    super(
      `Nothing answers the call of "${resource}" in the state "${state}" with the parameters ${JSON.stringify(parameters)}; ` +
        `add a mock to "tasks", such as { ${JSON.stringify(state)}: mock.returns({ ... }) }`,
    );
    this.call = call;
  }
}
