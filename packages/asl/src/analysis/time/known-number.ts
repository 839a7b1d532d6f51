import type { Field, State, StateMachine } from '../../syntax';
import { dataFlowOf } from '../shapes/data-flow';
import { isWholeRead } from '../shapes/data-read';
import { numberIn } from './number-in';

/** The number that a field gives whenever its state runs, and the field. */
export interface KnownNumber {
  readonly value: number;
  readonly field: Field;
}

/**
 * The number in a field such as `Seconds`, also where its path (`SecondsPath`) or its expression reads a value that the
 * definition gives to the data or to a variable before. Undefined where it is known only later or is not always the same.
 */
export function knownNumber(state: State, name: string): KnownNumber | undefined {
  const field = state.field(name) ?? state.field(`${name}Path`);
  if (!field) return undefined;
  const value = field.name === name ? numberIn(state, name) : undefined;
  const known = value ?? state.parent.machine.once(findReadNumbers).get(field);
  return known === undefined ? undefined : { value: known, field };
}

/** What each field of the machine that is read from the data holds in all of its worlds, where that is one number. */
function findReadNumbers(machine: StateMachine): ReadonlyMap<Field, number | undefined> {
  const found = new Map<Field, number | undefined>();
  for (const read of dataFlowOf(machine).reads) {
    const { expression, reading } = read;
    const field = expression.parent;
    if (!isWholeRead(read) || field.expressions.length !== 1 || field.value !== expression.value) continue;
    const { shape, missing } = reading;
    const value =
      missing !== 'sure' && shape.kind === 'scalar' && typeof shape.value === 'number' ? shape.value : undefined;
    found.set(field, !found.has(field) || found.get(field) === value ? value : undefined);
  }
  return found;
}
