import { TaskState, type State } from '../../syntax';

/** Whether a Task calls a Lambda function and goes on with its answer. */
export const callsFunction = (state: State): state is TaskState =>
  state instanceof TaskState &&
  (state.resource.kind === 'lambda' ||
    (state.resource.kind === 'optimized' &&
      state.resource.service === 'lambda' &&
      state.resource.pattern === 'request-response'));
