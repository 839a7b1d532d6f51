import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (action: string, Parameters: object, more: object = {}) => ({
  StartAt: 'Read',
  States: { Read: { Type: 'Task', Resource: `arn:aws:states:::${action}`, Parameters, ...more, End: true } },
});
const at = '/States/Read/Resource';
const secret = machine('aws-sdk:secretsmanager:getSecretValue', { SecretId: 'db' });

new AslRuleTester().run('no-secrets-in-history', rule, {
  valid: [
    {
      name: 'what a secret is called',
      definition: machine('aws-sdk:secretsmanager:describeSecret', { SecretId: 'db' }),
    },
    { name: 'a parameter as it is', definition: machine('aws-sdk:ssm:getParameter', { Name: '/host' }) },
    {
      name: 'it may be decrypted',
      definition: machine('aws-sdk:ssm:getParameter', { Name: '/host', 'WithDecryption.$': '$.isSecret' }),
    },
    { name: 'no history', definition: secret, type: 'EXPRESS' },
    { definition: machine('lambda:invoke', { FunctionName: 'read-secret' }) },
  ],
  invalid: [
    {
      definition: secret,
      errors: [
        {
          message:
            '"Read" brings a secret into the history of each execution, in plain text and whatever it keeps of the result: "SecretString" of "aws-sdk:secretsmanager:getSecretValue"; read it in the function that needs it, or leave it to an EventBridge connection',
          at,
        },
      ],
    },
    {
      name: 'nothing of the result is kept',
      definition: machine('aws-sdk:secretsmanager:getSecretValue', { SecretId: 'db' }, { ResultPath: null }),
      errors: [{ messageId: 'secret', at }],
    },
    {
      name: 'a parameter that is decrypted, in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...machine(
          'aws-sdk:ssm:getParameter',
          {},
          {
            Parameters: undefined,
            Arguments: { Name: '/password', WithDecryption: true },
          },
        ),
      },
      errors: [{ message: /: "Value" of "aws-sdk:ssm:getParameter"; /, at }],
    },
    {
      name: 'credentials',
      definition: machine('aws-sdk:sts:assumeRole', { RoleArn: '${Role}', RoleSessionName: 'pay' }),
      errors: [{ message: /: "SecretAccessKey" of "aws-sdk:sts:assumeRole"; /, at }],
    },
    ...['kms:decrypt', 'iam:createAccessKey', 'secretsmanager:batchGetSecretValue'].map((action) => ({
      name: 'found in the models',
      definition: machine(`aws-sdk:${action}`, {}),
      errors: [{ messageId: 'secret', at }] as const,
    })),
  ],
});
