import type { LocatedObject, Range } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../task-resource';
import { sdkActionOf } from '../sdk-action';

/** A member that cannot be given because of what else is. */
export interface Conflict {
  /** `TopicArn` */
  readonly member: string;
  /** Its name. */
  readonly range: Range;
  /** `is given beside "PhoneNumber"` */
  readonly problem: string;
}

/** Members of which a call takes one, or one of the groups of which a call takes members of one. */
type Alternatives = readonly (readonly string[])[];

const singly = (...members: readonly string[]): Alternatives => members.map((member) => [member]);

/** DynamoDB: "Can not use both expression and non-expression parameters in the same request". */
const dynamodb: Alternatives = [
  [
    'UpdateExpression',
    'ConditionExpression',
    'KeyConditionExpression',
    'FilterExpression',
    'ProjectionExpression',
    'ExpressionAttributeNames',
    'ExpressionAttributeValues',
  ],
  [
    'AttributeUpdates',
    'Expected',
    'KeyConditions',
    'QueryFilter',
    'ScanFilter',
    'AttributesToGet',
    'ConditionalOperator',
  ],
];

/** By the API references, and the developer guide's pages on the integrations. */
const alternatives: Readonly<Record<string, Alternatives>> = {
  'bedrockruntime:invokeModel': singly('Body', 'Input'),
  'dynamodb:deleteItem': dynamodb,
  'dynamodb:getItem': dynamodb,
  'dynamodb:putItem': dynamodb,
  'dynamodb:query': dynamodb,
  'dynamodb:scan': dynamodb,
  'dynamodb:updateItem': dynamodb,
  'ecs:runTask': singly('LaunchType', 'CapacityProviderStrategy'),
  'glue:startJobRun': [['WorkerType', 'NumberOfWorkers'], ['MaxCapacity'], ['AllocatedCapacity']],
  'sns:publish': singly('TopicArn', 'TargetArn', 'PhoneNumber'),
};

/** The members of a call that exclude each other: all but the first that is given. */
export function* conflictsIn(
  resource: AwsSdkResource | OptimizedResource | HttpResource,
  parameters: LocatedObject,
): Generator<Conflict> {
  const action = resource.kind === 'http' ? '' : sdkActionOf(resource);
  if (!Object.hasOwn(alternatives, action)) return;
  // Members that are null are left out.
  const entries = new Map(
    parameters.entries
      .filter(({ value }) => value.kind !== 'null')
      .map((entry) => [withoutPathMark(entry.key.value), entry] as const),
  );
  const given = alternatives[action]!.flatMap((group) => group.find((name) => entries.has(name)) ?? []);
  const [first, ...others] = given;
  for (const member of others) {
    yield {
      member,
      range: entries.get(member)!.key.range,
      problem: `is given beside "${first}", and a call takes one of them`,
    };
  }
}
