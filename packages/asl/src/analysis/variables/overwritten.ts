import { Catcher, StateNode, type AslNode, type Scope, type State, type StateMachine } from '../../syntax';
import type { Located } from '../../text/located';
import { graphOf } from '../graph/graph';
import { isTerminal } from '../graph/reachability';
import { isOpaque } from './assigned';
import { assignmentsOf, type Assignment } from './assignments';
import { isMentioned, isTested, mentionsVariable } from './reads';
import { hasUnknownParts } from './unused';

/**
 * An assignment whose value nothing reads: on every way the variable is assigned again first, but for ways to a Fail state
 * that do not read it either.
 */
export interface OverwrittenAssignment extends Assignment {
  /** The states that assign it again when nothing fails. */
  readonly by: readonly State[];
}

export const overwrittenAssignmentsOf = (machine: StateMachine): readonly OverwrittenAssignment[] =>
  machine.once(findOverwritten);

function findOverwritten(machine: StateMachine): readonly OverwrittenAssignment[] {
  const nodes = new Map<Scope, Map<string, Set<AslNode>>>();
  for (const { scope, name, field } of assignmentsOf(machine)) {
    const names = nodes.get(scope) ?? new Map<string, Set<AslNode>>();
    nodes.set(scope, names);
    names.set(name, (names.get(name) ?? new Set()).add(field.parent));
  }
  return assignmentsOf(machine).flatMap((assignment) => {
    const { scope, name, field } = assignment;
    const assigning = nodes.get(scope)!.get(name)!;
    if (assigning.size < 2 || isDeclaration(assignment) || !isMentioned(scope, name) || isTested(machine, name))
      return [];
    if (isOpaque(scope) || machine.once(hasUnknownParts)) return [];
    const by = overwritingStates(assignment, assigning);
    by.delete(stateOf(field.parent));
    return by.size ? [{ ...assignment, by: [...by] }] : [];
  });
}

/** The states that assign the variable again; none where some way leads to a read before, or to the end. */
function overwritingStates({ scope, name, field }: Assignment, assigning: ReadonlySet<AslNode>): Set<State> {
  const graph = graphOf(scope);
  const by = new Set<State>();
  const next = graph.transitionsFrom(stateOf(field.parent)).filter(({ node }) => node === field.parent);
  const reached = new Set(next.map(({ to }) => to));
  for (const state of reached) {
    if (!state || mentionsVariable(state, name)) return new Set();
    for (const { to, node } of graph.transitionsFrom(state)) {
      if (!assigning.has(node)) reached.add(to);
      else if (!(node instanceof Catcher)) by.add(state);
    }
    if (!isTerminal(state)) continue;
    if (assigning.has(state)) by.add(state);
    else if (state.type !== 'FailState') return new Set();
  }
  return by;
}

const stateOf = (node: AslNode): State => node.enclosing(StateNode) as State;

/** Nothing, by which a variable is only made known. */
const isDeclaration = ({ field, key }: Assignment): boolean =>
  field.value.kind === 'object' && field.value.entries.some((entry) => entry.key === key && isEmpty(entry.value));

function isEmpty(value: Located): boolean {
  switch (value.kind) {
    case 'null':
      return true;
    case 'string':
      return /^(\{%\s*(''|""|\[\s*\]|\{\s*\}|null)\s*%\})?$/.test(value.value);
    case 'array':
      return !value.items.length;
    case 'object':
      return !value.entries.length;
    default:
      return false;
  }
}
