import type { Located } from '../../text/located';
import { textAt } from '../idempotency/parameters';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../resource';

export interface ConditionalRequirement {
  readonly member: string;
  readonly because: string;
}

interface Condition {
  readonly member: string;
  readonly test: RegExp;
  readonly needs: string;
  readonly because: string;
}

const fifo = (member: string): Condition => ({
  member,
  test: /\.fifo$/,
  needs: 'MessageGroupId',
  because: `"${member}" ends with ".fifo"`,
});

/** By the API references of the services, whose names are the same in both kinds of integration. */
const conditions: Readonly<Record<string, readonly Condition[]>> = {
  'ecs:runTask': [
    {
      member: 'LaunchType',
      test: /^FARGATE$/,
      needs: 'NetworkConfiguration',
      because: '"LaunchType" is "FARGATE"',
    },
  ],
  'sns:publish': [fifo('TopicArn')],
  'sqs:sendMessage': [fifo('QueueUrl')],
};

/** Members that a call must have because of what its others are. */
export function conditionallyRequired(
  resource: AwsSdkResource | OptimizedResource | HttpResource,
  parameters: Located,
): readonly ConditionalRequirement[] {
  const name = `${resource.service}:${resource.action}`;
  const all = Object.hasOwn(conditions, name) ? conditions[name]! : [];
  return all
    .filter(({ member, test }) => test.test(textAt(parameters, member) ?? ''))
    .map(({ needs, because }) => ({ member: needs, because }));
}
