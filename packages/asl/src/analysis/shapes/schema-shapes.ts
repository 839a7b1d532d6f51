import type { JsonSchema } from '../../syntax/contract';
import type { Json } from '../../text/located';
import {
  absent,
  array,
  count,
  never,
  nothing,
  number,
  object,
  optional,
  scalar,
  sure,
  unknown,
  type DataShape,
  type Member,
  type ScalarShape,
} from './data-shape';
import { joinAll } from './join';
import { meet } from './meet';
import { couplesMembers, hasCoupling, type SchemaObject } from './schema-coupling';
import { withoutOptional } from './without-optional';

/** Alternatives beyond that number are taken together: a state has as many worlds. */
const maxAlternatives = 8;

/** Elements beyond that number are not told apart. */
const maxElements = 20;

const allTypes = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const;

/**
 * The values that a JSON Schema allows, as a shape. What a shape cannot say is left out: patterns, formats, ranges, `not`,
 * `if`; so it may hold more than the schema allows, never less. Recursion is unknown.
 */
export class SchemaShapes {
  readonly #root: JsonSchema;
  readonly #subject: string;
  readonly #by: string;

  /**
   * @param subject what the schema is of, for messages: `the input`
   * @param by what messages call the contract
   */
  constructor(root: JsonSchema, subject: string, by: string) {
    this.#root = root;
    this.#subject = subject;
    this.#by = by;
  }

  shape(): DataShape {
    return joinAll(this.alternatives());
  }

  /** One shape for each branch of an anyOf or oneOf that the whole schema consists of, so that what they say is kept apart. */
  alternatives(): readonly DataShape[] {
    const shapes = this.#alternatives(this.#root, `${this.#subject} by ${this.#by}`, new Set());
    return shapes.length > maxAlternatives ? [joinAll(shapes)] : shapes;
  }

  #alternatives(schema: JsonSchema, origin: string, followed: ReadonlySet<string>): readonly DataShape[] {
    if (typeof schema === 'boolean') return [schema ? unknown : never];
    const { anyOf, oneOf } = schema;
    const branches = [...listOf(anyOf), ...listOf(oneOf)];
    const isPlainReference = typeof schema.$ref === 'string' && !branches.length && !schema.allOf;
    if (isPlainReference && !followed.has(schema.$ref as string)) {
      const target = this.#referred(schema.$ref as string);
      const own = this.#own(schema, origin, followed);
      const inner = this.#alternatives(target, origin, new Set(followed).add(schema.$ref as string));
      return inner.map((one) => this.#settled(schema, meet(own, one)));
    }
    if (!branches.length || (anyOf && oneOf)) return [this.#shape(schema, origin, followed)];
    const rest = Object.entries(schema).filter(([name]) => name !== 'anyOf' && name !== 'oneOf');
    const common = this.#shape(Object.fromEntries(rest), origin, followed);
    return branches
      .flatMap((branch) => this.#alternatives(branch, origin, followed))
      .map((one) => this.#settled(schema, meet(common, one)))
      .filter(({ kind }) => kind !== 'never');
  }

  #shape(schema: JsonSchema, origin: string, followed: ReadonlySet<string>): DataShape {
    if (typeof schema === 'boolean') return schema ? unknown : never;
    const shapes = [this.#own(schema, origin, followed)];
    if (typeof schema.$ref === 'string') {
      const isFollowed = followed.has(schema.$ref);
      const below = new Set(followed).add(schema.$ref);
      shapes.push(isFollowed ? unknown : this.#shape(this.#referred(schema.$ref), origin, below));
    }
    for (const part of listOf(schema.allOf)) shapes.push(this.#shape(part, origin, followed));
    for (const branches of [listOf(schema.anyOf), listOf(schema.oneOf)]) {
      if (branches.length) shapes.push(joinAll(branches.map((branch) => this.#shape(branch, origin, followed))));
    }
    return this.#settled(schema, shapes.reduce(meet));
  }

  /** Where members decide on each other, nobody can say that one of them may be missing. */
  #settled(schema: SchemaObject, shape: DataShape): DataShape {
    const isCombined = ['$ref', 'allOf', 'anyOf', 'oneOf'].some((name) => schema[name] !== undefined);
    const isCoupled = couplesMembers(schema) || (isCombined && hasCoupling(schema, this.#root));
    return isCoupled ? withoutOptional(shape) : shape;
  }

  /** What the schema says itself, without those that it refers to and combines. */
  #own(schema: SchemaObject, origin: string, followed: ReadonlySet<string>): DataShape {
    const { enum: values } = schema;
    if (schema.const !== undefined) return this.#valueShape(schema.const, origin);
    if (Array.isArray(values)) return joinAll((values as readonly Json[]).map((one) => this.#valueShape(one, origin)));
    const types = typesOf(schema);
    return types ? joinAll(types.map((type) => this.#ofType(type, schema, origin, followed))) : unknown;
  }

  #ofType(type: string, schema: SchemaObject, origin: string, followed: ReadonlySet<string>): DataShape {
    switch (type) {
      case 'object':
        return this.#object(schema, origin, followed);
      case 'array':
        return this.#array(schema, followed);
      case 'null':
        return this.#said(nothing);
      case 'integer':
        return this.#said(Number(schema.minimum ?? -1) >= 0 ? count : number);
      default:
        return this.#said(scalar(type as 'string' | 'number' | 'boolean'));
    }
  }

  #object(schema: SchemaObject, origin: string, followed: ReadonlySet<string>): DataShape {
    const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
    const required = new Set((schema.required ?? []) as readonly string[]);
    const members = new Map<string, Member>();
    for (const name of new Set([...Object.keys(properties), ...required])) {
      const own = Object.hasOwn(properties, name) ? properties[name]! : true;
      const shape = this.#shape(own, this.#partOrigin, followed);
      if (shape.kind === 'never' && required.has(name)) return never;
      members.set(name, shape.kind === 'never' ? absent : required.has(name) ? sure(shape) : optional(shape));
    }
    return object(members, isClosed(schema) ? 'closed' : 'open', origin);
  }

  #array(schema: SchemaObject, followed: ReadonlySet<string>): DataShape {
    const { items, prefixItems, additionalItems, minItems, maxItems } = schema;
    const first = listOf(Array.isArray(items) ? items : prefixItems);
    const others = Array.isArray(items) ? additionalItems : items;
    const of = (one: Json | undefined): DataShape =>
      this.#shape((one ?? true) as JsonSchema, this.#partOrigin, followed);
    const shapes = first.map((one) => of(one as Json));
    const isCounted = minItems !== undefined && minItems === maxItems && Number(minItems) <= maxElements;
    const elements = isCounted
      ? Array.from({ length: Number(minItems) }, (_, index) => shapes[index] ?? of(others))
      : undefined;
    if (elements?.some(({ kind }) => kind === 'never')) return never;
    return { ...array(joinAll(elements ?? [...shapes, of(others)]), elements), by: this.#by };
  }

  #valueShape(value: Json, origin: string): DataShape {
    if (Array.isArray(value)) {
      const items = value.map((item: Json) => this.#valueShape(item, this.#partOrigin));
      return { ...array(joinAll(items), items), by: this.#by };
    }
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value as Readonly<Record<string, Json>>);
      return object(
        members.map(([name, member]) => [name, sure(this.#valueShape(member, this.#partOrigin))]),
        'closed',
        origin,
      );
    }
    const type = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean');
    return this.#said(scalar(type, value));
  }

  #said(shape: ScalarShape): ScalarShape {
    return { ...shape, by: this.#by };
  }

  get #partOrigin(): string {
    return `a part of ${this.#subject} by ${this.#by}`;
  }

  /** References lead into `$defs`, or to the schema itself. */
  #referred(reference: string): JsonSchema {
    const name = /^#\/\$defs\/(.*)$/.exec(reference)?.[1];
    if (name === undefined || typeof this.#root === 'boolean') return this.#root;
    return (this.#root.$defs as Readonly<Record<string, JsonSchema>>)[name] ?? true;
  }
}

const listOf = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? (value as JsonSchema[]) : []);

/** Undefined where the schema says nothing of the form of a value. */
function typesOf({ type, nullable, ...others }: SchemaObject): readonly string[] | undefined {
  if (type === undefined) {
    const saying = ['properties', 'required', 'additionalProperties', 'items', 'prefixItems'];
    return saying.some((name) => others[name] !== undefined) ? allTypes : undefined;
  }
  const types = (Array.isArray(type) ? type : [type]) as readonly string[];
  return nullable === true ? [...types, 'null'] : types;
}

/** Properties of a pattern may be any; what other schemas evaluate is not known here. */
function isClosed(schema: SchemaObject): boolean {
  if (schema.additionalProperties === false) return schema.patternProperties === undefined;
  const isAlone = [
    '$ref',
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'dependentSchemas',
    'patternProperties',
    'additionalProperties',
  ];
  return schema.unevaluatedProperties === false && isAlone.every((name) => schema[name] === undefined);
}
