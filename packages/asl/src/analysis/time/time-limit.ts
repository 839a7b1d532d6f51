import { StateMachine, type Field, type Scope, type State, type WorkflowType } from '../../syntax';
import { executionScopeOf } from '../graph/execution-scope';
import { workflowTypeOf } from '../workflow-type';
import { scopeTimes } from './scope-times';

/** When the service ends an execution, whatever it is doing: no Retry and no Catch is asked. */
export interface TimeLimit {
  readonly seconds: number;
  /** The TimeoutSeconds that says so; undefined for the five minutes of Express workflows. */
  readonly field: Field | undefined;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
const expressSeconds = 300;

/** A year, after which a Standard execution is ended: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const standardSeconds = 365 * 24 * 3600;

/** The limit of the execution that a scope is the scope of; undefined when there is none, or it is only known later. */
export function timeLimitOf(scope: Scope, machineType: WorkflowType): TimeLimit | undefined {
  const field = scope instanceof StateMachine ? scope.field('TimeoutSeconds') : undefined;
  // What AWS makes of 0, which it accepts, is not on record.
  const own =
    field?.value.kind === 'number' && field.value.value > 0 ? { seconds: field.value.value, field } : undefined;
  const isExpress = workflowTypeOf(scope, machineType) === 'EXPRESS';
  if (isExpress && !(own && own.seconds <= expressSeconds)) return { seconds: expressSeconds, field: undefined };
  return own;
}

/** The earliest moment, in seconds after its execution has begun, at which a state can be entered. */
export function earliestEntry(state: State): number | undefined {
  const scope = state.parent;
  const inScope = scopeTimes(scope).earliest.get(state);
  if (inScope === undefined || scope === executionScopeOf(scope)) return inScope;
  const outer = earliestEntry(scope.parent as State);
  return outer === undefined ? undefined : outer + inScope;
}
