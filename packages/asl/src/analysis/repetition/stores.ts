import { memberAt } from '../../services/idempotency/parameters';
import type { Located } from '../../text/located';

/** Where something is kept that a workflow reads and writes back. */
export interface Store {
  readonly service: string;
  readonly read: string;
  readonly writes: readonly string[];
  /** The members that say where, which the read and the write have in common; beside them DynamoDB has the key of the item. */
  readonly where: readonly string[];
  /** The member of the result that holds what was read. */
  readonly result: string;
  /** Whether a write is refused when somebody else has written since. */
  readonly isGuarded: (write: Located | undefined) => boolean;
  /** What is kept, for messages: `item`. */
  readonly kept: string;
  readonly remedy: string;
}

const hasOneOf =
  (...members: readonly string[]) =>
  (write: Located | undefined): boolean =>
    members.some((member) => memberAt(write, member).is !== 'absent');

export const stores: readonly Store[] = [
  {
    service: 'dynamodb',
    read: 'getItem',
    writes: ['putItem', 'updateItem'],
    where: ['TableName'],
    result: 'Item',
    isGuarded: hasOneOf('ConditionExpression', 'Expected'),
    kept: 'item',
    remedy: 'add a "ConditionExpression" that the item is as it was read',
  },
  {
    service: 's3',
    read: 'getObject',
    writes: ['putObject'],
    where: ['Bucket', 'Key'],
    result: 'Body',
    isGuarded: hasOneOf('IfMatch', 'IfNoneMatch'),
    kept: 'object',
    remedy: 'give "IfMatch" the "ETag" that was read',
  },
  {
    service: 'ssm',
    read: 'getParameter',
    writes: ['putParameter'],
    where: ['Name'],
    result: 'Parameter',
    // Without "Overwrite" a parameter that is there already is left as it is, and the call fails.
    isGuarded: (write) => {
      const overwrite = memberAt(write, 'Overwrite');
      return (
        overwrite.is === 'absent' ||
        (overwrite.is === 'present' && overwrite.value.kind === 'boolean' && !overwrite.value.value)
      );
    },
    kept: 'parameter',
    remedy: 'keep it in an item of DynamoDB, and write that with a "ConditionExpression"',
  },
];
