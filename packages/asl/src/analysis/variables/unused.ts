import { variableNameProblem } from '../../expressions';
import { ownNodesOf, scopesOf, type AslNode, type StateMachine } from '../../syntax';
import type { Located } from '../../text/located';
import { walkOnce } from '../../text/value';
import { assignmentsOf, variableGivenBy, type Assignment } from './assignments';
import { outerScopes } from './outer-scopes';
import { isMentioned, variableReadsOf } from './reads';

/** A variable that nobody reads, by its first assignment. */
export interface UnusedVariable extends Assignment {
  /** Whether it is read to be given its next value. */
  readonly isUpdated: boolean;
}

/** The variables that no expression of their scope, or inside it, mentions but to give them their next value. */
export function unusedVariablesOf(machine: StateMachine): readonly UnusedVariable[] {
  const seen = new Map<unknown, Set<string>>();
  const unused = assignmentsOf(machine).filter((assignment) => {
    const { scope, name } = assignment;
    const names = seen.get(scope) ?? new Set();
    seen.set(scope, names);
    if (names.has(name)) return false;
    names.add(name);
    return !isMentioned(scope, name) && !machine.once(hasUnknownParts) && !isRefused(machine, assignment);
  });
  return unused.map((assignment) => ({ ...assignment, isUpdated: isUpdated(machine, assignment) }));
}

/** A name that AWS refuses is another finding. */
const isRefused = (machine: StateMachine, { scope, name }: Assignment): boolean =>
  variableNameProblem(name) !== undefined ||
  outerScopes(scope).some((outer) => assignmentsOf(machine).some((one) => one.scope === outer && one.name === name));

const isUpdated = (machine: StateMachine, { scope, name }: Assignment): boolean =>
  variableReadsOf(machine).some(
    (read) => read.name === name && read.state.parent === scope && variableGivenBy(read.expression) === name,
  );

/** A placeholder where a whole state, rule or payload should be, or a part of one that code makes, may read any variable. */
export const hasUnknownParts = (machine: StateMachine): boolean =>
  scopesOf(machine).some(
    (scope) =>
      scope.hasUnknownParts ||
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
  node.hasUnknownFields ||
  node.fields.some(({ spec, value }) => spec && structures.has(spec.is) && holdsMadeParts(value));

function holdsMadeParts(value: Located): boolean {
  if (value.kind === 'placeholder') return true;
  let found = false;
  walkOnce([value], new Set(), (part) => {
    found ||= part.kind === 'placeholder' && (part.text.length > longestName || /\(|\.\.\./.test(part.text));
  });
  return found;
}

/** The text of a placeholder is cut where it is long: what is behind is not known. A plain reference is shorter. */
const longestName = 75;
