import type { Located } from '../../text/located';
import { textAt } from './parameters';
import type { AttributeWrite } from './update-expression';

type NameOf = (placeholder: string) => string | undefined;

/** What the `ExpressionAttributeNames` of a call say of a `#name`; undefined where it is not written out. */
export const nameIn =
  (parameters: Located | undefined): NameOf =>
  (placeholder) =>
    textAt(parameters, `ExpressionAttributeNames.${placeholder}`);

/**
 * Whether a ConditionExpression that an update has met is surely met by the same update once more: it asks for nothing but
 * attributes that are there, and for as much as the update takes (`stock >= :n` of `stock - :n`), which stops only the last
 * of many repetitions. A value that it asks for, such as a version, may be changed by others meanwhile.
 */
export const holdsAgain = (condition: string, writes: readonly AttributeWrite[], nameOf: NameOf): boolean =>
  readsOf(condition).every(({ path, asks, bound }) => {
    const name = attributeOf(path, nameOf);
    const changes = writes.filter((write) => [name, undefined].includes(attributeOf(write.path, nameOf)));
    if (name === undefined) return false;
    if (asks === 'presence') return changes.every(({ keyword }) => keyword === 'SET' || keyword === 'ADD');
    return asks === 'bound' && changes.length > 0 && changes.every(({ step }) => step === bound);
  });

/** Whether a condition asks that there is no item yet that has the attribute, `attribute_not_exists(id)`. */
export const asksForAbsence = (condition: string, name: string, nameOf: NameOf): boolean =>
  readsOf(condition).some(({ path, asks }) => asks === 'absence' && attributeOf(path, nameOf) === name);

interface AttributeRead {
  readonly path: string;
  readonly asks: 'presence' | 'absence' | 'bound' | 'value';
  /** The `:value` that the attribute is held against. */
  readonly bound?: string;
}

/** Names of attributes: neither the `:values` nor functions and operators. */
const pathPattern = /(?<![\w#:.\]])(?!(?:AND|OR|NOT|BETWEEN|IN)\b)[#A-Za-z_][\w.#[\]]*(?!\s*\(|[\w.#[\]])/gi;

function readsOf(condition: string): readonly AttributeRead[] {
  // What of the condition a NOT is about is not looked at.
  const isNegated = /\bNOT\b/i.test(condition);
  return [...condition.matchAll(pathPattern)].map(({ 0: path, index }) => {
    const before = condition.slice(0, index).trimEnd();
    const after = condition.slice(index + path.length).trimStart();
    return { path, ...(isNegated ? { asks: 'value' } : asked(before, after)) };
  });
}

function asked(before: string, after: string): Omit<AttributeRead, 'path'> {
  if (/attribute_not_exists\s*\($/i.test(before)) return { asks: 'absence' };
  if (/attribute_exists\s*\($/i.test(before)) return { asks: 'presence' };
  const bound = /^[<>]=?\s*(:\w+)/.exec(after)?.[1] ?? /(:\w+)\s*[<>]=?$/.exec(before)?.[1];
  return bound === undefined ? { asks: 'value' } : { asks: 'bound', bound };
}

function attributeOf(path: string, nameOf: NameOf): string | undefined {
  const [first = ''] = path.split(/[.[]/);
  return first.startsWith('#') ? nameOf(first) : first;
}
