import type { MapState } from '@stepproof/asl';
import type { CompileScope, StatePlan } from '../plan/plan';
import { compileDistributedMap } from './distributed-map';
import { compileInlineMap } from './inline-map';

/** Runs its processor once for each item: inside the execution, or each as an execution of its own. */
export function compileMap(node: MapState, compileScope: CompileScope): StatePlan['run'] {
  return node.isDistributed ? compileDistributedMap(node, compileScope) : compileInlineMap(node, compileScope);
}
