import { parseTimestamp, type Json, type WaitState } from '@stepproof/asl';
import { compileJsonataExpression } from '../data-flow/jsonata-template';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import { compilePath, pathOf } from '../data-flow/path-field';
import { FieldRoots } from '../data-flow/roots';
import type { StatePlan } from '../plan/plan';
import { runtimeFailure, UnplacedFailure } from '../recovery/state-failure';
import { exitTo } from './exit';
import { nextOf } from './next';
import type { Visit } from './visit';

/** The greatest delay in seconds, a 32-bit integer: a timestamp 24 856 days ahead is refused (recorded). */
const maxDelay = 2_147_483_647;

/** Waits for a time or until one. What lies in the past is not waited for. */
export function compileWait(node: WaitState): StatePlan['run'] {
  const delayOf = compileDelay(node);
  const next = nextOf(node);
  const flow = compileDataFlow(node);
  return function* (visit) {
    const effective = flow.effectiveInput(visit);
    const seconds = delayOf(visit, effective);
    if (seconds > maxDelay) throw runtimeFailure('Wait state delay is too long.');
    if (seconds > 0) yield visit.track.frame.scheduler.sleep(seconds);
    return exitTo(next, flow.passOn(visit, effective));
  };
}

type Delay = (visit: Visit, effective: Json) => number;

function compileDelay(node: WaitState): Delay {
  if (node.has('SecondsPath')) return compileSecondsPath(node);
  if (node.has('TimestampPath')) return compileTimestampPath(node);
  return node.has('Seconds') ? compileSeconds(node) : compileTimestamp(node);
}

function compileSeconds(node: WaitState): Delay {
  const field = node.field('Seconds')!;
  const expression = field.expressions[0];
  if (!expression) return () => field.json as number;
  const evaluate = compileJsonataExpression(expression, 'number');
  return (visit) => {
    const seconds = evaluate(visit, {}) as number;
    if (Number.isInteger(seconds) && seconds >= 0) return seconds;
    throw invalidValue('Seconds', `The Seconds field must be a non-negative integer: ${seconds}`);
  };
}

function compileTimestamp(node: WaitState): Delay {
  const field = node.field('Timestamp')!;
  const expression = field.expressions[0];
  if (!expression) return (visit) => secondsUntil(field.json as string, visit)!;
  const evaluate = compileJsonataExpression(expression, 'string');
  return (visit) => {
    const text = evaluate(visit, {}) as string;
    const seconds = secondsUntil(text, visit);
    if (seconds !== undefined) return seconds;
    const cause = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`;
    throw invalidValue('Timestamp', cause);
  };
}

/** The wait has begun when its value turns out to be of no use: the failure follows StateEntered (recorded). */
const invalidValue = (location: string, cause: string): UnplacedFailure =>
  new UnplacedFailure('States.QueryEvaluationError', cause, { location, isUnderWay: true });

/** The words of the failures are recorded. */
function compileSecondsPath(node: WaitState): Delay {
  return compileWaitPath(node, 'SecondsPath', (value, text) => {
    if (typeof value !== 'number' && typeof value !== 'string') return undefined;
    if (!Number.isInteger(value)) {
      throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${text} == ${value}`);
    }
    if ((value as number) < 0) {
      throw runtimeFailure(`The SecondsPath parameter references a negative value: ${text} == ${value}`);
    }
    return value as number;
  });
}

function compileTimestampPath(node: WaitState): Delay {
  return compileWaitPath(node, 'TimestampPath', (value, text, visit) => {
    if (typeof value !== 'string') return undefined;
    const seconds = secondsUntil(value, visit);
    if (seconds !== undefined) return seconds;
    throw runtimeFailure(
      `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${text} == ${value}`,
    );
  });
}

function compileWaitPath(
  node: WaitState,
  name: 'SecondsPath' | 'TimestampPath',
  delayOf: (value: Json, text: string, visit: Visit) => number | undefined,
): Delay {
  const path = pathOf(node.field(name))!;
  const read = compilePath(path);
  return (visit, effective) => {
    const result = read(new FieldRoots(visit, effective));
    const seconds = result.found ? delayOf(result.value, path.text, visit) : undefined;
    if (seconds !== undefined) return seconds;
    throw runtimeFailure(`The ${name} parameter does not reference an input value: ${path.text}`);
  };
}

/** Fractions of a second are cut off (developer guide). Undefined for a text that is no timestamp. */
function secondsUntil(text: string, visit: Visit): number | undefined {
  const timestamp = parseTimestamp(text).value;
  if (!timestamp) return undefined;
  const until = Math.floor(timestamp.epochMillis / 1000) * 1000;
  return Math.max(0, (until - visit.track.frame.scheduler.now) / 1000);
}
