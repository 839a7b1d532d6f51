import { workflowTypeOf } from '../analysis';
import { MapState, statesOf, TaskState, type Field } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/**
 * What an Express workflow cannot do: wait for jobs, callbacks and activities, and run a distributed Map. The child
 * workflows of a distributed Map are Express when its ExecutionType says so.
 */
export const noExpressUnsupported: ValidityCheck = function* (machine, { workflowType }) {
  for (const state of statesOf(machine)) {
    if (workflowTypeOf(state.parent, workflowType) !== 'EXPRESS') continue;
    const fault =
      state instanceof TaskState ? faultOfTask(state) : state instanceof MapState ? faultOfMap(state) : undefined;
    if (!fault) continue;
    const { field, cannot, remedy, aws } = fault;
    yield {
      message: `"${state.name}" is in an Express workflow, which cannot ${cannot}; ${remedy}, or make the workflow Standard`,
      range: field.value.range,
      aws: schema(aws, field.location),
    };
  }
};

interface Fault {
  readonly field: Field;
  readonly cannot: string;
  readonly remedy: string;
  readonly aws: string;
}

function faultOfMap(map: MapState): Fault | undefined {
  const field = map.isDistributed ? map.itemProcessor?.processorConfig?.field('Mode') : undefined;
  return (
    field && {
      field,
      cannot: 'run a distributed Map',
      remedy: 'use the mode "INLINE"',
      // AWS's words are unverified.
      aws: 'Express state machine does not support DISTRIBUTED mode',
    }
  );
}

function faultOfTask(task: TaskState): Fault | undefined {
  const { resource } = task;
  const field = task.field('Resource');
  if (!field) return undefined;
  if (resource.kind === 'activity') {
    return {
      field,
      cannot: 'wait for an activity',
      remedy: 'call a Lambda function or a service instead',
      aws: 'Express state machine does not support Activity ARN',
    };
  }
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined;
  const { pattern } = resource;
  if (pattern === 'waitForTaskToken') {
    return {
      field,
      cannot: 'wait for a callback',
      remedy: 'drop ".waitForTaskToken"',
      // The blank at the end is AWS's own.
      aws: "Express state machine does not support '.waitForTaskToken' service integration ",
    };
  }
  if (pattern === 'sync' || pattern === 'sync:2') {
    return {
      field,
      cannot: 'wait for a job',
      remedy: `drop ".${pattern}" and ask for the job's status in a loop`,
      aws: "Express state machine does not support '.sync' service integration",
    };
  }
  return undefined;
}
