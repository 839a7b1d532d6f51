import type { Json } from '@stepproof/asl';

/** A value that is meant to be JSON is not. */
export class NotJsonError extends TypeError {
  override readonly name = 'NotJsonError';
}

const maximumDepth = 1000;

/**
 * Copies a value that comes from a test, so that nobody can change it later. What `JSON.stringify` leaves out or turns
 * into null would be lost without a word, and is refused instead, except for members that are undefined.
 */
export function plainJson(value: unknown, what: string): Json {
  return copy(value, what, '', []);
}

function copy(value: unknown, what: string, path: string, above: readonly object[]): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw refusal(what, path, `${value}, which JSON does not have`, 'use a finite number or null');
    case 'object':
      return value === null ? null : copyObject(value, what, path, above);
    default:
      throw refusal(what, path, typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`, 'use a JSON value');
  }
}

function copyObject(value: object, what: string, path: string, above: readonly object[]): Json {
  if (above.includes(value)) throw refusal(what, path, 'a cycle', 'leave out the reference to what contains it');
  if (above.length >= maximumDepth)
    throw refusal(what, path, `more than ${maximumDepth} levels deep`, 'make it flatter');
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item, index) => copy(item, what, `${path}[${index}]`, inside));
  if (hasToJson(value)) return copy(value.toJSON(), what, path, inside);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, copy(member, what, `${path}.${name}`, inside)]));
}

/** Dates and the like say themselves what they are in JSON. */
const hasToJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

function refusal(what: string, path: string, actual: string, remedy: string): NotJsonError {
  return new NotJsonError(
    `${what} is not JSON: ${path === '' ? 'it' : `"${path.replace(/^\./, '')}"`} is ${actual}; ${remedy}`,
  );
}
