import type { Located, LocatedEntry, LocatedString } from '@stepproof/asl';
import { NotJsonError } from '../tasks/plain-json';

const nowhere = [0, 0] as const;

/** A definition that is given as an object, in the form in which the parser gives one that was read from a text. */
export function locatedValue(value: unknown, depth = 0): Located {
  if (depth > 200)
    throw new NotJsonError('The definition is nested more than 200 levels deep, or in a cycle; make it flatter');
  if (value === null) return { kind: 'null', value, range: nowhere };
  switch (typeof value) {
    case 'string':
      return locatedString(value);
    case 'number':
      return { kind: 'number', value, raw: String(value), range: nowhere };
    case 'boolean':
      return { kind: 'boolean', value, range: nowhere };
    case 'object':
      if (Array.isArray(value)) {
        return { kind: 'array', items: value.map((item) => locatedValue(item, depth + 1)), range: nowhere };
      }
      return { kind: 'object', entries: locatedEntries(value, depth + 1), range: nowhere };
    default:
      throw new NotJsonError(`The definition holds a value of type "${typeof value}", which is not JSON; leave it out`);
  }
}

function locatedEntries(value: object, depth: number): LocatedEntry[] {
  const entries: LocatedEntry[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) entries.push({ key: locatedString(name), value: locatedValue(member, depth) });
  }
  return entries;
}

const locatedString = (value: string): LocatedString => ({ kind: 'string', value, range: nowhere, at });

const at = (): number => 0;
