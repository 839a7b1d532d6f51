import fc from 'fast-check';
import { valuesNear, type Json, type Shape } from '@stepproof/asl';
import { UsedValue, type Use } from './used-value';

/** Structures of an API may contain themselves. */
const maxDepth = 6;

/**
 * Values as the machine expects them: with the members that it reads, of the types that it compares, close to the
 * constants that it compares with. What an API answers has the types of its model.
 */
export function valueArbitrary(used: UsedValue, shape?: Shape, depth = 0): fc.Arbitrary<Json> {
  if (depth > maxDepth) return fc.constant(null);
  if (shape?.kind === 'structure') return structureArbitrary(used, shape, depth);
  if (shape?.kind === 'list') return itemsArbitrary(used, valueArbitrary(used.item ?? unused, shape.item, depth + 1));
  if (used.members.size > 0) return orLiteral(membersArbitrary(used, depth), used);
  if (used.content) return valueArbitrary(used.content, undefined, depth + 1).map((value) => JSON.stringify(value));
  if (used.item || used.uses.has('array')) {
    const items = used.item ? valueArbitrary(used.item, undefined, depth + 1) : anyLeaf;
    return orLiteral(itemsArbitrary(used, items), used);
  }
  const compared = used.literals.map(nearLiteral);
  const isText = used.uses.has('json text') || used.uses.has('number text');
  const kinds = shape && !isText ? [shapeLeaf(shape)] : usesOf(used).map((use) => leafArbitraries[use]);
  return oneOf([...compared, ...kinds]) ?? anyLeaf;
}

/** A value with parts that is also compared with a constant, such as "none", may be that. */
const orLiteral = (arbitrary: fc.Arbitrary<Json>, { literals }: UsedValue): fc.Arbitrary<Json> =>
  literals.length > 0
    ? fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.constantFrom(...literals) })
    : arbitrary;

const membersArbitrary = (used: UsedValue, depth: number): fc.Arbitrary<Json> => {
  const members = [...used.members];
  return fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, valueArbitrary(member, undefined, depth + 1)])),
    {
      requiredKeys: members.flatMap(([name, { isOptional }]) => (isOptional ? [] : [name])),
      noNullPrototype: true,
    },
  );
};

/** An item that is read by its index must be there, unless the machine asks whether it is. */
function itemsArbitrary({ item, minItems }: UsedValue, items: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const minLength = item?.isOptional ? 0 : Math.min(minItems, mostItems);
  return fc.array(items, { minLength, maxLength: Math.max(4, minLength) });
}

/** Paths may have any index. */
const mostItems = 20;

function structureArbitrary(used: UsedValue, shape: Extract<Shape, { kind: 'structure' }>, depth: number) {
  const members: Record<string, fc.Arbitrary<Json>> = {};
  const optional: string[] = [];
  for (const [name, member] of shape.members) {
    const own = used.members.get(name);
    if (!own && !shape.required.includes(name)) continue;
    members[name] = valueArbitrary(own ?? unused, member, depth + 1);
    if (own?.isOptional) optional.push(name);
  }
  // What the model does not have, the service may have added since.
  for (const [name, own] of used.members) members[name] ??= valueArbitrary(own, undefined, depth + 1);
  return fc.record(members, {
    requiredKeys: Object.keys(members).filter((name) => !optional.includes(name)),
    noNullPrototype: true,
  });
}

const unused = new UsedValue();
const text = fc.string({ maxLength: 8 });
const number = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: -100, max: 1000 }), fc.constantFrom(-1, 0.5, 2 ** 31));
const timestamp = fc.constantFrom(
  '2025-01-01T00:00:00Z',
  '2025-01-01T00:00:01Z',
  '2024-12-31T23:59:59.999Z',
  '2030-06-15T12:00:00+02:00',
);
const anyLeaf: fc.Arbitrary<Json> = fc.constantFrom<Json[]>('a', 'b', 1, true);

const leafArbitraries: Readonly<Record<Use, fc.Arbitrary<Json>>> = {
  string: fc.oneof(fc.constant('a'), text),
  number,
  count: fc.nat({ max: 100 }),
  boolean: fc.boolean(),
  timestamp,
  array: fc.array(anyLeaf, { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom('a', 'b'), anyLeaf, { noNullPrototype: true }),
  'number text': fc.nat({ max: 1000 }).map(String),
  'json text': fc.constantFrom('{}', '{"a":1}', '[]', 'null', '1'),
};

/** A value cannot be more things at once than the strictest use allows. */
function usesOf({ uses }: UsedValue): readonly Use[] {
  const all = [...uses];
  const strictest = (['json text', 'number text', 'timestamp', 'count'] as const).find((use) => all.includes(use));
  return strictest ? [strictest] : all;
}

function shapeLeaf(shape: Shape): fc.Arbitrary<Json> {
  switch (shape.kind) {
    case 'string':
      return shape.values ? fc.constantFrom(...shape.values) : leafArbitraries.string;
    case 'integer':
      return fc.integer({ min: shape.min ?? 0, max: shape.max ?? 1000 });
    case 'number':
      return number;
    case 'boolean':
      return leafArbitraries.boolean;
    case 'timestamp':
      return timestamp;
    case 'map':
      return leafArbitraries.object;
    default:
      return anyLeaf;
  }
}

/** The constant itself, and what lies just beside it. A pattern of StringMatches means the texts that it matches. */
function nearLiteral(literal: Json): fc.Arbitrary<Json> {
  const near = valuesNear(literal);
  if (typeof literal === 'number') return fc.constantFrom(literal, ...near, literal + 0.5);
  if (typeof literal !== 'string' || !literal.includes('*')) return fc.constantFrom(literal, ...near);
  return fc.constantFrom(literal.replaceAll('*', ''), literal.replaceAll('*', 'a'), `${literal}a`, '');
}

const oneOf = (arbitraries: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<Json> | undefined =>
  arbitraries.length > 1 ? fc.oneof(...arbitraries) : arbitraries[0];
