import { textAt } from '../../services/idempotency/parameters';
import type { TaskState } from '../../syntax';
import { memberOf, type Located } from '../../text/located';

/** Whether a Task calls one of these actions of a service, by either kind of integration. */
export const calls = ({ resource }: TaskState, service: string, actions: readonly string[]): boolean =>
  (resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
  resource.service === service &&
  actions.includes(resource.action);

/** A member as it is written, so that a placeholder or an expression is the same as itself. */
export function writtenAt({ callParameters }: TaskState, member: string): string | undefined {
  const value = memberOf(callParameters, member) ?? memberOf(callParameters, `${member}.$`);
  if (value?.kind === 'placeholder') return value.text;
  return value?.kind === 'string' ? value.value : textAt(callParameters, member);
}

/** The one text in the value of an attribute of DynamoDB, whatever its type is. */
export function textOfAttribute(value: Located | undefined): string | undefined {
  const inner = value?.kind === 'object' && value.entries.length === 1 ? value.entries[0]!.value : undefined;
  if (inner?.kind === 'placeholder') return inner.text;
  return inner?.kind === 'string' ? inner.value : undefined;
}
