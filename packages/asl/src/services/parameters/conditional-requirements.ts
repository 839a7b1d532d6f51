import type { Located } from '../../text/located';
import { memberAt } from '../idempotency/parameters';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../task-resource';

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
    .filter(({ member, test }) => test.test(writtenAt(parameters, member)))
    .map(({ needs, because }) => ({ member: needs, because }));
}

/** The text of a member, the placeholders in it as they are written: a name may end with ".fifo" after one. */
function writtenAt(parameters: Located, name: string): string {
  const member = memberAt(parameters, name);
  if (member.is !== 'present' || member.isPath || member.value.kind !== 'string') return '';
  return isJsonata(member.value.value) ? '' : member.value.value;
}
