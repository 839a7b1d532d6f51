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

new AslRuleTester().run('no-hardcoded-account-ids', rule, {
  valid: [
    { name: 'an emulator', definition: call('arn:aws:sns:us-east-1:000000000000:topic') },
    { definition: call('arn:aws:sns:us-east-1:${AWS::AccountId}:topic') },
    { definition: call('arn:aws:sns:us-east-1:${Account}:topic') },
    { definition: call('arn:aws:s3:::bucket/key') },
    { definition: call('arn:aws:iam::aws:policy/ReadOnlyAccess') },
    { definition: call('123456789012') },
    ...Object.entries({ accountName: '123456789012', account_id: '000000000000', accounts: '3' }).map(
      ([name, value]) => ({
        name: `"${name}": "${value}"`,
        definition: machine({ Parameters: { Payload: { [name]: value } } }),
      }),
    ),
    ...['123456789012', 'logs-202611271200-eu', 'logs-1234567890123', 'logs-000000000000', 'logs-${Account}'].map(
      (Bucket) => ({
        name: `a bucket: ${Bucket}`,
        definition: machine({ Parameters: { Bucket } }),
      }),
    ),
    { name: 'all is joined', definition: call("{% 'arn:aws:sns:' & $region & ':' & $account & ':topic' %}") },
    { definition: call('https://sqs.us-east-1.amazonaws.com/${Account}/queue') },
    { definition: call('arn:aws:sns:us-east-1:123456789012:topic'), options: [{ allow: ['123456789012'] }] },
  ],
  invalid: [
    ...[
      "{% 'arn:aws:sns:' & $states.input.region & ':123456789012:orders' %}",
      "{% 'https://sqs.' & $region & '.amazonaws.com/123456789012/orders' %}",
      "{% 'arn:aws:sns:eu-west-1:123456789012:' & $topic %}",
    ].map((target) => ({
      name: target,
      definition: call(target),
      errors: [
        {
          message: /^"123456789012" is the id of an account/,
          at: '/States/Call/Parameters/target',
          find: '123456789012',
        },
      ],
    })),
    ...['account_id', 'account', 'targetAccount', 'BucketOwnerAccountId'].map((name) => ({
      name: `called "${name}"`,
      definition: machine({ Parameters: { Payload: { [name]: '123456789012' } } }),
      errors: [{ message: /^"123456789012" /, at: `/States/Call/Parameters/Payload/${name}`, find: '123456789012' }],
    })),
    ...Object.entries({
      Bucket: 'logs-123456789012-eu-west-1',
      SourceBucket: 'logs.123456789012',
      OutputLocation: 's3://athena-results-123456789012/daily/',
    }).map(([name, value]) => ({
      name: `the name of a bucket: ${value}`,
      definition: machine({ Parameters: { [name]: value } }),
      errors: [{ message: /^"123456789012" /, at: `/States/Call/Parameters/${name}`, find: '123456789012' }],
    })),
    {
      name: 'a parameter and an environment variable',
      definition: machine({
        Parameters: {
          ExpectedBucketOwner: '123456789012',
          Environment: [{ Name: 'AWS_ACCOUNT_ID', Value: '210987654321' }],
        },
      }),
      errors: [
        { message: /^"123456789012" /, at: '/States/Call/Parameters/ExpectedBucketOwner', find: '123456789012' },
        { message: /^"210987654321" /, at: '/States/Call/Parameters/Environment[0]/Value', find: '210987654321' },
      ],
    },
    ...[
      'https://sqs.${AWS::Region}.amazonaws.com/123456789012/q',
      '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1',
    ].map((url) => ({
      definition: call(url),
      errors: [{ message: /^"123456789012" is the id of an account/, ...within(url, '123456789012') }],
    })),
    {
      definition: call('arn:aws:sns:us-east-1:123456789012:topic'),
      errors: [
        {
          message:
            '"123456789012" is the id of an account, so that the definition works in that one only; use a placeholder such as "${AWS::AccountId}", or allow it in the options',
          json: { line: 8, column: 42, endLine: 8, endColumn: 54 },
          yaml: { line: 7, column: 37, endLine: 7, endColumn: 49 },
        },
      ],
    },
    {
      definition: call('arn:${AWS::Partition}:sns:${AWS::Region}:123456789012:topic'),
      options: [{ allow: ['210987654321'] }],
      errors: [
        {
          messageId: 'account',
          json: { line: 8, column: 61, endLine: 8, endColumn: 73 },
          yaml: { line: 7, column: 56, endLine: 7, endColumn: 68 },
        },
      ],
    },
    {
      name: 'a Resource, a role and the URL of a queue',
      definition: machine({
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay',
        Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/pay' },
        Parameters: { url: 'https://sqs.us-east-1.amazonaws.com/123456789012/queue' },
      }),
      errors: [6, 8, 11].map((line, index) => ({
        messageId: 'account' as const,
        json: { line, column: [45, 34, 53][index]!, endLine: line, endColumn: [57, 46, 65][index]! },
        yaml: {
          line: [5, 7, 9][index]!,
          column: [40, 29, 48][index]!,
          endLine: [5, 7, 9][index]!,
          endColumn: [52, 41, 60][index]!,
        },
      })),
    },
  ],
});
