import { plainJson } from './plain-json';
import type { TaskCall, TaskOutcome } from './task-call';

/** A mock or a resolver gave back something that is no outcome of a call. */
export class InvalidOutcomeError extends TypeError {
  override readonly name = 'InvalidOutcomeError';
}

const kinds = ['result', 'error', 'never'] as const;

/** Checks an outcome that comes from a test, and copies what it brings. */
export function checkedOutcome(outcome: unknown, { state, resource }: TaskCall): TaskOutcome {
  const what = `The outcome of "${resource}" in the state "${state}"`;
  if (typeof outcome !== 'object' || outcome === null) {
    throw new InvalidOutcomeError(
      `${what} is ${describe(outcome)}; give back { result }, { error, cause } or { never: true }`,
    );
  }
  const given = kinds.filter((kind) => kind in outcome);
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    const fault = kind === undefined ? 'has none of' : 'has more than one of';
    throw new InvalidOutcomeError(`${what} ${fault} "result", "error" and "never"; give exactly one`);
  }
  const { after, submitted, result, error, cause } = outcome as Record<string, unknown>;
  if (after !== undefined && !(typeof after === 'number' && after >= 0 && Number.isFinite(after))) {
    throw new InvalidOutcomeError(`${what} comes "after" ${JSON.stringify(after)}; give seconds of 0 or more`);
  }
  const options = {
    ...(after !== undefined && { after }),
    ...(submitted !== undefined && { submitted: plainJson(submitted, `${what} in "submitted"`) }),
  };
  if (kind === 'result') return { ...options, result: plainJson(result, what) };
  if (kind === 'never') return { ...options, never: true };
  return { ...options, error: text(error, 'error', what), cause: text(cause, 'cause', what) };
}

function text(value: unknown, member: string, what: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new InvalidOutcomeError(`${what} has ${describe(value)} as "${member}"; use a string`);
}

const describe = (value: unknown): string => (value === null ? 'null' : `a value of type "${typeof value}"`);
