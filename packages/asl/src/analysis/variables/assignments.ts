import { allFieldsOf, Scope, type AslNode, type Expression, type Field, type StateMachine } from '../../syntax';
import { isUnknown } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';

/** A name that an Assign gives a value to. */
export interface Assignment {
  readonly name: string;
  /** The Assign: of a state, a Choice rule or a Catcher. */
  readonly field: Field;
  /** The scope that the variable belongs to. */
  readonly scope: Scope;
  readonly key: Field['key'];
}

/** All assignments of a machine, in the order of its nodes. */
export const assignmentsOf = (machine: StateMachine): readonly Assignment[] => machine.once(findAssignments);

const findAssignments = (machine: StateMachine): readonly Assignment[] =>
  allFieldsOf(machine).flatMap((field) => (field.spec?.is === 'assignments' ? assignmentsIn(field) : []));

/** Whether any Assign of the machine gives a value to a variable of that name. */
export const isAssigned = (machine: StateMachine, name: string): boolean => machine.once(assignedNames).has(name);

const assignedNames = (machine: StateMachine): ReadonlySet<string> =>
  new Set(assignmentsOf(machine).map(({ name }) => name));

function assignmentsIn(field: Field): Assignment[] {
  const scope = field.parent.enclosing(Scope)!;
  const entries = field.value.kind === 'object' ? field.value.entries : [];
  return entries.map(({ key }) => ({ name: nameIn(field, key.value), field, scope, key }));
}

const nameIn = ({ parent }: Field, key: string): string =>
  parent.queryLanguage === 'JSONPath' ? withoutPathMark(key) : key;

/** The variable that the value of an expression becomes, or becomes a part of; undefined outside of an Assign. */
export function variableGivenBy({ parent: field, range: [start, end] }: Expression): string | undefined {
  if (field.spec?.is !== 'assignments' || field.value.kind !== 'object') return undefined;
  const entry = field.value.entries.find(({ value: { range } }) => range[0] <= start && end <= range[1]);
  return entry && nameIn(field, entry.key.value);
}

/** Whether the node has an Assign some of whose names are only known after deployment. */
export function assignsUnknown(node: AslNode): boolean {
  const value = node.field('Assign')?.value;
  return value?.kind === 'placeholder' || (value?.kind === 'object' && value.entries.some(({ key }) => isUnknown(key)));
}
