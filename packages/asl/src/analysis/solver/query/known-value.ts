import type { Json } from '../../../text/located';
import { includes } from '../domain';
import type { Way } from '../formula';
import type { Known, Reference } from '../place';
import type { Reading, SymbolicValue } from '../symbolic-value';

type ValueOf = (place: Reference) => Known | undefined;

/** What a reading comes to with these values of free data; undefined where it needs more than these. */
export function knownValue(reading: Reading, valueOf: ValueOf): Known | undefined {
  switch (reading.kind) {
    case 'missing':
      return { value: undefined };
    case 'constant':
      return reading;
    case 'reference':
      return valueOf(reading);
    case 'derived': {
      const known = valueOf(reading.of);
      return known?.value !== undefined && includes(reading.from, known.value)
        ? { value: reading.make(known.value) }
        : undefined;
    }
    case 'array': {
      const items = reading.items.map((item) => knownValue(item, valueOf)?.value);
      return items.every((item) => item !== undefined) ? { value: items } : undefined;
    }
    case 'object':
      return withMembers({}, reading.members, valueOf);
    case 'over': {
      const base = knownValue(reading.base, valueOf);
      return base && withMembers(base.value, reading.members, valueOf);
    }
    case 'merged': {
      const [first, second] = [reading.first, reading.second].map((part) => knownValue(part, valueOf));
      return first && second && { value: { ...membersOf(first.value), ...membersOf(second.value) } };
    }
    case 'cases': {
      const found = reading.cases.find(({ when }) => when.some((way) => isOpen(way, valueOf)));
      return found && knownValue(found.value, valueOf);
    }
    case 'failing':
    case 'unknown':
      return undefined;
  }
}

const membersOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};

function withMembers(
  base: Json | undefined,
  members: ReadonlyMap<string, SymbolicValue>,
  valueOf: ValueOf,
): Known | undefined {
  const result = new Map<string, Json>(Object.entries(membersOf(base)));
  for (const [name, member] of members) {
    const known = knownValue(member, valueOf);
    if (!known) return undefined;
    if (known.value !== undefined) result.set(name, known.value);
  }
  return { value: Object.fromEntries(result) };
}

/** Whether a way is open for certain. */
function isOpen({ restrictions = [], relations = [], doubt }: Way, valueOf: ValueOf): boolean {
  if (doubt || relations.length > 0) return false;
  return restrictions.every(({ place, domain }) => {
    const known = valueOf(place);
    return known !== undefined && includes(domain, known.value);
  });
}
