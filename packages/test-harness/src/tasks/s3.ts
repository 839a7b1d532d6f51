import type { Json } from '@stepproof/asl';
import { StateFailure } from '../recovery/state-failure';
import { wait, type Work } from '../scheduler/fiber';
import type { Visit } from '../states/visit';

/** A mock of S3 has answered with something that an ItemReader cannot read. It fails the test, not the machine. */
export class S3AnswerError extends TypeError {
  override readonly name = 'S3AnswerError';
}

/** Calls S3 for an ItemReader or a ResultWriter, through the same resolver as the Tasks. */
export function* callS3(visit: Visit, resource: string, parameters: Json, errorName: string): Work<Json> {
  const { track, state, retryCount } = visit;
  const { tasks, scheduler, identity } = track.frame;
  const outcome = yield* tasks.askAtOnce({
    state: state.name,
    resource,
    parameters,
    attempt: retryCount,
    iterations: track.iterations,
    pattern: 'request-response',
    time: new Date(scheduler.now),
    executionArn: identity.executionArn,
  });
  const end = yield* wait(tasks.settle(outcome, { timeout: undefined, heartbeat: undefined }, undefined));
  if (end.kind === 'result') return end.result;
  if (end.kind === 'timeout') throw new StateFailure('States.Timeout', undefined);
  throw new StateFailure(errorName, end.cause ?? end.error);
}
