import type { Json, NumberShape, Shape, StructureShape, TextShape } from '@stepproof/asl';

/** STRICT demands the required members, PRESENT looks only at those that are there. */
export type FieldValidationMode = 'STRICT' | 'PRESENT';

/** What is wrong with a field of a result. */
export interface FieldFault {
  readonly kind: 'missing' | 'type' | 'value' | 'limit';
  /** The name of the member; of the nearest one around it where the value is an item of a list or of a map. */
  readonly field: string;
  /** Where it is: `Entries[0].EventId`. */
  readonly path: string;
  /** AWS's words: `must be a string`. */
  readonly problem: string;
  /** What a string of that field can be, for the kind `value`. */
  readonly values?: readonly string[];
}

interface Place {
  readonly field: string;
  readonly path: string;
}

/**
 * Holds a result against the shape of what the API answers, as TestState does, and tells the first fault. Members that the
 * API does not have are ignored, timestamps and blobs must be strings (recorded). A structure's missing members come
 * before what is wrong with others, and those in the order of the result; null is no value of any type (unverified).
 */
export function fieldFault(result: Json, shape: Shape, mode: FieldValidationMode): FieldFault | undefined {
  return faultOf(result, shape, { field: '', path: '' }, mode);
}

function faultOf(value: Json, shape: Shape, place: Place, mode: FieldValidationMode): FieldFault | undefined {
  switch (shape.kind) {
    case 'json':
      return undefined;
    case 'structure':
      if (!isObject(value)) return typeFault(place, 'an object');
      return faultInStructure(value, shape, place, mode);
    case 'map':
      if (!isObject(value)) return typeFault(place, 'an object');
      return first(Object.entries(value), ([key, item]) =>
        faultOf(item, shape.value, { ...place, path: `${place.path}.${key}` }, mode),
      );
    case 'list':
      if (!Array.isArray(value)) return typeFault(place, 'an array');
      return first((value as readonly Json[]).entries(), ([index, item]) =>
        faultOf(item, shape.item, { ...place, path: `${place.path}[${index}]` }, mode),
      );
    case 'boolean':
      return typeof value === 'boolean' ? undefined : typeFault(place, 'a boolean');
    case 'integer':
    case 'number':
      return typeof value === 'number' ? faultOfNumber(value, shape, place) : typeFault(place, 'a number');
    case 'timestamp':
      return typeof value === 'string' ? undefined : typeFault(place, 'a string');
    case 'string':
    case 'blob':
      return typeof value === 'string' ? faultOfText(value, shape, place) : typeFault(place, 'a string');
  }
}

function faultInStructure(
  value: Readonly<Record<string, Json>>,
  { members, required }: StructureShape,
  { path }: Place,
  mode: FieldValidationMode,
): FieldFault | undefined {
  const placeOf = (field: string): Place => ({ field, path: path === '' ? field : `${path}.${field}` });
  const missing = mode === 'STRICT' ? required.find((name) => !Object.hasOwn(value, name)) : undefined;
  if (missing !== undefined) return { kind: 'missing', ...placeOf(missing), problem: 'is missing' };
  return first(Object.entries(value), ([name, item]) => {
    const member = members.get(name);
    return member && faultOf(item, member, placeOf(name), mode);
  });
}

/** The greatest length of a blob is not looked at: it counts the bytes that the text stands for. */
function faultOfText(value: string, { kind, values, minLength, maxLength }: TextShape, place: Place) {
  if (values && !values.includes(value)) {
    return { kind: 'value', ...place, problem: 'is not an expected value', values } as const;
  }
  const length = charactersIn(value);
  if (minLength !== undefined && length < minLength) return limitFault(place, 'is smaller than the minimum length');
  // The words are unverified.
  const isTooLong = kind === 'string' && maxLength !== undefined && length > maxLength;
  return isTooLong ? limitFault(place, 'exceeds the maximum length') : undefined;
}

function faultOfNumber(value: number, { min, max }: NumberShape, place: Place): FieldFault | undefined {
  if (min !== undefined && value < min) return limitFault(place, 'is less than the minimum value');
  return max !== undefined && value > max ? limitFault(place, 'exceeds the maximum value') : undefined;
}

/** Unicode characters, as Smithy counts them: one whose code takes two units counts once. */
const charactersIn = (value: string): number =>
  value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

const typeFault = (place: Place, type: string): FieldFault => ({ kind: 'type', ...place, problem: `must be ${type}` });

const limitFault = (place: Place, problem: string): FieldFault => ({ kind: 'limit', ...place, problem });

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function first<T>(items: Iterable<T>, fault: (item: T) => FieldFault | undefined): FieldFault | undefined {
  for (const item of items) {
    const found = fault(item);
    if (found) return found;
  }
  return undefined;
}
