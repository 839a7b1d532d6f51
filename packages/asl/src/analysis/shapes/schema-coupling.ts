import type { JsonSchema } from '../../syntax/contract';
import type { Json } from '../../text/located';

export type SchemaObject = Extract<JsonSchema, object>;

/** Keywords by which some members decide whether others must be there. */
const coupling = ['not', 'if', 'dependencies', 'dependentRequired', 'dependentSchemas', 'minProperties'] as const;

/** Whether the schema itself makes the presence of members depend on others. */
export const couplesMembers = (schema: SchemaObject): boolean => coupling.some((name) => schema[name] !== undefined);

/** Whether that is so anywhere in the schema, or in what it refers to. */
export function hasCoupling(schema: SchemaObject, root: JsonSchema): boolean {
  const known = findings.get(schema);
  if (known !== undefined) return known;
  const waiting: Json[] = [schema];
  const seen = new Set<Json>();
  let found = false;
  while (!found && waiting.length) {
    const value = waiting.pop() ?? null;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) waiting.push(...(value as readonly Json[]));
    else {
      const members = value as SchemaObject;
      found = couplesMembers(members);
      waiting.push(...Object.values(members));
      // Which definitions it refers to is not looked at: all of them count.
      if (members.$ref !== undefined && typeof root === 'object') waiting.push(root.$defs ?? null);
    }
  }
  findings.set(schema, found);
  return found;
}

const findings = new WeakMap<SchemaObject, boolean>();
