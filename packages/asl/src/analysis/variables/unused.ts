import { ownNodesOf, scopesOf, type AslNode, type StateMachine } from '../../syntax';
import { assignmentsOf, type Assignment } from './assignments';
import { isMentioned } from './reads';

/** The first assignment of every variable that no expression of its scope, or inside it, mentions. */
export function unusedVariablesOf(machine: StateMachine): readonly Assignment[] {
  const seen = new Map<unknown, Set<string>>();
  return assignmentsOf(machine).filter(({ scope, name }) => {
    const names = seen.get(scope) ?? new Set();
    seen.set(scope, names);
    if (names.has(name)) return false;
    names.add(name);
    return !isMentioned(scope, name) && !machine.once(hasUnknownParts);
  });
}

/** A placeholder where a whole state, rule or payload should be may read any variable. */
const hasUnknownParts = (machine: StateMachine): boolean =>
  scopesOf(machine).some(
    (scope) =>
      scope.field('States')?.value.kind === 'placeholder' ||
      scope.states.some((state) => state.type === 'UnknownState' || ownNodesOf(state).some(isFilledIn)),
  );

const structures: ReadonlySet<string> = new Set([
  'payload-template',
  'jsonata-template',
  'template',
  'assignments',
  'condition',
  'node',
  'nodes',
]);

const isFilledIn = (node: AslNode): boolean =>
  node.fields.some(({ spec, value }) => value.kind === 'placeholder' && spec && structures.has(spec.is));
