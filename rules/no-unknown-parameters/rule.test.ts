import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (name: string, Parameters: unknown) => ({
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: `arn:aws:states:::${name}`, Parameters, End: true } },
});
const byArn = (Parameters: object) => ({
  StartAt: 'Call',
  States: {
    Call: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge', Parameters, End: true },
  },
});
const at = (place: string) => ({ at: `/States/Call/Parameters/${place}`, part: 'key' as const });

new AslRuleTester().run('no-unknown-parameters', rule, {
  valid: [
    { definition: byArn({ Payload: { id: 1 } }) },
    { definition: byArn({ FunctionName: 'f', Payload: {}, order: 1 }) },
    { definition: call('lambda:invoke', { FunctionName: 'f', 'Payload.$': '$' }) },
    { definition: call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: { anything: 1 } }) },
    { definition: call('aws-sdk:rds:describeDBInstances', { DbInstanceIdentifier: 'd' }) },
    { name: 'valid-parameter-names has it', definition: call('sqs:sendMessage', { queueUrl: 'q', MessageBod: 'm' }) },
    { name: 'a service newer than the models', definition: call('aws-sdk:quantumleap:jump', { Year: 1999 }) },
    {
      name: 'a step of EMR',
      definition: call('elasticmapreduce:addStep', {
        ClusterId: 'c',
        Step: { Name: 'Sum', ActionOnFailure: 'CONTINUE', HadoopJarStep: { Jar: 'command-runner.jar', Args: ['sum'] } },
      }),
    },
    {
      name: 'a name that is filled in',
      definition: call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: '', '${Name}': 1 }),
    },
  ],
  invalid: [
    {
      name: 'a member that a step of EMR does not have',
      definition: call('elasticmapreduce:addStep', {
        ClusterId: 'c',
        Step: { Name: 'Sum', HadoopJarStep: { Jar: 'command-runner.jar' }, Anything: 1 },
      }),
      errors: [{ messageId: 'unknown', ...at('Step/Anything') }],
    },
    {
      name: 'what lambda:invoke takes, given to a function itself',
      definition: byArn({ FunctionName: 'charge', 'Payload.$': '$' }),
      errors: [
        {
          message:
            '"FunctionName" and "Payload" are for "lambda:invoke"; called by its ARN, "charge" gets them as they are, inside its event; give it the "Payload" itself, or call "arn:aws:states:::lambda:invoke"',
          ...at('FunctionName'),
        },
      ],
    },
    {
      definition: call('lambda:invoke.waitForTaskToken', { FunctionName: 'f', 'TaskToken.$': '$$.Task.Token' }),
      errors: [
        {
          message: /^"TaskToken" is no parameter of "lambda:invoke" in the API of \d{4}-\d\d-\d\d; remove it$/,
          ...at('TaskToken.$'),
        },
      ],
    },
    {
      definition: call('dynamodb:getItem', { TableName: 't', Key: {}, 'ConsistentReads.$': '$.c' }),
      errors: [
        {
          message: /^"ConsistentReads" is no parameter .*; did you mean "ConsistentRead"\?$/,
          ...at('ConsistentReads.$'),
          suggestions: [
            {
              desc: 'Write "ConsistentRead"',
              output: call('dynamodb:getItem', { TableName: 't', Key: {}, 'ConsistentRead.$': '$.c' }),
            },
          ],
        },
      ],
    },
    {
      name: 'the name of the API in an AWS SDK integration',
      definition: call('aws-sdk:rds:describeDBInstances', { DBInstanceIdentifier: 'd' }),
      errors: [
        {
          message: /did you mean "DbInstanceIdentifier"\?$/,
          ...at('DBInstanceIdentifier'),
          suggestions: [
            {
              messageId: 'rename',
              data: { meant: 'DbInstanceIdentifier' },
              output: call('aws-sdk:rds:describeDBInstances', { DbInstanceIdentifier: 'd' }),
            },
          ],
        },
      ],
    },
    {
      name: 'further inside',
      definition: call('ecs:runTask', { TaskDefinition: 't', Overrides: { ContainerOverrides: [{ Volumes: [] }] } }),
      errors: [
        {
          message: /^"Volumes" in "Overrides\.ContainerOverrides\[0\]" is no parameter of "ecs:runTask" /,
          ...at('Overrides/ContainerOverrides[0]/Volumes'),
        },
      ],
    },
    {
      name: 'a member that is there already cannot be meant',
      definition: call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'm', MessageBodyy: 'm' }),
      errors: [{ message: /; remove it$/, ...at('MessageBodyy') }],
    },
  ],
});
