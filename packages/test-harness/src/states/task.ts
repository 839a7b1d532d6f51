import { maxSeconds, type Json, type TaskState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import { compileNumberField, type NumberRange } from '../data-flow/number-field';
import { fitsPayload } from '../data-flow/payload-size';
import { compileTextMember } from '../data-flow/text-member';
import type { StatePlan } from '../plan/plan';
import { Recovery } from '../recovery/recovery';
import { dataLimitExceeded, StateFailure } from '../recovery/state-failure';
import { wait, type Work } from '../scheduler/fiber';
import { taskEventsOf, taskEventType, type Scheduled, type TaskEvents } from '../tasks/task-events';
import type { TaskCall } from '../tasks/task-call';
import type { Answer } from '../tasks/task-desk';
import type { TaskEnd } from '../tasks/task-end';
import { compileParameterCheck } from '../tasks/parameter-shapes';
import { exitTo, type Exit } from './exit';
import { nextOf } from './next';
import type { Visit } from './visit';

const positiveSeconds = (name: string): NumberRange => ({
  kind: 'integer',
  fault: (value) =>
    value > 0 && value <= maxSeconds ? undefined : `The ${name} must be from 1 to ${maxSeconds}: ${value}`,
});

/** Calls an integration; its result is what the integration gives back. */
export function compileTask(node: TaskState): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const resource = node.Resource as string;
  const events = taskEventsOf(resource);
  const timeoutOf = compileNumberField(node, 'TimeoutSeconds', positiveSeconds('TimeoutSeconds'));
  const heartbeatOf = compileNumberField(node, 'HeartbeatSeconds', positiveSeconds('HeartbeatSeconds'));
  const checkParameters = compileParameterCheck(resource);
  const roleOf = compileTextMember(node.credentials, 'RoleArn');
  const next = nextOf(node);

  function* attempt(visit: Visit): Work<Exit> {
    const { track } = visit;
    const { frame } = track;
    const token = events.hasToken ? frame.environment.uuid() : undefined;
    visit.beginAttempt(token);
    const effective = flow.effectiveInput(visit);
    const parameters = flow.argumentsOf(visit, effective);
    const scheduled: Scheduled = {
      parameters,
      region: frame.identity.region,
      timeout: timeoutOf(visit, effective),
      heartbeat: heartbeatOf(visit, effective),
      roleArn: roleOf(visit),
    };
    checkParameters(parameters);
    if (!fitsPayload(parameters)) throw dataLimitExceeded(visit.state.name);
    const end = yield* callTask(visit, events, resource, scheduled, token);
    visit.trial?.inspect('result', resultOf(end));
    return exitTo(next, flow.outputOf(visit, resultOf(end)));
  }

  const recovery = new Recovery(node, attempt);
  return (visit) => recovery.run(visit);
}

const resultOf = (end: TaskEnd): Json => (end as Extract<TaskEnd, { kind: 'result' }>).result;

/** Schedules, starts and awaits a task, and records each step. Gives back a result; all other ends are thrown. */
function* callTask(
  visit: Visit,
  events: TaskEvents,
  resource: string,
  scheduled: Scheduled,
  token: string | undefined,
): Work<TaskEnd> {
  const { track, state, retryCount } = visit;
  const { scheduler, tasks, identity } = track.frame;
  visit.recordAttempt(taskEventType(events, 'Scheduled'), events.scheduled(scheduled));
  // Everything that is scheduled at this moment is scheduled before anything starts (recorded for a concurrent Map).
  yield scheduler.tick;
  const call: { -readonly [Member in keyof TaskCall]: TaskCall[Member] } = {
    state: state.name,
    resource,
    parameters: scheduled.parameters,
    attempt: retryCount,
    iterations: track.iterations,
    pattern: events.pattern,
    time: new Date(scheduler.now),
    executionArn: identity.executionArn,
  };
  if (token !== undefined) call.taskToken = token;
  if (scheduled.roleArn !== undefined) call.roleArn = scheduled.roleArn;
  if (token !== undefined) tasks.issue(token);
  const answer = yield* startTask(visit, events, call);
  const isStarted = answer.submitted !== undefined || !('error' in answer);
  if (events.pattern !== 'request-response' && isStarted) {
    track.record(taskEventType(events, 'Submitted'), events.later({ output: answer.submitted ?? {} }));
  }
  const end = yield* wait(tasks.settle(awaitedAnswer(answer, events), scheduled, token));
  tasks.checkEnd(end, call);
  if (end.kind === 'result' && fitsPayload(end.result)) {
    track.record(taskEventType(events, 'Succeeded'), events.later({ output: end.result }));
    return end;
  }
  const failure = failureOf(end, events);
  const { errorName: error, causeText: cause } = failure;
  const suffix = end.kind === 'timeout' ? 'TimedOut' : 'Failed';
  track.record(taskEventType(events, suffix), events.later({ error, cause }));
  throw failure;
}

/** The task of an activity starts when a worker takes it, every other at once. */
function* startTask(visit: Visit, events: TaskEvents, call: TaskCall): Work<Answer> {
  const { track } = visit;
  const { tasks } = track.frame;
  const started = taskEventType(events, 'Started');
  if (!events.isActivity) track.record(started, events.started(undefined));
  const answer = yield* tasks.ask(call);
  if (!events.isActivity) return answer!;
  const workerName = answer ? undefined : yield* tasks.awaitWorker(call);
  track.record(started, events.started(workerName));
  return answer ?? { never: true };
}

/** Who waits for a token does not care for the end of what the call has started. */
function awaitedAnswer(answer: Answer, { pattern }: TaskEvents): Answer {
  if (pattern !== 'waitForTaskToken' || !('listen' in answer)) return answer;
  return { never: true, submitted: answer.submitted };
}

/** A missed heartbeat is reported as States.Timeout, too, and neither has a cause (recorded). */
function failureOf(end: TaskEnd, events: TaskEvents): StateFailure {
  switch (end.kind) {
    case 'result':
      return dataLimitExceeded(events.resultOwner);
    case 'error':
      return new StateFailure(end.error, end.cause);
    case 'timeout':
      return new StateFailure('States.Timeout', undefined, end.isHeartbeat);
  }
}
