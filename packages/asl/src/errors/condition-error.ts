import { optimizedAction, type TaskResource } from '../services';
import { memberAt } from '../services/idempotency/parameters';
import type { TaskState } from '../syntax';
import type { ImpossibleError } from './impossibility';

type Call = Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>;

/** Actions of DynamoDB that have no condition to fail: the error is in the models of `putItem`, `updateItem` and `deleteItem`. */
const unconditional: ReadonlySet<string> = new Set([
  'batchGetItem',
  'batchWriteItem',
  'describeTable',
  'getItem',
  'query',
  'scan',
]);
const conditional: ReadonlySet<string> = new Set(['deleteItem', 'putItem', 'updateItem']);

/**
 * Why a call cannot fail with an error that is spelt as it should be: it lacks the condition, or the name, that the error
 * comes of. Undefined if it may.
 */
export function conditionError({ callParameters }: TaskState, call: Call, name: string): ImpossibleError | undefined {
  const sdk = call.kind === 'optimized' ? optimizedAction(call.service, call.action)?.sdk : undefined;
  const [service, action = ''] = (sdk ?? `${call.service}:${call.action}`).split(':');
  const lacks = (...members: string[]): boolean =>
    members.every((member) => memberAt(callParameters, member).is === 'absent');
  const error = name.slice(name.indexOf('.') + 1);
  if (service === 'dynamodb' && error === 'ConditionalCheckFailedException') {
    if (unconditional.has(action)) {
      return { because: `"dynamodb:${action}" takes no condition that could fail`, remedy: 'remove it' };
    }
    if (conditional.has(action) && lacks('ConditionExpression', 'Expected')) {
      return { because: 'it has no "ConditionExpression"', remedy: 'add the condition' };
    }
  }
  if (
    service === 'dynamodb' &&
    error === 'TransactionCanceledException' &&
    (unconditional.has(action) || conditional.has(action))
  ) {
    return { because: `"dynamodb:${action}" is no transaction`, remedy: 'remove it' };
  }
  if (
    service === 'sfn' &&
    action === 'startExecution' &&
    error === 'ExecutionAlreadyExistsException' &&
    lacks('Name')
  ) {
    return { because: 'without a "Name" each execution gets one of its own', remedy: 'add a "Name"' };
  }
  return undefined;
}
