import type { ExecutionRun } from './execution-run';
import { reachedLimit } from './redrive-limits';

/** An execution that AWS would not redrive; `name` is that of its exception. */
export class ExecutionNotRedrivableError extends Error {
  override readonly name = 'ExecutionNotRedrivable';
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-eligibility */
export function checkRedrivable(run: ExecutionRun, secondsLater: number): void {
  const { status, workflowType, mapRunArn } = run;
  if (mapRunArn !== undefined) throw refusal('is a child of a Map Run', 'redrive the execution of the Map');
  if (workflowType === 'EXPRESS') throw refusal('is of the type EXPRESS', 'use a Standard machine');
  if (status === 'RUNNING' || status === 'SUCCEEDED')
    throw refusal(`is ${status}`, 'redrive one that has not succeeded');
  const limit = reachedLimit(run, secondsLater);
  if (limit) throw refusal(limit.fault, limit.remedy);
}

const refusal = (fault: string, remedy: string): ExecutionNotRedrivableError =>
  new ExecutionNotRedrivableError(`The execution ${fault} and cannot be redriven; ${remedy}`);
