import fc from 'fast-check';

type Schema = boolean | Record<string, unknown>;

/** A JSON Schema that the value keeps to, more or less narrow: with optional members, alternatives, references. */
export function describing(value: unknown): fc.Arbitrary<Schema> {
  return fc.oneof(
    { weight: 8, arbitrary: ofForm(value) },
    { weight: 1, arbitrary: fc.constant<Schema>(true) },
    { weight: 1, arbitrary: fc.constant<Schema>({ const: value }) },
    { weight: 1, arbitrary: leaf.map((other): Schema => ({ enum: [value, other] })) },
    { weight: 1, arbitrary: fc.tuple(ofForm(value), other).map(([own, more]): Schema => ({ anyOf: [more, own] })) },
    { weight: 1, arbitrary: ofForm(value).map((own): Schema => ({ allOf: [own, { not: { const: 'never' } }] })) },
    { weight: 1, arbitrary: ofForm(value).map((own): Schema => ({ $ref: '#/$defs/Own', $defs: { Own: own } })) },
  );
}

const name = fc.constantFrom('a', 'b', 'c');
const leaf = fc.constantFrom<unknown[]>('x', 0, true, null);
const other = fc.constantFrom<Schema[]>(
  { type: 'string' },
  { type: 'object', properties: { a: { type: 'number' } }, required: ['a'], additionalProperties: false },
  { type: 'array', items: { type: 'boolean' } },
  { type: 'integer', minimum: 0 },
);

function ofForm(value: unknown): fc.Arbitrary<Schema> {
  if (Array.isArray(value)) return ofArray(value);
  if (typeof value === 'object' && value !== null) return ofObject(value as Record<string, unknown>);
  if (Number.isInteger(value)) return ofWhole(value as number);
  return fc.constant({ type: value === null ? 'null' : typeof value });
}

const ofWhole = (value: number): fc.Arbitrary<Schema> =>
  fc.constantFrom<Schema[]>(
    { type: 'number' },
    { type: 'integer' },
    { type: 'integer', minimum: value },
    { type: 'integer', minimum: value - 1 },
  );

function ofArray(items: readonly unknown[]): fc.Arbitrary<Schema> {
  const each = fc.tuple(...items.map(describing));
  return fc.oneof(
    fc.constant<Schema>({ type: 'array' }),
    each.map((anyOf): Schema => (items.length ? { type: 'array', items: { anyOf } } : { type: 'array', items: false })),
    each.map((prefixItems): Schema => {
      const count = { minItems: items.length, maxItems: items.length };
      return { type: 'array', ...count, ...(items.length && { prefixItems }) };
    }),
  );
}

function ofObject(value: Record<string, unknown>): fc.Arbitrary<Schema> {
  const names = Object.keys(value);
  const properties = fc.tuple(...names.map((one) => describing(value[one])));
  return fc
    .record({
      properties,
      more: fc.dictionary(name, fc.constant<Schema>({ type: 'string' }), { maxKeys: 2 }),
      required: fc.subarray(names),
      isClosed: fc.boolean(),
      isTyped: fc.boolean(),
    })
    .map(({ properties, more, required, isClosed, isTyped }) => ({
      ...(isTyped && { type: 'object' }),
      properties: { ...more, ...Object.fromEntries(names.map((one, index) => [one, properties[index]])) },
      required,
      ...(isClosed && { additionalProperties: false }),
    }));
}
