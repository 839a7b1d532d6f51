import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const call = (target: string) => machine({ Parameters: { target } });

/** Where a part of the target stands. */
const within = (target: string, part: string) => {
  const [column, { length }] = [target.indexOf(part), part];
  return {
    json: { line: 8, column: column + 20, endLine: 8, endColumn: column + 20 + length },
    yaml: { line: 7, column: column + 15, endLine: 7, endColumn: column + 15 + length },
  };
};

new AslRuleTester().run('no-hardcoded-regions', rule, {
  valid: [
    { name: 'an emulator', definition: call('arn:aws:sns:us-east-1:000000000000:topic') },
    { definition: call('arn:aws:sns:${AWS::Region}:123456789012:topic') },
    { definition: call('arn:aws:iam::123456789012:role/pay') },
    { definition: call('us-east-1') },
    {
      name: 'something is done in each region',
      definition: machine({ Parameters: { Payload: [{ region: 'us-east-1' }, { region: 'eu-west-1' }] } }),
    },
    ...[
      'arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:/aws/route53/*',
      'arn:aws:wafv2:us-east-1:${AWS::AccountId}:global/webacl/shop/1',
      'https://route53domains.us-east-1.amazonaws.com/',
    ].map((target) => ({ name: `a global service, which is there only: ${target}`, definition: call(target) })),
    { name: 'no region of AWS', definition: machine({ Parameters: { Payload: { region: 'emea' } } }) },
    { definition: call('https://abc.execute-api.${AWS::Region}.amazonaws.com/prod') },
    { definition: call('https://bucket.s3.amazonaws.com/us-east-1/file') },
    { definition: call('arn:aws:sns:us-east-1:123456789012:topic'), options: [{ allow: ['us-east-1'] }] },
  ],
  invalid: [
    ...[
      "{% 'arn:aws:sns:us-east-1:' & $account & ':orders' %}",
      "{% 'https://sqs.us-east-1.amazonaws.com/' & $account & '/orders' %}",
    ].map((target) => ({
      name: target,
      definition: call(target),
      errors: [{ message: /^"us-east-1" is a region/, at: '/States/Call/Parameters/target', find: 'us-east-1' }],
    })),
    {
      name: 'a global service in another word',
      definition: call('route53 arn:aws:sns:us-east-1:${Account}:topic'),
      errors: [{ message: /^"us-east-1" /, at: '/States/Call/Parameters/target', find: 'us-east-1' }],
    },
    {
      name: 'what States.Format puts together',
      definition: machine({ Parameters: { 'TopicArn.$': "States.Format('arn:aws:sns:us-east-1:{}:orders', $.a)" } }),
      errors: [{ message: /^"us-east-1" /, at: '/States/Call/Parameters/TopicArn.$', find: 'us-east-1' }],
    },
    ...['region', 'awsRegion', 'SourceRegion', 'aws_region'].map((name) => ({
      name: `called "${name}"`,
      definition: machine({ Parameters: { Payload: { [name]: 'us-east-1' } } }),
      errors: [{ message: /^"us-east-1" /, at: `/States/Call/Parameters/Payload/${name}`, find: 'us-east-1' }],
    })),
    {
      name: 'an environment variable',
      definition: machine({ Parameters: { Environment: [{ Name: 'AWS_REGION', Value: 'us-east-1' }] } }),
      errors: [{ message: /^"us-east-1" /, at: '/States/Call/Parameters/Environment[0]/Value', find: 'us-east-1' }],
    },
    {
      definition: call('arn:aws:sns:us-east-1:${Account}:topic'),
      errors: [
        {
          message:
            '"us-east-1" is a region, so that the definition works in that one only; use a placeholder such as "${AWS::Region}", or allow it in the options',
          json: { line: 8, column: 32, endLine: 8, endColumn: 41 },
          yaml: { line: 7, column: 27, endLine: 7, endColumn: 36 },
        },
      ],
    },
    {
      definition: call('https://sqs.us-gov-west-1.amazonaws.com/123456789012/queue'),
      options: [{ allow: ['us-east-1'] }],
      errors: [
        {
          messageId: 'region',
          json: { line: 8, column: 32, endLine: 8, endColumn: 45 },
          yaml: { line: 7, column: 27, endLine: 7, endColumn: 40 },
        },
      ],
    },
    ...[
      'https://sqs.us-east-1.amazonaws.com/${Account}/queue',
      'abc.execute-api.us-east-1.amazonaws.com',
      '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1',
      'https://abc.lambda-url.us-east-1.on.aws/',
    ].map((url) => ({
      definition: call(url),
      errors: [{ message: /^"us-east-1" is a region/, ...within(url, 'us-east-1') }],
    })),
  ],
});
