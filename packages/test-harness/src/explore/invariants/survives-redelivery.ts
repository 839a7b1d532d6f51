import {
  canonicalText,
  idempotencyOf,
  statesOf,
  TaskState,
  type Json,
  type StateMachine as StateMachineNode,
} from '@stepproof/asl';
import type { TaskCall } from '../../tasks/task-call';
import type { Invariant, Trial, Violation } from './invariant';

/**
 * An Express workflow may be run again, whole or from any point at which it was cut off. Then its calls are made again, and
 * their effects must be those of one run. What a call is repeated with shows whether the service can tell: a token or a key
 * that is another one in every run is none.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export const survivesRedelivery: Invariant = {
  name: 'survives redelivery',
  async check(trial) {
    const calls = trial.execution.calls();
    if (calls.length === 0) return undefined;
    const tasks = tasksOf(trial.definition);
    const repeated = await trial.again();
    for (const call of calls) {
      const task = tasks.get(call.state);
      const again = task && counterpart(call, trial, repeated);
      const violation = again && judge(task, call, again);
      if (violation) return violation;
    }
    return undefined;
  },
};

const tasksOf = (definition: StateMachineNode): ReadonlyMap<string, TaskState> =>
  new Map([...statesOf(definition)].flatMap((state) => (state instanceof TaskState ? [[state.name, state]] : [])));

/** The same call in the run after: the call of that state with the same number. */
function counterpart(call: TaskCall, first: Trial, second: Trial): TaskCall | undefined {
  return second.execution.calls(call.state)[first.execution.calls(call.state).indexOf(call)];
}

function judge(task: TaskState, call: TaskCall, again: TaskCall): Violation | undefined {
  const { repeatable, because, opaque } = idempotencyOf(task.resource, task.callParameters, { isExpress: true });
  const different = differences(call.parameters, again.parameters);
  // Only the function itself can tell that it is called again, and only by what it is given.
  const isNoticed = opaque ? different.length === 0 : repeatable !== false;
  if (isNoticed) return undefined;
  return {
    title: `"${task.name}" ran twice in an Express redelivery`,
    detail:
      different.length > 0
        ? `the calls ${short(call)} and ${short(again)} differ in nothing but ${different.map((path) => `"${path}"`).join(', ')}`
        : `${because}; it was called twice with ${short(call)}`,
  };
}

const short = ({ parameters }: TaskCall): string => {
  const text = JSON.stringify(parameters);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};

/** The places at which two values differ, `Payload.requestId`. */
function differences(a: Json, b: Json, path = ''): string[] {
  if (isObject(a) && isObject(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap((name) =>
      differences(a[name] ?? null, b[name] ?? null, path === '' ? name : `${path}.${name}`),
    );
  }
  return canonicalText(a) === canonicalText(b) ? [] : [path === '' ? '$' : path];
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
