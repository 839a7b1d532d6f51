import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parseJsonata } from '../../expressions/jsonata/parse';
import { entryOf, isUnknown, type Located } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';

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
  if (!parameters || isUnknown(parameters) || isExpression(parameters)) return unknown;
  if (parameters.kind !== 'object') return absent;
  const end = path.indexOf('.');
  const name = end < 0 ? path : path.slice(0, end);
  const byPath = parameters.entries.findLast(
    ({ key }) => key.value.endsWith('.$') && withoutPathMark(key.value) === name,
  );
  if (byPath) return end < 0 ? present(byPath.value, true) : unknown;
  const entry = entryOf(parameters, name);
  if (!entry) return parameters.entries.some(({ key }) => isUnknown(key)) ? unknown : absent;
  return end < 0 ? present(entry.value, false) : memberAt(entry.value, path.slice(end + 1));
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
