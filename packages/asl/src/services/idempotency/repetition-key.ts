import type { TaskResource } from '../task-resource';
import { sdkActionOf } from '../sdk-action';
import { factOf } from './idempotency-table';
import { factByVerb } from './verbs';

/** What a service recognises a repetition by: a token, or a name that can be given only once. */
export interface RepetitionKey {
  /** `Name`, `ClientRequestToken`, `InvalidationBatch.CallerReference` */
  readonly member: string;
  /** What a call with another value does: `starts another execution`. */
  readonly effect: string;
  /** Made for nothing else; a name is also what the thing is called by. */
  readonly isToken: boolean;
}

/** FIFO queues and topics take a message once in five minutes. */
const messages = new Set(['sqs:sendMessage', 'sns:publish']);

/** Undefined for actions that recognise no repetition, and for those that are not known. */
export function repetitionKeyOf(resource: TaskResource): RepetitionKey | undefined {
  if (resource.kind !== 'aws-sdk' && resource.kind !== 'optimized') return undefined;
  const sdk = sdkActionOf(resource);
  if (messages.has(sdk)) return { member: 'MessageDeduplicationId', effect: 'sends the message again', isToken: true };
  const [service = '', action = ''] = sdk.split(':');
  const fact = factOf(service, action) ?? factByVerb(service, action);
  if (fact.class === 'T') return { member: fact.token, effect: fact.effect, isToken: true };
  return fact.class === 'C' && fact.name !== undefined
    ? { member: fact.name, effect: 'creates another one', isToken: false }
    : undefined;
}
