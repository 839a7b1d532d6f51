import { ItemProcessor, type MapState, type Scope } from '../../syntax';

/**
 * The scope of the execution that runs a scope: the state machine, or the processor of the innermost distributed Map
 * around it, whose items have executions of their own.
 */
export function executionScopeOf(scope: Scope): Scope {
  const processor = scope.enclosing(ItemProcessor);
  if (!processor) return scope.machine;
  const map = processor.parent as MapState;
  return map.mode === 'INLINE' ? executionScopeOf(map.parent) : processor;
}
