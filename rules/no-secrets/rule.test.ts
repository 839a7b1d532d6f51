import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const pass = (Parameters: object) => machine({ Parameters });
// Cut in two, so that nobody takes them for a leak.
const whole = (...parts: readonly string[]) => parts.join('');
const key = whole('AKIA', '2345ABCDEF234567');

new AslRuleTester().run('no-secrets', rule, {
  valid: [
    {
      name: 'tokens of many meanings',
      definition: pass({ NextToken: 'page2', token: 'order-1234-56', secret: 'prod/db1' }),
    },
    {
      name: 'the example of a webhook',
      definition: pass({ hook: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX' }),
    },
    { definition: pass({ Authorization: 'Bearer ${Token}' }) },
    { definition: pass({ 'password.$': '$.password' }) },
    { definition: pass({ password: '{% $states.input.password1 %}' }) },
    { definition: pass({ password: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db1' }) },
    { definition: pass({ password: '${DbPassword1}' }) },
    { definition: pass({ password: 'changeme' }) },
    { definition: pass({ SecretName: 'prod-database-1' }) },
    { definition: pass({ passwordPolicy: 'strong1234' }) },
    {
      definition: pass({
        Environment: [
          { Name: 'DB_PASSWORD', 'Value.$': '$.p' },
          { Name: 'STAGE', Value: 'abcdef1234' },
        ],
      }),
    },
    { name: "the guide's example", definition: pass({ key: whole('AKIA', 'IOSFODNN7EXAMPLE') }) },
    {
      name: 'JSONata that takes it from somewhere',
      definition: machine(
        {
          Arguments: {
            Payload: '{% $merge([$states.input, { "password": $states.input.p1, "note": "abcdef1234" }]) %}',
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'a URL with a key that is filled in',
      definition: pass({ url: 'https://example.com/?api_key=${ApiKey1234567}' }),
    },
    ...[
      'Server=db;User Id=app;Password=${Password};',
      "Server=db;Password='{}';",
      'https://a.blob.core.windows.net/c?sv=2022&sig=${Signature}',
    ].map((text) => ({ name: text, definition: pass({ text }) })),
    { name: 'in a longer word', definition: pass({ key: whole('XAKIA', '2345ABCDEF234567') }) },
    { name: 'a text about a header', definition: pass({ text: 'Basic authentication is required' }) },
    { name: 'a URL with a placeholder', definition: pass({ url: 'https://user:${Password}@example.com/' }) },
  ],
  invalid: [
    {
      name: 'an access key with digits that AWS leaves out',
      definition: pass({ text: whole('AKIA', '2E0A8F3B244C9986') }),
      errors: [{ message: /^Here is an access key of AWS /, at: '/States/Call/Parameters/text' }],
    },
    {
      name: 'a header of an API, which is an array',
      definition: pass({ Headers: { 'x-api-key': [whole('a8f5f167f44f4964', 'e6c998dee827110c')] } }),
      errors: [{ message: /^Here is the value of "x-api-key" /, at: '/States/Call/Parameters/Headers/x-api-key[0]' }],
    },
    {
      name: 'a token in hexadecimal digits',
      definition: pass({ apiToken: whole('7c4a8d09ca3762af', '61e59520943dc264') }),
      errors: [{ message: /^Here is the value of "apiToken" /, at: '/States/Call/Parameters/apiToken' }],
    },
    {
      definition: pass({ text: `key ${key} is it` }),
      errors: [
        {
          message:
            'Here is an access key of AWS for everybody who may read the definition or the history; keep it in Secrets Manager or in an EventBridge connection, and replace it, for it is known now',
          json: { line: 8, column: 22, endLine: 8, endColumn: 42 },
          yaml: { line: 7, column: 17, endLine: 7, endColumn: 37 },
        },
      ],
    },
    ...(
      [
        ['a private key', whole('-----BEGIN RSA ', 'PRIVATE KEY-----')],
        ['a token of GitHub', whole('ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8')],
        ['a token of Slack', whole('xoxb-', '1234567890-abcdefghijklmn')],
        ['a secret key of Stripe', whole('sk_live_', '4eC39HqLyjWDarjtT1zdp7dc')],
        ['a signing secret of a webhook', whole('whsec_', '9f8a7b6c5d4e3f2a1b0c9d8e')],
        ['a key of OpenAI or Anthropic', whole('sk-proj-', 'a1B2c3D4e5F6g7H8i9J0k1')],
        ['a JSON Web Token', whole('eyJhbGciOiJIUzI1NiJ9.', 'eyJzdWIiOiIxMjM0NSJ9.dBjftJeZ4CVPmB92K27u')],
        ['an Authorization header', whole('Bearer ', 'a1B2c3D4e5F6g7H8i9')],
      ] as const
    ).map(([what, value]) => ({
      name: what,
      definition: pass({ value }),
      errors: [{ messageId: 'secret' as const, data: { what }, at: '/States/Call/Parameters/value' }],
    })),
    {
      definition: pass({ value: 'postgres://admin:hunter22@db.example.com/orders' }),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'a password in a URL' },
          json: { line: 8, column: 36, endLine: 8, endColumn: 44 },
          yaml: { line: 7, column: 31, endLine: 7, endColumn: 39 },
        },
      ],
    },
    ...(
      [
        [
          'a key of SendGrid',
          '',
          whole('SG.', 'ngeVfQFYQlKU0ufo8x5d1A', '.', 'TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr'),
          '',
        ],
        ['a password in a connection string', 'Server=db;User Id=app;Password=', 'Pa55w0rd!', ';'],
        [
          'the signature of a shared access',
          'https://a.blob.core.windows.net/c?sv=2022&sig=',
          'Zk3%2FhT9QmKLs83HfGkW',
          '%3D&se=1',
        ],
      ] as const
    ).map(([what, before, secret, behind]) => ({
      name: what,
      definition: pass({ text: `${before}${secret}${behind}` }),
      errors: [
        {
          messageId: 'secret' as const,
          data: { what },
          at: '/States/Call/Parameters/text',
          ...(before && { find: what.startsWith('the signature') ? `${secret}%3D` : secret }),
        },
      ],
    })),
    {
      name: 'a webhook whose ids look like an example',
      definition: pass({
        hook: whole('https://hooks.slack.com/services/', 'T00000000/B00000000/', 'a1B2c3D4e5F6g7H8i9J0k1L2'),
      }),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'the key of a webhook of Slack' },
          at: '/States/Call/Parameters/hook',
          find: 'a1B2c3D4e5F6g7H8i9J0k1L2',
        },
      ],
    },
    {
      name: 'a token that looks like nothing else',
      definition: pass({ token: 'a1B2c3D4e5F6g7H8i9J0k1L2' }),
      errors: [{ messageId: 'secret', data: { what: 'the value of "token"' }, at: '/States/Call/Parameters/token' }],
    },
    {
      definition: pass({ DbPassword: 'hunter22x' }),
      errors: [
        { messageId: 'secret', data: { what: 'the value of "DbPassword"' }, at: '/States/Call/Parameters/DbPassword' },
      ],
    },
    {
      definition: pass({ Environment: [{ Name: 'API_KEY', Value: 'a1b2c3d4e5f6' }] }),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'the value of "API_KEY"' },
          at: '/States/Call/Parameters/Environment[0]/Value',
        },
      ],
    },
    {
      name: 'JSONata: a literal, and a member of an object',
      definition: machine(
        {
          Arguments: {
            password: "{% 'hunter2-abc' %}",
            Payload: '{% $merge([$states.input, { "apiKey": "abcdef123456" }]) %}',
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'the value of "password"' },
          at: '/States/Call/Arguments/password',
          find: 'hunter2-abc',
        },
        {
          messageId: 'secret',
          data: { what: 'the value of "apiKey"' },
          at: '/States/Call/Arguments/Payload',
          find: 'abcdef123456',
        },
      ],
    },
    {
      name: 'a key in a URL',
      definition: pass({ url: 'https://example.com/orders?api_key=abcdef123456' }),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'a key in the query of a URL' },
          at: '/States/Call/Parameters/url',
          find: 'abcdef123456',
        },
      ],
    },
    {
      name: 'a secret key of AWS',
      definition: pass({ aws_secret_access_key: whole('wJalrXUtn1FEMI/K7MDENG', '/bPxRfiCYabcdefKLM') }),
      errors: [
        {
          messageId: 'secret',
          data: { what: 'the value of "aws_secret_access_key"' },
          at: '/States/Call/Parameters/aws_secret_access_key',
        },
      ],
    },
  ],
});
