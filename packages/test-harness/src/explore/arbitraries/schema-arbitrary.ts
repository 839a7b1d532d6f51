import fc from 'fast-check';
import { stepsOfPointer, type Json, type JsonSchema as ContractSchema } from '@stepproof/asl';
import { ownValidatorOf } from '../../contracts/schema-validator';
import { formatArbitrary } from './format-arbitrary';

/** A JSON Schema: draft 2020-12 if `$schema` says so, else 07. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

interface Known {
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** References may lead back to where they stand. */
const maxDepth = 5;

/**
 * Values that a JSON Schema allows. What the generator does not know (not, if, dependencies ...) decides afterwards: of what
 * it makes, only valid values are taken.
 */
export function schemaArbitrary(schema: JsonSchema): fc.Arbitrary<Json> {
  const isValid = ownValidatorOf(schema as ContractSchema);
  return new SchemaReader(schema).arbitrary(schema, 0).filter((value) => isValid(value));
}

class SchemaReader {
  readonly #root: JsonSchema;

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  arbitrary(schema: JsonSchema, depth: number): fc.Arbitrary<Json> {
    if (typeof schema === 'boolean' || depth > maxDepth) return anyValue;
    const known = schema as Known;
    if (known.$ref !== undefined) {
      const { $ref, ...own } = known;
      const target = this.#resolve($ref);
      const isPlain = typeof target === 'boolean' || Object.keys(own).length === 0;
      return this.arbitrary(isPlain ? target : merged([own, target]), depth + 1);
    }
    if (known.const !== undefined) return fc.constant(known.const);
    if (known.enum) return fc.constantFrom(...known.enum);
    const { allOf, anyOf, oneOf, ...own } = known;
    if (allOf) return this.arbitrary(merged([own, ...allOf.map((part) => this.#resolved(part))]), depth + 1);
    const alternatives = anyOf ?? oneOf;
    if (alternatives) {
      return fc.oneof(...alternatives.map((part) => this.arbitrary(merged([own, this.#resolved(part)]), depth + 1)));
    }
    const types = typesOf(own);
    return types.length === 1
      ? this.#ofType(types[0]!, own, depth)
      : fc.oneof(...types.map((type) => this.#ofType(type, own, depth)));
  }

  #ofType(type: string, schema: Known, depth: number): fc.Arbitrary<Json> {
    switch (type) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, depth);
      case 'string':
        return stringArbitrary(schema);
      case 'integer':
      case 'number':
        return numberArbitrary(type, schema);
      case 'boolean':
        return fc.boolean();
      default:
        return fc.constant(null);
    }
  }

  #array({ items = true, prefixItems, minItems = 0, maxItems = 5 }: Known, depth: number): fc.Arbitrary<Json> {
    const first = (isList(items) ? items : prefixItems) ?? [];
    const others = this.arbitrary(isList(items) ? true : items, depth + 1);
    const rest = fc.array(others, {
      minLength: Math.max(0, minItems - first.length),
      maxLength: Math.max(0, minItems - first.length, Math.min(maxItems, minItems + 5) - first.length),
    });
    if (first.length === 0) return rest;
    const whole = fc.tuple(...first.map((one) => this.arbitrary(one, depth + 1)));
    return fc
      .tuple(whole, rest)
      .map(([begin, end]): Json => (end.length ? [...begin, ...end] : begin.slice(0, Math.max(minItems, maxItems))));
  }

  #object({ properties = {}, required = [] }: Known, depth: number): fc.Arbitrary<Json> {
    const names = [...new Set([...Object.keys(properties), ...required])];
    const members = names.map((name) => [name, this.arbitrary(properties[name] ?? true, depth + 1)] as const);
    return fc.record(Object.fromEntries(members), { requiredKeys: [...required], noNullPrototype: true });
  }

  #resolved(schema: JsonSchema): Known {
    if (typeof schema === 'boolean') return {};
    const { $ref } = schema as Known;
    return $ref === undefined ? schema : this.#resolved(this.#resolve($ref));
  }

  #resolve(reference: string): JsonSchema {
    if (!reference.startsWith('#')) {
      throw new TypeError(`The schema refers to "${reference}", which is another document; put it into "definitions"`);
    }
    let found: unknown = this.#root;
    for (const step of stepsOfPointer(reference.slice(1)))
      found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
    if (found === undefined) throw new TypeError(`The schema refers to "${reference}", which it does not have`);
    return found as JsonSchema;
  }
}

const isList = (items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] => Array.isArray(items);

const merged = (parts: readonly Known[]): JsonSchema => ({
  ...(Object.assign({}, ...parts) as Known),
  properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Known['properties'],
  required: [...new Set(parts.flatMap(({ required = [] }) => required))],
});

function typesOf({ type, properties, items }: Known): readonly string[] {
  if (typeof type === 'string') return [type];
  if (type) return type;
  if (properties) return ['object'];
  return items === undefined ? ['string', 'integer', 'boolean', 'null'] : ['array'];
}

function numberArbitrary(type: 'integer' | 'number', schema: Known): fc.Arbitrary<Json> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf: step } = schema;
  const isInteger = type === 'integer';
  const above = isInteger ? 1 : Number.EPSILON;
  const min = minimum ?? (exclusiveMinimum === undefined ? Math.min(-1000, maximum ?? 0) : exclusiveMinimum + above);
  const max = maximum ?? (exclusiveMaximum === undefined ? Math.max(1000, min) : exclusiveMaximum - above);
  if (step !== undefined) {
    return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((count) => count * step);
  }
  if (isInteger) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  );
}

function stringArbitrary({ minLength = 0, maxLength, pattern, format }: Known): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const made = format === undefined ? undefined : formatArbitrary(format);
  return made ?? fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength ?? 12, minLength + 12)) });
}

const anyValue: fc.Arbitrary<Json> = fc.constantFrom<Json[]>('a', 1, true, null, {}, []);
