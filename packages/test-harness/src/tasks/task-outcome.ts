import { plainJson } from './plain-json';
import type { TaskCall, TaskOutcome } from './task-call';

/** A mock or a resolver gave back something that is no outcome of a call. */
export class InvalidOutcomeError extends TypeError {
  override readonly name = 'InvalidOutcomeError';
}

/** Checks an outcome that comes from a test, and copies what it brings. */
export function checkedOutcome(outcome: unknown, call: TaskCall): TaskOutcome {
  if (typeof outcome !== 'object' || outcome === null) {
    throw invalid(call, `is ${describe(outcome)}; give back { result }, { error, cause } or { never: true }`);
  }
  const kinds = { result: 'result' in outcome, error: 'error' in outcome, never: 'never' in outcome };
  const given = Number(kinds.result) + Number(kinds.error) + Number(kinds.never);
  if (given !== 1) {
    const fault = given === 0 ? 'has none of' : 'has more than one of';
    throw invalid(call, `${fault} "result", "error" and "never"; give exactly one`);
  }
  const { after, submitted, result, error, cause } = outcome as Record<string, unknown>;
  if (after !== undefined && !(typeof after === 'number' && after >= 0 && Number.isFinite(after))) {
    throw invalid(call, `comes "after" ${JSON.stringify(after)}; give seconds of 0 or more`);
  }
  const what = outcomeOf(call);
  const copied = submitted === undefined ? undefined : plainJson(submitted, `${what} in "submitted"`);
  if (kinds.result) return { after, submitted: copied, result: plainJson(result, what) };
  if (kinds.never) return { after, submitted: copied, never: true };
  return { after, submitted: copied, error: text(call, error, 'error'), cause: text(call, cause, 'cause') };
}

function text(call: TaskCall, value: unknown, member: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(call, `has ${describe(value)} as "${member}"; use a string`);
}

const invalid = (call: TaskCall, fault: string): InvalidOutcomeError =>
  new InvalidOutcomeError(`${outcomeOf(call)} ${fault}`);

const outcomeOf = ({ state, resource }: TaskCall): string => `The outcome of "${resource}" in the state "${state}"`;

const describe = (value: unknown): string => (value === null ? 'null' : `a value of type "${typeof value}"`);
