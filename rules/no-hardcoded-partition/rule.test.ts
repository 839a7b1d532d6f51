import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const template = (resource: string) => `Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Pay
        States:
          Pay:
            Type: Task
            Resource: ${resource}
            End: true
`;
const filename = 'template.yaml';

new AslRuleTester().run('no-hardcoded-partition', rule, {
  valid: [
    {
      name: 'a definition on its own has no other way',
      definition: {
        StartAt: 'Pay',
        States: { Pay: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
      },
    },
    { filename, code: template('!Sub arn:${AWS::Partition}:states:::lambda:invoke') },
    { filename, code: template('!GetAtt PayFunction.Arn') },
  ],
  invalid: [
    {
      filename,
      code: template('!Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:pay'),
      errors: [
        {
          message:
            '"arn:aws:" is an ARN of one partition, and a template can be deployed in others (China, GovCloud); use a placeholder such as "${AWS::Partition}"',
          line: 10,
          column: 32,
          endLine: 10,
          endColumn: 35,
        },
      ],
    },
    {
      filename,
      code: template('arn:aws-us-gov:states:::lambda:invoke'),
      errors: [{ messageId: 'partition', line: 10, column: 27, endLine: 10, endColumn: 37 }],
    },
  ],
});
