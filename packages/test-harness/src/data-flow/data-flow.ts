import type { Json } from '@stepproof/asl';
import type { Exit } from '../states/exit';
import type { Visit } from '../states/visit';

export type Output = Pick<Exit, 'output' | 'assigned'>;

/** How data goes through a state: what it works on, and what becomes of its result. One for each query language. */
export interface DataFlow {
  /** What the state works with: after InputPath, or the input itself. */
  effectiveInput(visit: Visit): Json;
  /** What the work of the state is given: Parameters or Arguments, else the effective input. */
  argumentsOf(visit: Visit, effectiveInput: Json): Json;
  /** What leaves the state after its work has given that result. */
  outputOf(visit: Visit, result: Json): Output;
  /** What leaves a state that has no result of its own: what it read. */
  passOn(visit: Visit, effectiveInput: Json): Output;
}
