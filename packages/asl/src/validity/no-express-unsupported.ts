import { workflowTypeOf } from '../analysis';
import { MapState, statesOf, TaskState } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/**
 * What an Express workflow cannot do: wait for jobs, callbacks and activities, and run a distributed Map. The child
 * workflows of a distributed Map are Express when its ExecutionType says so.
 */
export const noExpressUnsupported: ValidityCheck = function* (machine, { workflowType }) {
  for (const state of statesOf(machine)) {
    if (workflowTypeOf(state.parent, workflowType) !== 'EXPRESS') continue;
    if (state instanceof MapState && state.isDistributed) {
      const mode = state.itemProcessor!.processorConfig!.field('Mode')!;
      yield {
        message: 'An Express workflow cannot run a distributed Map; use "INLINE", or make the workflow Standard',
        range: mode.value.range,
        aws: schema('Express state machine does not support DISTRIBUTED mode', mode.location),
      };
    }
    if (!(state instanceof TaskState)) continue;
    const field = state.field('Resource');
    const fault = field && waits(state);
    if (!fault) continue;
    yield {
      message: `An Express workflow cannot wait for ${fault.what}; ${fault.remedy}, or make the workflow Standard`,
      range: field.value.range,
      aws: schema(fault.aws, field.location),
    };
  }
};

function waits({ resource }: TaskState): { what: string; remedy: string; aws: string } | undefined {
  if (resource.kind === 'activity') {
    return {
      what: 'an activity',
      remedy: 'call a service or a Lambda function instead',
      aws: 'Express state machine does not support Activity ARN',
    };
  }
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined;
  if (resource.pattern === 'waitForTaskToken') {
    return {
      what: 'a callback (".waitForTaskToken")',
      remedy: 'drop the suffix',
      // The blank at the end is AWS's own.
      aws: "Express state machine does not support '.waitForTaskToken' service integration ",
    };
  }
  if (resource.pattern === 'sync' || resource.pattern === 'sync:2') {
    return {
      what: 'a job (".sync")',
      remedy: 'drop the suffix and poll',
      aws: "Express state machine does not support '.sync' service integration",
    };
  }
  return undefined;
}
