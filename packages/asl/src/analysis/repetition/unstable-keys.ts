import { repetitionKeyOf } from '../../services';
import { unstableKeyIn, type UnstableKey } from '../../services/idempotency/consumer-key';
import { memberAt } from '../../services/idempotency/parameters';
import { stabilityOf } from '../../services/idempotency/stability';
import type { TaskState } from '../../syntax';

/**
 * What a call hands over for a repetition to be recognised by, a token of the service or a key of that name, and makes anew at
 * each attempt. A job (`.sync`) that is started once more when it has failed, and a question that is asked once more
 * (`.waitForTaskToken`), need another one.
 */
export function unstableKeyOf(task: TaskState): UnstableKey | undefined {
  const { resource, callParameters } = task;
  if ('pattern' in resource && resource.pattern !== 'request-response') return undefined;
  return unstableTokenOf(task) ?? unstableKeyIn(callParameters);
}

function unstableTokenOf({ resource, callParameters }: TaskState): UnstableKey | undefined {
  const token = repetitionKeyOf(resource);
  const member = token?.isToken ? memberAt(callParameters, token.member) : undefined;
  if (member?.is !== 'present') return undefined;
  const stability = stabilityOf(member.value, member.isPath);
  return typeof stability === 'object' ? { member: token!.member, ...stability, range: member.value.range } : undefined;
}
