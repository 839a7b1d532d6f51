import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const pass = (Parameters: object) => machine({ A: { Type: 'Pass', Parameters, End: true } });
/** The members of a Pass state's Parameters, in Terraform's language. */
const terraform = (parameters: string): string => `resource "aws_sfn_state_machine" "m" {
  definition = jsonencode({
    StartAt = "A", States = { A = { Type = "Pass", Next = "B", Parameters = { ${parameters} } }, B = { Type = "Succeed" } }
  })
}
`;
const calling = (Credentials: object) =>
  machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Credentials, End: true } });
const choice = (rule: object) =>
  machine({ A: { Type: 'Choice', Choices: [{ ...rule, Next: 'B' }], Default: 'B' }, B: { Type: 'Succeed' } });

/** A Fail state with that field, after a Catch that puts the error at `$.failure`. */
const failingAt = (field: string, path: string) =>
  machine({
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'B' }],
      End: true,
    },
    B: { Type: 'Fail', Error: 'Failed', [field]: path },
  });

/** A distributed Map with that template at that place. */
const map = (template: object, at: string) => {
  const put = (field: string) => (at.includes(field) ? { [field]: template } : {});
  return machine({
    Each: {
      Type: 'Map',
      ...put('ItemSelector'),
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        ...machine({ B: { Type: 'Pass', ...put('Assign'), End: true } }),
      },
      ItemBatcher: { MaxItemsPerBatch: 5, ...put('BatchInput') },
      ...put('ResultSelector'),
      End: true,
    },
  });
};

new AslRuleTester().run('no-literal-paths', rule, {
  valid: [
    {
      name: 'a name that is only known after deployment may end in ".$"',
      filename: 'main.tf',
      code: terraform('(var.name) = "$.id"'),
    },
    { definition: pass({ 'id.$': '$.id' }) },
    {
      name: 'texts with a dollar',
      definition: pass({ price: '$5', all: '$', name: '$ .a', text: 'costs $.50 or more', cents: '$.50 each' }),
    },
    ...[
      'it costs US$.total',
      'if ($.total > 3) { $.ajax() }',
      'SELECT $.total FROM t;',
      'jq "map($.total)"',
      'the total, $.${Total}',
      "{ $.errorCode = 'AccessDenied' }",
    ].map((text) => ({ name: `a text of another language: ${text}`, definition: pass({ text }) })),
    {
      name: 'a text with a path for an API',
      definition: pass({ InputTemplate: 'Order $.id', query: 'order is $.id' }),
    },
    { name: 'a dollar before what is no variable', definition: pass({ name: '$order', list: '$order.id' }) },
    {
      name: 'a literal Result without paths',
      definition: machine({ A: { Type: 'Pass', Result: { price: '$5', path: '$.a', all: '$' }, End: true } }),
    },
    { name: 'placeholders', definition: pass({ a: '${A}', b: '$.${B}', c: '$$.${C}' }) },
    {
      name: 'paths that an API takes itself',
      definition: machine({
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:eventbridge:putTargets',
          Parameters: {
            Rule: 'r',
            Targets: [
              {
                Id: '1',
                Arn: 'a',
                InputPath: '$.detail',
                InputTransformer: { InputPathsMap: { id: '$.detail.id' }, InputTemplate: '<id>' },
              },
            ],
          },
          End: true,
        },
      }),
    },
    {
      name: 'names that stand for a part of the data in an expression of DynamoDB',
      definition: pass({ ProjectionExpression: '$.a', ExpressionAttributeNames: { '#a': '$a' } }),
    },
    {
      name: 'a text with the path of an API, with a comparison, and one that is no JSON',
      definition: pass({ a: '{"InputPath": "$.id"}', b: 'x == $.id', c: '{ $.id = 7 }', d: 'Dear {{$.name}}' }),
    },
    {
      name: 'a text that only begins like a call',
      definition: pass({ a: 'States.Format is a function', b: 'States.Format(' }),
    },
    {
      name: 'under JSONata: a finding of no-undelimited-jsonata',
      definition: machine({ A: { Type: 'Pass', Output: { id: '$.id' }, End: true } }, { QueryLanguage: 'JSONata' }),
    },
    { name: 'the path of an operator', definition: choice({ Variable: '$.a', StringEqualsPath: '$.b' }) },
    { name: 'a text that is compared', definition: choice({ Variable: '$.a', StringEquals: '$5' }) },
    ...[
      'Task failed - check $.error in the execution event for details',
      'See $.error.Cause',
      'The details are stored in $.error',
      'Missing the field $.order.id',
      "'$.order.id' is required",
      'The input needs $.order.id',
    ].map((Cause) => ({
      name: `a text that tells of a place: ${Cause}`,
      definition: machine({ A: { Type: 'Fail', Error: 'Failed', Cause } }),
    })),
    {
      name: 'an error that is a path',
      definition: machine({ A: { Type: 'Fail', ErrorPath: '$.error', Cause: 'It costs $.50' } }),
    },
  ],
  invalid: [
    {
      name: 'paths inside a text',
      definition: pass({ text: "Order $.order.id isn't paid: $$.Execution.Name" }),
      errors: [
        {
          message:
            '"Order $.order.id isn\'t paid: $$.Execution.Name" is literal text, the path in it included; write "text.$": "States.Format(\'Order {} isn\\\'t paid: {}\', $.order.id, $$.Execution.Name)" to put the value there',
          at: '/States/A/Parameters/text',
        },
      ],
    },
    ...(
      [
        ['text', '/orders/$.id', 'text.$": "States.Format(\'/orders/{}\', $.id)'],
        ['Path', '/orders/$.id', 'Path.$": "States.Format(\'/orders/{}\', $.id)'],
        ['url', 'https://a.example/?id=$.id', 'url.$": "States.Format(\'https://a.example/?id={}\', $.id)'],
        ['url', 'https://a.example/{$.id}/x', 'url.$": "States.Format(\'https://a.example/{}/x\', $.id)'],
        ['text', '{"id": "$.id"}', String.raw`text.$": "States.Format('\{"id": "{}"\}', $.id)`],
      ] as const
    ).map(([name, text, instead]) => ({
      name: `${text} in ${name}`,
      definition: pass({ [name]: text }),
      errors: [
        {
          message: `"${text}" is literal text, the path in it included; write "${instead}" to put the value there`,
          at: `/States/A/Parameters/${name}` as const,
        },
      ],
    })),
    {
      name: 'parameters of a URL',
      definition: pass({ QueryParameters: { id: 'order-$.id' } }),
      errors: [{ messageId: 'inside', at: '/States/A/Parameters/QueryParameters/id' }],
    },
    {
      name: 'a path inside an element',
      definition: pass({ command: ['run', '--id=$.id', 'now'] }),
      errors: [
        {
          message:
            'The element "--id=$.id" is literal text; make the array with an intrinsic call, "command.$": "States.Array(..., States.Format(\'--id={}\', $.id), ...)"',
          at: '/States/A/Parameters/command[1]',
        },
      ],
    },
    {
      name: 'a path inside a Cause',
      definition: machine({ A: { Type: 'Fail', Error: 'Unpaid', Cause: 'Order $.id is not paid' } }),
      errors: [
        {
          message: /write "CausePath": "States\.Format\('Order \{\} is not paid', \$\.id\)" to put the value there$/,
          at: '/States/A/Cause',
        },
      ],
    },
    {
      name: 'a Cause that is where a Catch puts an object',
      definition: failingAt('Cause', '$.failure'),
      errors: [
        {
          message:
            '"Cause" is the literal text "$.failure", where a Catch puts an object; use "CausePath": "$.failure.Cause" to take the text',
          at: '/States/B/Cause',
          suggestions: [{ desc: 'Change to "CausePath"', output: failingAt('CausePath', '$.failure.Cause') }],
        },
      ],
    },
    {
      name: 'a path, the context, a call, deep inside',
      definition: pass({
        order: { id: '$.order.id', token: '$$.Task.Token' },
        text: "States.Format('{}', $.a)",
        first: "$['a b'][0]",
      }),
      errors: [
        [
          'order/id',
          'id',
          '$.order.id',
          {
            order: { 'id.$': '$.order.id', token: '$$.Task.Token' },
            text: "States.Format('{}', $.a)",
            first: "$['a b'][0]",
          },
        ],
        [
          'order/token',
          'token',
          '$$.Task.Token',
          {
            order: { id: '$.order.id', 'token.$': '$$.Task.Token' },
            text: "States.Format('{}', $.a)",
            first: "$['a b'][0]",
          },
        ],
        [
          'text',
          'text',
          "States.Format('{}', $.a)",
          {
            order: { id: '$.order.id', token: '$$.Task.Token' },
            'text.$': "States.Format('{}', $.a)",
            first: "$['a b'][0]",
          },
        ],
      ].map(([at, key, text, Parameters]) => ({
        message: `"${key as string}" is given the literal text "${text as string}"; name it "${key as string}.$" to give it the value`,
        at: `/States/A/Parameters/${at as string}`,
        suggestions: [{ desc: `Add ".$" to "${key as string}"`, output: pass(Parameters as object) }],
      })),
    },
    ...(
      [
        ['ItemSelector/item', 'item', '$$.Map.Item.Value'],
        ['ItemProcessor/States/B/Assign/x', 'x', '$.x'],
        ['ItemBatcher/BatchInput/job', 'job', '$.job'],
        ['ResultSelector/n', 'n', '$[0].n'],
      ] as const
    ).map(([at, key, text]) => ({
      name: `in ${at}`,
      definition: map({ [key]: text }, at),
      errors: [
        {
          messageId: 'member' as const,
          data: { key, text },
          at: `/States/Each/${at}`,
          suggestions: [{ messageId: 'addDollar' as const, data: { key }, output: map({ [`${key}.$`]: text }, at) }],
        },
      ],
    })),
    ...(
      [
        [
          { ExpressionAttributeValues: { ':id': { S: '$.id' } } },
          { ExpressionAttributeValues: { ':id': { 'S.$': '$.id' } } },
          'ExpressionAttributeValues/:id/S',
          'S',
          '$.id',
        ],
        [{ input: '$' }, { 'input.$': '$' }, 'input', 'input', '$'],
        [{ Payload: { context: '$$' } }, { Payload: { 'context.$': '$$' } }, 'Payload/context', 'context', '$$'],
      ] as const
    ).map(([Parameters, output, at, key, text]) => ({
      name: `in ${at}`,
      definition: pass(Parameters),
      errors: [
        {
          messageId: 'member' as const,
          data: { key, text },
          at: `/States/A/Parameters/${at}`,
          suggestions: [{ messageId: 'addDollar' as const, data: { key }, output: pass(output) }],
        },
      ],
    })),
    {
      name: 'an element of an array has no name to add it to',
      definition: pass({ args: ['--id', '$.id'] }),
      errors: [
        {
          message:
            'The element "$.id" is literal text; make the array with an intrinsic call, "args.$": "States.Array(..., $.id)"',
          at: '/States/A/Parameters/args[1]',
        },
      ],
    },
    {
      name: 'nor has the only one, or one among others',
      definition: pass({ args: ['$.id'], all: ['a', '$.id', 'b'] }),
      errors: [
        {
          messageId: 'element',
          data: { key: 'args', text: '$.id', items: '$.id' },
          at: '/States/A/Parameters/args[0]',
        },
        {
          messageId: 'element',
          data: { key: 'all', text: '$.id', items: '..., $.id, ...' },
          at: '/States/A/Parameters/all[1]',
        },
      ],
    },
    {
      name: 'Error and Cause',
      definition: machine({ A: { Type: 'Fail', Error: '$.error.Error', Cause: 'It failed' } }),
      errors: [
        {
          message: '"Error" is the literal text "$.error.Error"; use "ErrorPath" to take the value',
          at: '/States/A/Error',
          suggestions: [
            {
              desc: 'Change to "ErrorPath"',
              output: machine({ A: { Type: 'Fail', ErrorPath: '$.error.Error', Cause: 'It failed' } }),
            },
          ],
        },
      ],
    },
    {
      name: 'the role of Credentials',
      definition: calling({ RoleArn: '$.role' }),
      errors: [
        {
          message: '"RoleArn" is the literal text "$.role"; use "RoleArn.$" to take the value',
          at: '/States/A/Credentials/RoleArn',
          suggestions: [
            {
              desc: 'Change to "RoleArn.$"',
              output: calling({ 'RoleArn.$': '$.role' }),
            },
          ],
        },
      ],
    },
    {
      name: 'the operand of a comparison',
      definition: choice({ Not: { Variable: '$.a', StringEquals: '$.b' } }),
      errors: [
        {
          message: '"StringEquals" is the literal text "$.b"; use "StringEqualsPath" to take the value',
          at: '/States/A/Choices[0]/Not/StringEquals',
          suggestions: [
            {
              desc: 'Change to "StringEqualsPath"',
              output: choice({ Not: { Variable: '$.a', StringEqualsPath: '$.b' } }),
            },
          ],
        },
      ],
    },
    {
      name: 'a variable that is assigned',
      definition: machine({
        A: { Type: 'Pass', Assign: { 'order.$': '$.order' }, Next: 'B' },
        B: { Type: 'Pass', Parameters: { id: '$order.id' }, End: true },
      }),
      errors: [
        {
          message: '"id" is given the literal text "$order.id"; name it "id.$" to give it the value',
          at: '/States/B/Parameters/id',
          suggestions: [
            {
              messageId: 'addDollar',
              data: { key: 'id', text: '$order.id' },
              output: machine({
                A: { Type: 'Pass', Assign: { 'order.$': '$.order' }, Next: 'B' },
                B: { Type: 'Pass', Parameters: { 'id.$': '$order.id' }, End: true },
              }),
            },
          ],
        },
      ],
    },
    {
      name: 'a name of Terraform’s language is given quotes for the dollar sign',
      filename: 'main.tf',
      code: terraform('id = "$.id"'),
      errors: [
        {
          messageId: 'member',
          line: 3,
          column: 84,
          endLine: 3,
          endColumn: 90,
          suggestions: [{ messageId: 'addDollar', output: terraform('"id.$" = "$.id"') }],
        },
      ],
    },
    {
      name: 'the Result of a Pass',
      definition: machine({ A: { Type: 'Pass', Result: { order: { id: '$.id' } }, End: true } }),
      errors: [
        {
          message:
            '"$.id" stays as it is: the Result of a Pass is literal; use "Parameters" instead, with a key that ends in ".$"',
          at: '/States/A/Result/order/id',
        },
      ],
    },
    {
      name: 'a name in quotes keeps them',
      filename: 'main.tf',
      code: terraform('"id" : "$.id"'),
      errors: [
        {
          messageId: 'member',
          line: 3,
          column: 86,
          endLine: 3,
          endColumn: 92,
          suggestions: [{ messageId: 'addDollar', output: terraform('"id.$" : "$.id"') }],
        },
      ],
    },
  ],
});
