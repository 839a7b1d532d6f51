import { canonicalText, idempotencyOf, secondCallError, type Json, type TaskState } from '@stepproof/asl';
import type { TaskCall } from '../../tasks/task-call';
import { tasksByName } from '../tasks-by-name';
import type { Invariant, Trial, Violation } from './invariant';

/**
 * An Express workflow may be run again, after it has ended or after it was cut off at any point. Then its calls are made again,
 * and their effects must be those of one run: nothing twice, and nothing left out. What a call is repeated with shows whether
 * the service can tell: a token or a key that is another one in every run is none. Where the service refuses the second call,
 * the run that comes after the cut must still do what the first one has not come to.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export const survivesRedelivery: Invariant = {
  name: 'survives redelivery',
  async check(trial) {
    const calls = trial.execution.calls();
    if (calls.length === 0) return undefined;
    const tasks = tasksByName(trial.definition);
    const repeated = await trial.again();
    for (const call of calls) {
      const task = tasks.get(call.state);
      const again = task && counterpart(call, trial, repeated);
      const violation = again && judge(task, call, again);
      if (violation) return violation;
    }
    return lostByCut(trial, tasks);
  },
};

/** What is left out when the execution is cut off behind a call that its service takes only once. */
async function lostByCut(trial: Trial, tasks: ReadonlyMap<string, TaskState>): Promise<Violation | undefined> {
  const { execution, answered } = trial;
  if (execution.status !== 'SUCCEEDED') return undefined;
  for (const [last, { call, outcome }] of answered.entries()) {
    const error = 'result' in outcome ? refusalOf(call, tasks) : undefined;
    if (error === undefined) continue;
    const later = answered.slice(last + 1).filter(({ call: other }) => hasEffect(other, tasks));
    if (later.length === 0) continue;
    const done = new Set(answered.slice(0, last + 1));
    const again = await trial.again({
      outcome: (before) => {
        const refusal = done.has(before) && 'result' in before.outcome ? refusalOf(before.call, tasks) : undefined;
        return refusal === undefined ? undefined : { error: refusal, cause: 'It was done in the execution before.' };
      },
    });
    const left = later.find(({ call: { state } }) => again.execution.calls(state).length === 0);
    if (!left) continue;
    return {
      title: `"${left.call.state}" is left out when an Express execution is cut off after "${call.state}"`,
      detail: `delivered again, "${call.state}" fails with ${error}, for it was done before; catch that and go on as if it had succeeded`,
    };
  }
  return undefined;
}

function refusalOf({ state }: TaskCall, tasks: ReadonlyMap<string, TaskState>): string | undefined {
  const task = tasks.get(state);
  return task && secondCallError(task.resource, task.callParameters);
}

function hasEffect({ state }: TaskCall, tasks: ReadonlyMap<string, TaskState>): boolean {
  const task = tasks.get(state);
  return task !== undefined && idempotencyOf(task.resource, task.callParameters).class !== 'R';
}

/** The same call in the run after: the call of that state with the same number. */
function counterpart(call: TaskCall, first: Trial, second: Trial): TaskCall | undefined {
  return second.execution.calls(call.state)[first.execution.calls(call.state).indexOf(call)];
}

function judge(task: TaskState, call: TaskCall, again: TaskCall): Violation | undefined {
  const { repeatable, because, opaque } = idempotencyOf(task.resource, task.callParameters);
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
