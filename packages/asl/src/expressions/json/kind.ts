import type { Json } from '../../text/located';

export type JsonObject = Readonly<Record<string, Json>>;
export type JsonArray = readonly Json[];

export type ValueKind = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

export function kindOfValue(value: Json): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'boolean' | 'number' | 'object' | 'string';
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isArray(value: Json | undefined): value is JsonArray {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isContainer(value: Json | undefined): value is JsonArray | JsonObject {
  return typeof value === 'object' && value !== null;
}

/** The member of that name, `constructor` and `__proto__` included, if the object has it itself. */
export function ownMember(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Sets a member, `__proto__` as any other. */
export function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}
