import { descendantsOf, Scope, type AslNode, type Field, type StateMachine } from '../../syntax';
import { isUnknown } from '../../text/located';

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
  descendantsOf(machine).flatMap((node) =>
    node.fields.flatMap((field) => (field.spec?.is === 'assignments' ? assignmentsIn(field) : [])),
  );

function assignmentsIn(field: Field): Assignment[] {
  const scope = field.parent.enclosing(Scope)!;
  const isJsonPath = field.parent.queryLanguage === 'JSONPath';
  const entries = field.value.kind === 'object' ? field.value.entries : [];
  return entries.map(({ key }) => {
    const name = isJsonPath && key.value.endsWith('.$') ? key.value.slice(0, -'.$'.length) : key.value;
    return { name, field, scope, key };
  });
}

/** Whether the node has an Assign some of whose names are only known after deployment. */
export function assignsUnknown(node: AslNode): boolean {
  const value = node.field('Assign')?.value;
  return value?.kind === 'placeholder' || (value?.kind === 'object' && value.entries.some(({ key }) => isUnknown(key)));
}
