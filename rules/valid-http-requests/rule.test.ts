import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const connection = { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/orders/1' };
const machine = (task: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', ...task, End: true } },
});
const request = (more: object) => ({
  ApiEndpoint: 'https://api.example.com',
  Method: 'GET',
  Authentication: connection,
  ...more,
});
const form = { RequestBodyEncoding: 'URL_ENCODED' };
const call = (more: object) => machine({ Parameters: request(more) });
const jsonata = (Arguments: unknown) => machine({ Arguments }, { QueryLanguage: 'JSONata' });

new AslRuleTester().run('valid-http-requests', rule, {
  valid: [
    {
      definition: call({ Headers: { Accept: 'application/json', 'X-Api-Version': '2', 'Content-Type': 'text/plain' } }),
    },
    { definition: call({ ApiEndpoint: '${Endpoint}' }) },
    { definition: call({ ApiEndpoint: '${Scheme}://api.example.com' }) },
    { definition: call({ 'ApiEndpoint.$': "States.Format('https://api.example.com/{}', $.id)" }) },
    { definition: call({ RequestBody: { url: 'http://example.com' }, QueryParameters: { to: 'http://example.com' } }) },
    { definition: call({ 'Headers.$': '$.headers' }) },
    { definition: call({ Headers: { Authorization: null, '${Name}': 'x' } }) },
    { definition: jsonata("{% $merge([$states.input, {'Headers': {'Authorization': 'x'}}]) %}") },
    {
      name: 'another service has headers of its own',
      definition: machine({
        Resource: 'arn:aws:states:::apigateway:invoke',
        Parameters: {
          ApiEndpoint: 'a.execute-api.us-east-1.amazonaws.com',
          Method: 'GET',
          Headers: { Authorization: ['a'] },
        },
      }),
    },
    {
      name: 'a form whose header says so',
      definition: call({
        Transform: form,
        Headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      }),
    },
    { definition: call({ Transform: form, Headers: { 'Content-Type.$': '$.type' } }) },
    { definition: call({ Transform: form, 'Headers.$': '$.headers' }) },
    { definition: call({ Transform: { RequestBodyEncoding: 'NONE' } }) },
  ],
  invalid: [
    {
      name: 'a form whose headers do not say so',
      definition: call({ Transform: form, Headers: { Accept: '*/*' } }),
      errors: [
        {
          message:
            'The body is encoded as a form only where "Headers" says so; add "Content-Type": "application/x-www-form-urlencoded"',
          at: '/States/Call/Parameters/Transform/RequestBodyEncoding',
        },
      ],
    },
    {
      definition: jsonata(request({ Transform: form, Headers: { 'Content-Type': 'application/json' } })),
      errors: [{ messageId: 'encoding', at: '/States/Call/Arguments/Transform/RequestBodyEncoding' }],
    },
    {
      name: 'a host where a URL is due',
      definition: call({ ApiEndpoint: 'api.example.com/orders' }),
      errors: [
        {
          message: 'The endpoint of an HTTP Task is a URL; begin it with "https://"',
          at: '/States/Call/Parameters/ApiEndpoint',
        },
      ],
    },
    {
      definition: call({ ApiEndpoint: 'http://api.example.com' }),
      errors: [
        {
          message: '"http://" is not encrypted, and an HTTP Task calls endpoints of "https://" only; write that',
          at: '/States/Call/Parameters/ApiEndpoint',
          find: 'http',
          suggestions: [{ desc: 'Write "https"', output: call({}) }],
        },
      ],
    },
    ...["{% 'http://' & $states.input.host %}", '{% ("http://a.example.com/" & $id) %}'].map((ApiEndpoint) => ({
      name: ApiEndpoint,
      definition: jsonata(request({ ApiEndpoint })),
      errors: [
        {
          messageId: 'scheme',
          at: '/States/Call/Arguments/ApiEndpoint',
          find: 'http',
          suggestions: [
            {
              desc: 'Write "https"',
              output: jsonata(request({ ApiEndpoint: ApiEndpoint.replace('http:', 'https:') })),
            },
          ],
        },
      ],
    })),
    {
      definition: call({ Headers: { authorization: 'Bearer abc', 'X-Amz-Date.$': '$.date', Accept: 'text/plain' } }),
      errors: [
        {
          message:
            '"authorization" is a header that an HTTP Task cannot set: it fails with "States.Runtime"; leave it to the connection that "Authentication" names',
          at: '/States/Call/Parameters/Headers/authorization',
          part: 'key',
        },
        {
          message: '"X-Amz-Date" is a header that an HTTP Task cannot set: it fails with "States.Runtime"; remove it',
          at: '/States/Call/Parameters/Headers/X-Amz-Date.$',
          part: 'key',
        },
      ],
    },
    {
      name: 'an expression writes the headers out',
      definition: jsonata(request({ Headers: "{% {'Authorization': 'Bearer ' & $token} %}" })),
      errors: [{ messageId: 'header', at: '/States/Call/Arguments/Headers', find: "'Authorization'" }],
    },
  ],
});
