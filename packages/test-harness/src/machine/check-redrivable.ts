import type { ExecutionRun } from './execution-run';

/** An execution that AWS would not redrive; `name` is that of its exception. */
export class ExecutionNotRedrivableError extends Error {
  override readonly name = 'ExecutionNotRedrivable';
}

const maxAge = 14 * 86_400;
const maxEvents = 24_999;

/** https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-eligibility */
export function checkRedrivable(run: ExecutionRun, secondsLater: number): void {
  const { status, workflowType, history } = run;
  if (workflowType === 'EXPRESS') throw refusal('is of the type EXPRESS', 'use a Standard machine');
  if (status === 'RUNNING' || status === 'SUCCEEDED')
    throw refusal(`is ${status}`, 'redrive one that has not succeeded');
  if (secondsLater > maxAge) throw refusal('ended more than 14 days before', 'redrive it sooner');
  if (history.events.length >= maxEvents) throw refusal(`has ${history.events.length} events`, 'start it anew');
}

const refusal = (fault: string, remedy: string): ExecutionNotRedrivableError =>
  new ExecutionNotRedrivableError(`The execution ${fault} and cannot be redriven; ${remedy}`);
