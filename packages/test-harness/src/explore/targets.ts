import {
  graphOf,
  isRecoverable,
  Scope,
  scopesOf,
  stepOf,
  type State,
  type StateMachine,
  type Transition,
} from '@stepproof/asl';

/** What an exploration wants to reach: each state, each way from one to another, each Retrier. */
export interface Target {
  readonly kind: 'state' | 'next' | 'rule' | 'default' | 'catcher' | 'retrier';
  /** The state that is entered, or that the way leads out of. */
  readonly state: State;
  /** The position of the rule, the Catcher or the Retrier in its state; 0 for the others. */
  readonly index: number;
  /** Where the way leads. */
  readonly to: State | undefined;
}

/** All targets of a machine, in the order of the text; what is only known after deployment is none. */
export const targetsOf = (machine: StateMachine): readonly Target[] => machine.once(collectTargets);

function collectTargets(machine: StateMachine): readonly Target[] {
  return [...scopesOf(machine)].flatMap((scope) => {
    const graph = graphOf(scope);
    return scope.states.flatMap((state) => [
      { kind: 'state', state, index: 0, to: undefined } as const,
      ...graph.transitionsFrom(state).flatMap((transition) => (transition.to ? [wayOf(transition)] : [])),
      ...retriersOf(state),
    ]);
  });
}

/** The way that a target is; undefined for states and Retriers. */
export const transitionOf = (target: Target): Transition | undefined =>
  graphOf(target.state.enclosing(Scope)!)
    .transitionsFrom(target.state)
    .find((transition) => {
      const { kind, index, to } = wayOf(transition);
      return kind === target.kind && index === target.index && to === target.to;
    });

function wayOf(transition: Transition): Target {
  const { state, way } = stepOf(transition);
  return { kind: way.kind, state, index: 'index' in way ? way.index : 0, to: transition.to };
}

const retriersOf = (state: State): readonly Target[] =>
  isRecoverable(state) ? state.retry.map((_, index) => ({ kind: 'retrier', state, index, to: undefined })) : [];

/** A target for a reader: `"Route" -> "Ship"`, `retrier 1 of "Charge"`. */
export function describeTarget({ kind, state, index, to }: Target): string {
  switch (kind) {
    case 'state':
      return `"${state.name}"`;
    case 'retrier':
      return `retrier ${index + 1} of "${state.name}"`;
    default:
      return `"${state.name}" -> "${to!.name}"`;
  }
}
