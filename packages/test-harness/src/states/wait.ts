import { parseTimestamp, type Json, type WaitState } from '@stepproof/asl';
import { compileJsonataExpression } from '../data-flow/jsonata-template';
import { JsonataFlow } from '../data-flow/jsonata-flow';
import { JsonPathFlow } from '../data-flow/json-path-flow';
import { compilePath, pathOf } from '../data-flow/path-field';
import { FieldRoots } from '../data-flow/roots';
import type { StatePlan } from '../plan/plan';
import { runtimeFailure, UnplacedFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { nextOf } from './next';
import type { Visit } from './visit';

/** The greatest delay in seconds, a 32-bit integer: a timestamp 24 856 days ahead is refused (recorded). */
const maxDelay = 2_147_483_647;

/** Waits for a time or until one. What lies in the past is not waited for. */
export function compileWait(node: WaitState): StatePlan['run'] {
  const delayOf = compileDelay(node);
  const next = nextOf(node);
  const flow = node.queryLanguage === 'JSONata' ? new JsonataFlow(node) : new JsonPathFlow(node);
  return function* (visit) {
    const effective = flow.effectiveInput(visit);
    const seconds = yield* delayOf(visit, effective);
    if (seconds > maxDelay) throw runtimeFailure('Wait state delay is too long.');
    if (seconds > 0) yield visit.track.frame.scheduler.sleep(seconds);
    const output = flow instanceof JsonataFlow ? yield* flow.passOn(visit) : flow.passOn(visit, effective);
    return { ...output, next };
  };
}

type Delay = (visit: Visit, effective: Json) => Work<number>;

function compileDelay(node: WaitState): Delay {
  if (node.has('SecondsPath')) return compileSecondsPath(node);
  if (node.has('TimestampPath')) return compileTimestampPath(node);
  return node.has('Seconds') ? compileSeconds(node) : compileTimestamp(node);
}

function compileSeconds(node: WaitState): Delay {
  const field = node.field('Seconds')!;
  const expression = field.expressions[0];
  if (!expression) return literally(() => field.json as number);
  const evaluate = compileJsonataExpression(expression, 'number');
  return function* (visit) {
    const seconds = (yield* evaluate(visit, {})) as number;
    if (Number.isInteger(seconds) && seconds >= 0) return seconds;
    throw invalidValue('Seconds', `The Seconds field must be a non-negative integer: ${seconds}`);
  };
}

function compileTimestamp(node: WaitState): Delay {
  const field = node.field('Timestamp')!;
  const expression = field.expressions[0];
  if (!expression) return literally((visit) => secondsUntil(field.json as string, visit)!);
  const evaluate = compileJsonataExpression(expression, 'string');
  return function* (visit) {
    const text = (yield* evaluate(visit, {})) as string;
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
  return literally((visit, effective) => {
    const result = read(new FieldRoots(visit, effective));
    const seconds = result.found ? delayOf(result.value, path.text, visit) : undefined;
    if (seconds !== undefined) return seconds;
    throw runtimeFailure(`The ${name} parameter does not reference an input value: ${path.text}`);
  });
}

function literally(delayOf: (visit: Visit, effective: Json) => number): Delay {
  // eslint-disable-next-line require-yield -- the JSONata counterparts wait
  return function* (visit, effective) {
    return delayOf(visit, effective);
  };
}

/** Fractions of a second are cut off (developer guide). Undefined for a text that is no timestamp. */
function secondsUntil(text: string, visit: Visit): number | undefined {
  const timestamp = parseTimestamp(text).value;
  if (!timestamp) return undefined;
  const until = Math.floor(timestamp.epochMillis / 1000) * 1000;
  return Math.max(0, (until - visit.track.frame.scheduler.now) / 1000);
}
