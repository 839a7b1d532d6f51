import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parseJsonata } from '../../expressions/jsonata/parse';
import { entryOf, isUnknown, type Located } from '../../text/located';

/** A member of a call's parameters, which are a payload template: a constant, a JSONata string, or a path (`Name.$`). */
export type Member =
  | { readonly is: 'absent' }
  /** Only known after deployment, or inside what an expression makes. */
  | { readonly is: 'unknown' }
  | { readonly is: 'present'; readonly value: Located; readonly isPath: boolean };

const absent: Member = { is: 'absent' };
const unknown: Member = { is: 'unknown' };

/** The member at a path of names, such as `InvalidationBatch.CallerReference`. */
export function memberAt(parameters: Located | undefined, path: string): Member {
  let value = parameters;
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    if (!value || isUnknown(value) || isExpression(value)) return unknown;
    if (value.kind !== 'object') return absent;
    const byPath = entryOf(value, `${name}.$`);
    if (byPath) return index === names.length - 1 ? present(byPath.value, true) : unknown;
    const entry = entryOf(value, name);
    if (!entry) return value.entries.some(({ key }) => isUnknown(key)) ? unknown : absent;
    value = entry.value;
  }
  return value ? present(value, false) : unknown;
}

function present(value: Located, isPath: boolean): Member {
  if (value.kind === 'placeholder') return unknown;
  // Step Functions leaves out members that are null.
  if (value.kind === 'null') return absent;
  return { is: 'present', value, isPath };
}

/** A value that is written out; undefined when it is absent or made by an expression or a placeholder. */
export function constantAt(parameters: Located | undefined, path: string): Located | undefined {
  const member = memberAt(parameters, path);
  if (member.is !== 'present' || member.isPath || isUnknown(member.value) || isExpression(member.value))
    return undefined;
  return member.value;
}

/** The same for text, which may be all that an expression says: `{% 'ADD n :one' %}`. */
export function textAt(parameters: Located | undefined, path: string): string | undefined {
  const value = constantAt(parameters, path);
  if (value) return value.kind === 'string' ? value.value : undefined;
  const member = memberAt(parameters, path);
  const isWritten = member.is === 'present' && !member.isPath && isExpression(member.value);
  return isWritten && member.value.kind === 'string' ? constantTextOf(member.value.value) : undefined;
}

function constantTextOf(text: string): string | undefined {
  const { value } = parseJsonata(text);
  if (!value?.isComplete || value.ast?.type !== 'string' || value.ast.predicate) return undefined;
  return typeof value.ast.value === 'string' ? value.ast.value : undefined;
}

/** The elements of a member that is written out as an array. */
export function itemsAt(parameters: Located | undefined, path: string): readonly Located[] | undefined {
  const member = memberAt(parameters, path);
  return member.is === 'present' && !member.isPath && member.value.kind === 'array' ? member.value.items : undefined;
}

const isExpression = (value: Located): boolean => value.kind === 'string' && isJsonata(value.value);
