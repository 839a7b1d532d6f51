import type { Json } from '../../text/located';
import { compareChoice, equalJson } from '../../expressions';
import { kindOfValue } from '../../expressions/json/kind';
import { memberOfObject, valuesOf, type DataShape } from './data-shape';
import { partsOf, type Part } from './parts';

/** Whether the value is one of those that the shape stands for. */
export function containsValue(shape: DataShape, value: Json): boolean {
  return shape.kind === 'unknown' || partsOf(shape).some((part) => partContains(part, value));
}

function partContains(part: Part, value: Json): boolean {
  if (part.kind === 'scalar') {
    const known = valuesOf(part);
    if (kindOfValue(value) !== part.type || known?.every((one) => !equalJson(one, value))) return false;
    if (part.isCount && !(Number.isInteger(value) && (value as number) >= 0)) return false;
    return [...(part.tested?.values() ?? [])].every(
      ({ operator, literal, holds }) => compareChoice(operator, value, literal) === holds,
    );
  }
  if (part.kind === 'array') {
    if (!Array.isArray(value)) return false;
    const { item, items } = part;
    const elements = value as readonly Json[];
    if (!items) return elements.every((element) => containsValue(item, element));
    return items.length === elements.length && items.every((one, index) => containsValue(one, elements[index]!));
  }
  if (kindOfValue(value) !== 'object') return false;
  const members = value as Readonly<Record<string, Json>>;
  for (const name of new Set([...part.members.keys(), ...Object.keys(members)])) {
    const { shape, presence } = memberOfObject(part, name);
    const isThere = Object.hasOwn(members, name);
    if (presence === (isThere ? 'absent' : 'sure') || (isThere && !containsValue(shape, members[name]!))) return false;
  }
  return true;
}
