import type { Json } from '@stepproof/asl';

/** What the context objects of all states of an execution have in common. */
export interface ExecutionContext {
  readonly Execution: Json;
  readonly StateMachine: Json;
}
