import type { Json } from '@stepproof/asl';

/** A value that is meant to be JSON is not. */
export class NotJsonError extends TypeError {
  override readonly name = 'NotJsonError';
}

const maximumDepth = 1000;

/** An object around the value that is being copied. Where that is gets a name only when it is refused. */
interface Holder {
  readonly object: object;
  readonly outer: Holder | undefined;
  readonly depth: number;
  /** The name or the index of the value in the object. */
  member: string | number | undefined;
}

/**
 * Copies a value that comes from a test, so that nobody can change it later. What `JSON.stringify` leaves out or turns
 * into null would be lost without a word, and is refused instead, except for members that are undefined.
 */
export function plainJson(value: unknown, what: string): Json {
  return copy(value, what, undefined);
}

function copy(value: unknown, what: string, holder: Holder | undefined): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw refusal(what, holder, `${value}, which JSON does not have`, 'use a finite number or null');
    case 'object':
      return value === null ? null : copyObject(value, what, holder);
    default:
      throw refusal(what, holder, typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`, 'use a JSON value');
  }
}

function copyObject(object: object, what: string, outer: Holder | undefined): Json {
  const depth = (outer?.depth ?? 0) + 1;
  for (let around = outer; around; around = around.outer) {
    if (around.object === object) throw refusal(what, outer, 'a cycle', 'leave out the reference to what contains it');
  }
  if (depth > maximumDepth) throw refusal(what, outer, `more than ${maximumDepth} levels deep`, 'make it flatter');
  const holder: Holder = { object, outer, depth, member: undefined };
  const copyMember = (member: unknown, name: string | number): Json => {
    holder.member = name;
    return copy(member, what, holder);
  };
  if (Array.isArray(object)) return object.map(copyMember);
  if (hasToJson(object)) return copy(object.toJSON(), what, holder);
  // A spread copies `__proto__` as a member like any other, and is by far the fastest way.
  const copied: Record<string, unknown> = { ...object };
  for (const name in copied) {
    if (copied[name] === undefined) Reflect.deleteProperty(copied, name);
    else copied[name] = copyMember(copied[name], name);
  }
  return copied as Json;
}

/** Dates and the like say themselves what they are in JSON. */
const hasToJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

function refusal(what: string, holder: Holder | undefined, actual: string, remedy: string): NotJsonError {
  let path = '';
  for (let around = holder; around; around = around.outer) {
    const { member } = around;
    if (member !== undefined) path = (typeof member === 'number' ? `[${member}]` : `.${member}`) + path;
  }
  return new NotJsonError(
    `${what} is not JSON: ${path === '' ? 'it' : `"${path.replace(/^\./, '')}"`} is ${actual}; ${remedy}`,
  );
}
