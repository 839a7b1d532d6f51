import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (Resource: string) => ({ StartAt: 'Call', States: { Call: { Type: 'Task', Resource, End: true } } });
const each = (
  Resource: string,
  more: object = {},
  ProcessorConfig: object = { Mode: 'INLINE' },
  machine: object = {},
) => ({
  ...machine,
  StartAt: 'Each',
  States: { Each: { Type: 'Map', ...more, ItemProcessor: { ProcessorConfig, ...call(Resource) }, End: true } },
});
const DISTRIBUTED = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const http = 'arn:aws:states:::http:invoke';
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const at = { at: '/States/Each', part: 'key' } as const;

new AslRuleTester().run('require-max-concurrency', rule, {
  valid: [
    { definition: each(http, { MaxConcurrency: 5 }) },
    { definition: each(http, { MaxConcurrencyPath: '$.n' }) },
    { definition: each(http, { MaxConcurrency: '${Limit}' }) },
    { definition: each(lambda, { MaxConcurrency: 1000 }, DISTRIBUTED) },
    { name: 'Lambda takes 40', definition: each(lambda) },
    { name: 'and so does DynamoDB', definition: each('arn:aws:states:::dynamodb:putItem') },
    { definition: each(http, { MaxConcurrency: '{% 2 + 3 %}' }, {}, { QueryLanguage: 'JSONata' }) },
    { name: 'not known what is called', definition: each('${Call}', {}, DISTRIBUTED) },
    { name: 'a mode that is filled in', definition: each(http, {}, { Mode: '${Mode}' }) },
    {
      name: 'a few items',
      definition: each(http, { Items: ['a', 'b'] }, { Mode: 'INLINE' }, { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'a few items that an earlier state has written out',
      definition: {
        StartAt: 'Regions',
        States: {
          Regions: { Type: 'Pass', Result: { regions: ['a', 'b', 'c'] }, Next: 'Each' },
          Each: each(http, { ItemsPath: '$.regions' }).States.Each,
        },
      },
    },
    {
      name: 'and by JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Regions',
        States: {
          Regions: { Type: 'Pass', Output: { regions: ['a', 'b', 'c'] }, Next: 'Each' },
          Each: each(http, { Items: '{% $states.input.regions %}' }).States.Each,
        },
      },
    },
    {
      name: 'a few items are read',
      definition: each(lambda, { ItemReader: { ReaderConfig: { MaxItems: 10 } } }, DISTRIBUTED),
    },
    {
      name: 'no calls',
      definition: {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            ItemProcessor: { ProcessorConfig: DISTRIBUTED, StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
            End: true,
          },
        },
      },
    },
  ],
  invalid: [
    {
      name: 'no limit by an expression',
      definition: each(http, { MaxConcurrency: '{% 0 %}' }, {}, { QueryLanguage: 'JSONata' }),
      errors: [{ message: /because its "MaxConcurrency" is 0/, at: '/States/Each/MaxConcurrency' }],
    },
    {
      name: 'several calls',
      definition: {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            MaxConcurrency: 0,
            ItemProcessor: {
              StartAt: 'Read',
              States: {
                Read: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:textract:analyzeDocument', Next: 'Say' },
                Say: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:translate:translateText', End: true },
              },
            },
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            /and "aws-sdk:textract:analyzeDocument" and "aws-sdk:translate:translateText" of "Read" and "Say" take few calls/,
          at: '/States/Each/MaxConcurrency',
        },
      ],
    },
    {
      name: 'a distributed Map',
      definition: each(lambda, {}, DISTRIBUTED),
      errors: [
        {
          message:
            '"Each" runs up to 10,000 items at once, because it has no "MaxConcurrency", and "Call" would be throttled; add "MaxConcurrency"',
          ...at,
          suggestions: [
            { messageId: 'add', data: { number: 100 }, output: each(lambda, { MaxConcurrency: 100 }, DISTRIBUTED) },
          ],
        },
      ],
    },
    {
      name: 'an endpoint of others',
      definition: each(http),
      errors: [
        {
          message:
            '"Each" runs up to 40 items at once, because it has no "MaxConcurrency", and "http:invoke" of "Call" takes few calls at a time; add "MaxConcurrency"',
          ...at,
          suggestions: [{ messageId: 'add', output: each(http, { MaxConcurrency: 5 }) }],
        },
      ],
    },
    {
      name: '0 is no limit',
      definition: each('arn:aws:states:::aws-sdk:bedrockruntime:converse', { MaxConcurrency: 0 }),
      errors: [
        {
          message: /because its "MaxConcurrency" is 0, and .* set a number for "MaxConcurrency"/,
          at: '/States/Each/MaxConcurrency',
        },
      ],
    },
    {
      name: 'any call, when asked for',
      options: [{ inline: true }],
      definition: each(lambda),
      errors: [
        {
          messageId: 'inline',
          ...at,
          suggestions: [{ messageId: 'add', output: each(lambda, { MaxConcurrency: 5 }) }],
        },
      ],
    },
    {
      name: 'the Map that has the call, not the one around it',
      definition: {
        StartAt: 'Outer',
        States: { Outer: { Type: 'Map', ItemProcessor: each(http, { MaxConcurrency: 0 }), End: true } },
      },
      errors: [{ messageId: 'inline', at: '/States/Outer/ItemProcessor/States/Each/MaxConcurrency' }],
    },
  ],
});
