import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const role = (RoleArn: string) => machine({ Credentials: { RoleArn } });
const jsonata = (RoleArn: string) => machine({ Credentials: { RoleArn } }, { QueryLanguage: 'JSONata' });

new AslRuleTester().run('no-wildcard-role', rule, {
  valid: [
    { definition: role('arn:aws:iam::123456789012:role/pay') },
    { definition: role('${Role}') },
    { definition: role('arn:${AWS::Partition}:iam::${AWS::AccountId}:${Role}') },
    { definition: role('arn:aws-cn:iam::123456789012:role/path/to/pay') },
    { definition: machine({ Credentials: { 'RoleArn.$': "States.Format('arn:aws:iam::{}:{}', $.account, $.role)" } }) },
    { definition: machine({ Credentials: { 'RoleArn.$': '$.roles[*]' } }) },
    { definition: jsonata('{% $states.input.*.role %}') },
    { definition: jsonata("{% 'arn:aws:iam::' & $string(2 * $account) & ':role/pay' %}") },
    { name: 'a policy in the parameters', definition: machine({ Parameters: { RoleArn: 'arn:aws:iam::*:role/*' } }) },
  ],
  invalid: [
    {
      name: 'a user',
      definition: role('arn:aws:iam::123456789012:user/pay'),
      errors: [
        {
          message:
            '"arn:aws:iam::123456789012:user/pay" is no ARN of a role, and a Task takes on a role only, so that it fails; write "arn:<partition>:iam::<account>:role/<name>"',
          at: '/States/Call/Credentials/RoleArn',
        },
      ],
    },
    ...[
      'arn:aws:iam::${Account}:root',
      'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/pay',
      'arn:aws:sts::123456789012:assumed-role/pay/session',
      'arn:aws:lambda:us-east-1:123456789012:function:pay',
    ].map((name) => ({
      definition: role(name),
      errors: [{ messageId: 'other', at: '/States/Call/Credentials/RoleArn' }] as const,
    })),
    {
      name: 'a user, in JSONata',
      definition: jsonata("{% 'arn:aws:iam::' & $account & ':user/pay' %}"),
      errors: [{ messageId: 'other', at: '/States/Call/Credentials/RoleArn' }],
    },
    {
      name: 'a user, by an intrinsic function',
      definition: machine({ Credentials: { 'RoleArn.$': "States.Format('arn:aws:iam::{}:user/pay', $.account)" } }),
      errors: [{ messageId: 'other', at: '/States/Call/Credentials/RoleArn.$' }],
    },
    {
      name: 'the end of an ARN',
      definition: jsonata("{% 'arn:aws:iam::' & $account & ':role/*' %}"),
      errors: [
        { messageId: 'wildcard', data: { role: ':role/*' }, at: '/States/Call/Credentials/RoleArn', find: ':role/*' },
      ],
    },
    {
      definition: role('arn:aws:iam::*:role/pay'),
      errors: [
        {
          message:
            '"arn:aws:iam::*:role/pay" has a wildcard, and a Task takes on one role: there is none of that name, so that it fails; name the role',
          at: '/States/Call/Credentials/RoleArn',
        },
      ],
    },
    ...['*', 'arn:aws:iam::123456789012:role/*', 'arn:aws:iam::${Account}:role/pay-*'].map((name) => ({
      definition: role(name),
      errors: [{ messageId: 'wildcard', data: { role: name }, at: '/States/Call/Credentials/RoleArn' }],
    })),
    {
      definition: jsonata("{% 'arn:aws:iam::*:role/pay' %}"),
      errors: [
        {
          messageId: 'wildcard',
          data: { role: 'arn:aws:iam::*:role/pay' },
          at: '/States/Call/Credentials/RoleArn',
          find: 'arn:aws:iam::*:role/pay',
        },
      ],
    },
    {
      definition: machine({ Credentials: { 'RoleArn.$': "States.Format('arn:aws:iam::*:role/{}', $.name)" } }),
      errors: [
        {
          messageId: 'wildcard',
          data: { role: 'arn:aws:iam::*:role/{}' },
          at: '/States/Call/Credentials/RoleArn.$',
          find: 'arn:aws:iam::*:role/{}',
        },
      ],
    },
  ],
});
