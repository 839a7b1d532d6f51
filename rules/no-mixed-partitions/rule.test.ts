import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const publish = (topic: string, resource = 'arn:aws:states:::sns:publish') => ({
  StartAt: 'Tell',
  States: {
    Tell: { Type: 'Task', Resource: resource, Parameters: { TopicArn: topic, 'Message.$': '$.text' }, End: true },
  },
});
const topicAt = '/States/Tell/Parameters/TopicArn';

const tell = (TopicArn: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws-us-gov:states:::aws-sdk:sns:publish',
  Parameters: { TopicArn, 'Message.$': '$.text' },
  ...more,
});

new AslRuleTester().run('no-mixed-partitions', rule, {
  valid: [
    { definition: publish('arn:aws:sns:us-east-1:123456789012:orders') },
    { definition: publish('arn:aws:sns:ap-southeast-5:123456789012:orders') },
    { definition: publish('arn:aws-cn:sns:cn-north-1:123456789012:orders', 'arn:aws-cn:states:::sns:publish') },
    {
      definition: publish(
        'arn:aws-us-gov:sns:us-gov-west-1:123456789012:orders',
        'arn:aws-us-gov:states:::sns:publish',
      ),
    },
    {
      name: 'a partition that is filled in everywhere',
      definition: publish(
        'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders',
        'arn:${AWS::Partition}:states:::sns:publish',
      ),
    },
    {
      name: 'a partition that is filled in once, and mostly written out',
      definition: {
        ...publish('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders'),
        Comment: 'For arn:aws:sns:us-east-1:123456789012:orders',
      },
    },
    { definition: publish('arn:${AWS::Partition}:sns:cn-north-1:123456789012:orders', '${Publish}') },
    { definition: publish('arn:aws:sns:${AWS::Region}:${AWS::AccountId}:orders') },
    { definition: publish('${Topic}') },
  ],
  invalid: [
    {
      name: 'a region of China',
      definition: publish('arn:aws:sns:cn-north-1:123456789012:orders'),
      errors: [
        {
          message:
            '"cn-north-1" is a region of the partition "aws-cn", so that there is no "arn:aws:" in it; write "arn:aws-cn:"',
          at: topicAt,
          find: 'aws',
        },
      ],
    },
    {
      name: 'most ARNs have a partition that their region is not in',
      definition: {
        StartAt: 'One',
        States: {
          One: tell('arn:aws:sns:us-gov-west-1:123456789012:a', { Next: 'Two' }),
          Two: tell('arn:aws:sns:us-gov-west-1:123456789012:b', { Next: 'Three' }),
          Three: {
            ...tell('arn:aws:sns:us-gov-west-1:123456789012:c', { End: true }),
            Resource: 'arn:${AWS::Partition}:states:::aws-sdk:sns:publish',
          },
        },
      },
      errors: ['One', 'Two', 'Three'].map((state) => ({
        messageId: 'region',
        at: `/States/${state}/Parameters/TopicArn`,
        find: 'aws',
      })),
    },
    {
      name: 'a partition that is filled in elsewhere',
      definition: publish(
        'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:orders',
        'arn:${AWS::Partition}:states:::sns:publish',
      ),
      errors: [
        {
          message:
            '"arn:aws:" has the partition written out, which is filled in with "${AWS::Partition}" in 1 of 2 ARNs here, so that it fails in another one; write "arn:${AWS::Partition}:"',
          at: topicAt,
          find: 'aws',
        },
      ],
    },
    {
      name: 'an integration of the other partition',
      definition: {
        StartAt: 'Tell',
        States: {
          Tell: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sns:publish',
            Parameters: { TopicArn: 'arn:aws-us-gov:sns:us-gov-west-1:123456789012:orders', 'Message.$': '$.text' },
            Next: 'Store',
          },
          Store: {
            Type: 'Task',
            Resource: 'arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:store',
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            '"arn:aws:" is an ARN of another partition than "arn:aws-us-gov:", which 2 of 3 ARNs here have, and no workflow reaches from one into the other; write "aws-us-gov"',
          at: '/States/Tell/Resource',
          find: 'aws',
        },
      ],
    },
  ],
});
