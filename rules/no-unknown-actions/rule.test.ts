import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (name: string, prefix = 'arn:aws:states:::aws-sdk:') => ({
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: `${prefix}${name}`, Parameters: {}, End: true } },
});
/** Where a part of the Resource stands, from its first character on. */
const part = (from: number, length: number) => ({
  json: { line: 6, column: 20 + from, endLine: 6, endColumn: 20 + from + length },
  yaml: { line: 5, column: 15 + from, endLine: 5, endColumn: 15 + from + length },
});

new AslRuleTester().run('no-unknown-actions', rule, {
  valid: [
    { definition: call('dynamodb:query') },
    { definition: call('rds:describeDBInstances') },
    { definition: call('sqs:sendMessage.waitForTaskToken') },
    { name: 'another partition', definition: call('s3:getObject', 'arn:${AWS::Partition}:states:::aws-sdk:') },
    { name: 'a service newer than the models', definition: call('quantumleap:jump') },
    { name: 'an action newer than the models', definition: call('dynamodb:explodeTable') },
    { name: 'an action with a verb that AWS has, too', definition: call('dynamodb:removeItem') },
    { name: 'an action with another verb for what there is not', definition: call('dynamodb:saveGalaxy') },
    { name: 'a newer service that is called like another', definition: call('s3galaxy:tagResource') },
    { name: 'an action that is filled in', definition: call('dynamodb:${action}') },
    { name: 'valid-resources has optimized integrations', definition: call('lambda:Invoke', 'arn:aws:states:::') },
  ],
  invalid: [
    ...(
      [
        ['s3bucket:getObject', 's3:getObject', part(25, 8)],
        ['dynamodb:saveItem', 'dynamodb:putItem', part(34, 8)],
        ['s3:uploadObject', 's3:putObject', part(28, 12)],
        ['rds:fetchDBInstances', 'rds:describeDBInstances', part(29, 16)],
      ] as const
    ).map(([written, meant, place]) => ({
      name: `${written} for ${meant}`,
      definition: call(written),
      errors: [
        {
          message: `"aws-sdk:${written}" is not known; did you mean "aws-sdk:${meant}"?`,
          ...place,
          suggestions: [{ messageId: 'rename' as const, output: call(meant) }],
        },
      ],
    })),
    {
      definition: call('dynamodb:PutItem'),
      errors: [
        {
          message:
            '"aws-sdk:dynamodb:PutItem" is not known: the action is "putItem", and capitals matter; write "aws-sdk:dynamodb:putItem"',
          ...part(34, 7),
          suggestions: [{ desc: 'Write "putItem"', output: call('dynamodb:putItem') }],
        },
      ],
    },
    {
      definition: call('S3:getObject.waitForTaskToken'),
      errors: [
        {
          message:
            '"aws-sdk:S3:getObject" is not known: the service is "s3", and capitals matter; write "aws-sdk:s3:getObject"',
          ...part(25, 2),
          suggestions: [{ desc: 'Write "s3"', output: call('s3:getObject.waitForTaskToken') }],
        },
      ],
    },
    {
      definition: call('logs:createLogStream', 'arn:${P}:states:::aws-sdk:'),
      errors: [
        {
          message:
            '"aws-sdk:logs:createLogStream" is not known; did you mean "aws-sdk:cloudwatchlogs:createLogStream"?',
          ...part(26, 4),
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'cloudwatchlogs' },
              output: call('cloudwatchlogs:createLogStream', 'arn:${P}:states:::aws-sdk:'),
            },
          ],
        },
      ],
    },
    {
      definition: call('sts:assumeRole'),
      errors: [
        {
          message:
            '"aws-sdk:sts:assumeRole" is an action that Step Functions cannot call; call it from a Lambda function, or use another action',
          ...part(29, 10),
        },
      ],
    },
  ],
});
