import { ItemProcessor, MapState, Scope, scopesOf, type StateMachine, type WorkflowType } from '../syntax';

/**
 * The type of workflow that runs the states of a scope: the ExecutionType of the innermost distributed Map around it,
 * whose child workflows they are, else that of the machine. Undefined when only known after deployment.
 */
export function workflowTypeOf(scope: Scope, machineType: WorkflowType): WorkflowType | undefined {
  const processor = scope.enclosing(ItemProcessor);
  if (!processor) return machineType;
  const map = processor.parent;
  if (!(map instanceof MapState) || map.mode === 'INLINE') return workflowTypeOf(map!.enclosing(Scope)!, machineType);
  const type = map.mode && processor.processorConfig?.ExecutionType;
  return type === 'STANDARD' || type === 'EXPRESS' ? type : undefined;
}

/** Whether any states of a machine run as an Express workflow: its own, or those in a distributed Map. */
export const hasExpressScope = (machine: StateMachine, machineType: WorkflowType): boolean =>
  scopesOf(machine).some((scope) => workflowTypeOf(scope, machineType) === 'EXPRESS');
