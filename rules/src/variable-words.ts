import {
  assignmentsOf,
  ChoiceRule,
  Catcher,
  MapState,
  nearest,
  quotedFew,
  Scope,
  type Assignedness,
  type Assignment,
  type State,
  type VariableRead,
} from '@stepproof/asl';

/** Why the variable has no value, and what to do about it. */
export function reasonOf({ name, state }: VariableRead, assignedness: Assignedness): string {
  switch (assignedness.kind) {
    case 'later':
      return `only ${placesOf(assignedness.by)} ${assignedness.by.length > 1 ? 'assign' : 'assigns'} it, which no way comes through before "${state.name}"; assign it earlier`;
    case 'elsewhere':
      return elsewhere(name, state, assignedness.by);
    default: {
      const names = assignmentsOf(state.parent.machine).map((assignment) => assignment.name);
      const meant = nearest(name, names);
      return meant === undefined
        ? 'nothing assigns it; assign it in a state before'
        : `nothing assigns it; use "$${meant}", or assign it in a state before`;
    }
  }
}

function elsewhere(name: string, state: State, by: readonly Assignment[]): string {
  for (let scope: Scope | undefined = state.parent; scope?.parent; scope = scope.parent.enclosing(Scope)) {
    const { parent } = scope;
    if (parent instanceof MapState && parent.isDistributed && isOutside(parent, by)) {
      return `${placesOf(by)} ${by.length > 1 ? 'assign' : 'assigns'} it outside of the distributed Map "${parent.name}", whose child workflows see no variables of their parent; pass it as an item, with ItemSelector or BatchInput`;
    }
  }
  return `only ${placesOf(by)} ${by.length > 1 ? 'assign' : 'assigns'} it, inside another branch or iteration, whose variables end with it; return the value in its output, and assign "$${name}" here`;
}

const isOutside = (map: MapState, by: readonly Assignment[]): boolean => by.some(({ scope }) => isAround(scope, map));

function isAround(scope: Scope, map: MapState): boolean {
  for (let around: Scope | undefined = map.parent; around; around = around.parent?.enclosing(Scope)) {
    if (around === scope) return true;
  }
  return false;
}

const placesOf = (by: readonly Assignment[]): string =>
  quotedFew([...new Set(by.map(({ field }) => stateNameOf(field.parent)))]);

/** The state whose Assign it is, or whose Choice rule or Catcher has it. */
const stateNameOf = (node: Assignment['field']['parent']): string =>
  (node instanceof ChoiceRule || node instanceof Catcher ? (node.parent as State) : (node as State)).name;
