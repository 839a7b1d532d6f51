import { ownNodesOf, UnknownState, type AslNode, type Field, type Scope, type State } from '../../syntax';
import { isUnknown } from '../../text/located';

/** A way from one state to another: a Next, a Default, the Next of a Choice rule or of a Catcher. */
export interface Transition {
  readonly from: State;
  /** Undefined when the name is not that of a state in this scope. */
  readonly to: State | undefined;
  /** The name as written; undefined when it is only known after deployment. */
  readonly target: string | undefined;
  /** The Next or Default that says so. */
  readonly field: Field;
  /** The state, Choice rule or Catcher that the field belongs to. */
  readonly node: AslNode;
}

/** The states of one scope and the transitions between them. */
export interface StateGraph {
  readonly scope: Scope;
  readonly start: State | undefined;
  readonly transitions: readonly Transition[];
  transitionsFrom(state: State): readonly Transition[];
  transitionsTo(state: State): readonly Transition[];
  /**
   * Some transitions are not known: a placeholder as Catch, as Next, as a whole state; a state whose Type is misspelt.
   * Then what is known to be reachable is reachable, but nothing is known to be unreachable.
   */
  readonly isPartial: boolean;
}

export const graphOf = (scope: Scope): StateGraph => scope.once(buildGraph);

function buildGraph(scope: Scope): StateGraph {
  const states = new Map(scope.states.map((state) => [state.name, state]));
  const bySource = new Map<State, Transition[]>(scope.states.map((state) => [state, []]));
  for (const [from, transitions] of bySource) {
    for (const field of transitionFields(from)) {
      // `${Prefix}Pay` leads to the state that is written `${Prefix}Pay`, whatever becomes of it.
      const written = field.value.kind === 'string' ? field.value.value : undefined;
      const to = written === undefined ? undefined : states.get(written);
      transitions.push({ from, to, target: to || !field.isUnknown ? written : undefined, field, node: field.parent });
    }
  }
  const transitions = [...bySource.values()].flat();
  const byTarget = new Map<State, Transition[]>(scope.states.map((state) => [state, []]));
  for (const transition of transitions) if (transition.to) byTarget.get(transition.to)!.push(transition);
  return {
    scope,
    start: scope.start,
    transitions,
    transitionsFrom: (state) => bySource.get(state) ?? [],
    transitionsTo: (state) => byTarget.get(state) ?? [],
    isPartial: isPartial(scope, transitions),
  };
}

/** Every field of the state, its rules and its Catchers that names the next state. */
export const transitionFields = (state: State): readonly Field[] => state.once(findTransitionFields);

const findTransitionFields = (state: State): readonly Field[] =>
  ownNodesOf(state).flatMap(({ fields }) => fields.filter(({ spec }) => spec?.is === 'state-name'));

function isPartial(scope: Scope, transitions: readonly Transition[]): boolean {
  const hasUnknownNames = scope.states.some(hasUnknownName);
  const mayLeadAnywhere = (field: Field) => field.isUnknown || hasUnknownNames;
  const start = scope.field('StartAt');
  if (scope.hasUnknownParts) return true;
  if (start && !scope.start && mayLeadAnywhere(start)) return true;
  if (transitions.some(({ to, field }) => !to && mayLeadAnywhere(field))) return true;
  return scope.states.some((state) => state instanceof UnknownState || ownNodesOf(state).some(hasUnknownWays));
}

/** Whether the name of the state is only known after deployment, so that any transition may mean it. */
export const hasUnknownName = ({ key }: State): boolean => key !== undefined && isUnknown(key);

/** Choices, a Catch, one of their elements or any field is a placeholder, which may hold any transition. */
const hasUnknownWays = (node: AslNode): boolean =>
  node.hasUnknownFields ||
  node.fields.some(
    ({ spec, value }) =>
      value.kind === 'placeholder' && spec?.is === 'nodes' && Object.hasOwn(spec.node().table, 'Next'),
  );
