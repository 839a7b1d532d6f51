import type { Scope, State, StateMachine } from '../../syntax';
import { inputsOf } from './contract-shapes';
import type { DataShape } from './data-shape';
import type { DataRead } from './data-read';
import { ScopeFlow } from './scope-flow';
import type { RunScope } from './transfer';
import type { World } from './world';

/** What is known of the data of a machine: docs/architecture/shapes.md. */
export interface DataFlow {
  /** What a state may find when it is entered; empty for one that nothing leads to. */
  worldsAt(state: State): readonly World[];
  /** What may come out of a scope. */
  outputOf(scope: Scope): DataShape;
  /** Every look at the data by a path or an expression, once for each world of its state. */
  readonly reads: readonly DataRead[];
}

/** Computed once for each machine. */
export const dataFlowOf = (machine: StateMachine): DataFlow => machine.once(analyse);

function analyse(machine: StateMachine): DataFlow {
  const scopes = new Map<Scope, ScopeFlow>();
  const flowOf = (scope: Scope): ScopeFlow => {
    let flow = scopes.get(scope);
    if (!flow) scopes.set(scope, (flow = new ScopeFlow(scope, run)));
    return flow;
  };
  const run: RunScope = (scope, input, variables, around) => {
    const flow = flowOf(scope);
    flow.enter({ input, variables, trail: undefined, around });
    return flow.output;
  };
  for (const input of inputsOf(machine)) run(machine, input, new Map());
  const reads = [...scopes.values()].flatMap((flow) => flow.reads);
  return {
    worldsAt: (state) => scopes.get(state.parent)?.worldsAt(state) ?? [],
    outputOf: (scope) => flowOf(scope).output,
    reads,
  };
}
