import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const task = (Resource: unknown) => ({
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', Resource, End: true } },
});
const map = (fields: object) => ({ StartAt: 'Import', States: { Import: { Type: 'Map', ...fields, End: true } } });
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:charge';

new AslRuleTester().run('valid-resources', rule, {
  valid: [
    ...[
      lambda,
      `${lambda}:3`,
      `${lambda}:live`,
      `${lambda}:$LATEST`,
      'arn:aws:states:eu-west-1:123456789012:activity:approve',
      'arn:aws:states:::lambda:invoke',
      'arn:aws:states:::states:startExecution.sync:2',
      'arn:aws-us-gov:states:::sqs:sendMessage.waitForTaskToken',
      'arn:aws:states:::http:invoke',
      'arn:aws:states:::aws-sdk:s3:getObject',
      'arn:aws:states:::aws-sdk:aServiceOf2030:doIt.waitForTaskToken',
      '${ChargeFunctionArn}',
      'arn:${AWS::Partition}:states:::dynamodb:putItem',
      'arn:aws:states:::${Service}:${Action}',
      'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:charge-${Stage}',
      // Published definitions have their account ids redacted.
      'arn:aws:lambda:eu-west-1:xyz:function:charge',
      'arn:aws:lambda:<REGION>:<ACCOUNT>:function:charge',
    ].map((Resource) => ({ definition: task(Resource) })),
    { name: 'a value of a wrong type is a finding of its own', definition: task(5) },
    {
      name: 'the actions that a distributed Map takes',
      definition: map({
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject' },
        ResultWriter: { Resource: 'arn:aws-cn:states:::s3:putObject' },
      }),
    },
    {
      name: 'they may hold placeholders',
      definition: map({
        ItemReader: { Resource: 'arn:${AWS::Partition}:states:::s3:listObjectsV2' },
        ResultWriter: { Resource: '${Writer}' },
      }),
    },
    {
      name: 'a Pass has no Resource, which is a finding of its own',
      definition: { StartAt: 'A', States: { A: { Type: 'Pass', Resource: 'x', End: true } } },
    },
    {
      name: 'references of a template',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Charge
        States:
          Charge: { Type: Task, Resource: !GetAtt Charge.Arn, Next: Ship }
          Ship: { Type: Task, Resource: { Fn::Sub: 'arn:\${AWS::Partition}:states:::lambda:invoke' }, End: true }
`,
    },
  ],
  invalid: [
    {
      name: 'a second colon after the service',
      definition: {
        StartAt: 'Charge',
        States: { Charge: { Type: 'Task', Resource: 'arn:aws:lambda::${AWS::Region}:function:charge', End: true } },
      },
      errors: [
        {
          message:
            '"Resource": "arn:aws:lambda::${AWS::Region}:function:charge" names no region after ":lambda:"; write one there',
          at: '/States/Charge/Resource',
        },
      ],
    },
    {
      name: 'a second colon after the partition',
      definition: task('arn:aws::lambda:${AWS::Region}:${AWS::AccountId}:function:charge'),
      errors: [
        {
          message:
            '"Resource": "arn:aws::lambda:${AWS::Region}:${AWS::AccountId}:function:charge" names no service after "arn:aws:"; write its name there, or drop the second ":"',
          at: '/States/Charge/Resource',
        },
      ],
    },
    ...(
      [
        [
          'charge',
          '"charge" is not an ARN; use that of a Lambda function, of an activity or of an integration such as "arn:aws:states:::lambda:invoke"',
        ],
        [
          '{% $states.input.arn %}',
          'An expression cannot make the Resource; write its ARN out, or choose among Tasks in a Choice',
        ],
        [
          'arn:aws:states:::dynamodb:query',
          '"dynamodb" has no optimized integration of "query"; use "arn:aws:states:::aws-sdk:dynamodb:query"',
        ],
        [
          'arn:aws:states:::sqs:sendMesage',
          '"sqs" has no optimized integration of "sendMesage"; did you mean "sendMessage"?',
        ],
        [
          'arn:aws:states:::dynamo:getItem',
          '"dynamo" is no service with an optimized integration; did you mean "dynamodb"?',
        ],
        [
          'arn:aws:states:::lambda:invoke.sync',
          '"lambda:invoke" does not support ".sync"; drop it, or use ".waitForTaskToken"',
        ],
        [
          'arn:aws:states:::aws-sdk:sqs:sendMessage.sync',
          '"aws-sdk:sqs:sendMessage" does not support ".sync"; drop it, or use ".waitForTaskToken"',
        ],
        [
          'arn:aws:states:us-east-1:123456789012:stateMachine:refund',
          '"arn:aws:states:us-east-1:123456789012:stateMachine:refund" is not a call; use "arn:aws:states:::states:startExecution" with the state machine as "StateMachineArn"',
        ],
        [
          'arn:aws:states:::s3:getObject',
          '"s3:getObject" can be called only by a distributed Map, not by a Task; use "arn:aws:states:::aws-sdk:s3:getObject"',
        ],
        [
          'arn:${AWS::Partition}:states:::s3:putObject',
          '"s3:putObject" can be called only by a distributed Map, not by a Task; use "arn:aws:states:::aws-sdk:s3:putObject"',
        ],
      ] as const
    ).map(([Resource, message]) => ({
      definition: task(Resource),
      errors: [{ message: `"Resource": ${message}`, at: '/States/Charge/Resource' }],
    })),
    {
      name: 'actions that a distributed Map does not take, in a nested scope',
      definition: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              map({
                ItemReader: { Resource: 'arn:aws:states:::s3:putObject' },
                ResultWriter: { Resource: 'arn:aws:states:::aws-sdk:s3:putObject' },
              }),
            ],
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            '"Resource": "arn:aws:states:::s3:putObject" cannot be used here; use "arn:aws:states:::s3:getObject" or "arn:aws:states:::s3:listObjectsV2"',
          at: '/States/Both/Branches[0]/States/Import/ItemReader/Resource',
        },
        {
          message:
            '"Resource": "arn:aws:states:::aws-sdk:s3:putObject" cannot be used here; use "arn:aws:states:::s3:putObject"',
          at: '/States/Both/Branches[0]/States/Import/ResultWriter/Resource',
        },
      ],
    },
  ],
});
