import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const alone = (state: object, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const jsonata = { QueryLanguage: 'JSONata' };
const jsonPath = { QueryLanguage: 'JSONPath' };
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const inner = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };
const map = { Type: 'Map', ItemProcessor: inner, End: true };
const back =
  'A state cannot go back to "JSONPath" when the whole state machine is "JSONata"; remove "QueryLanguage" and use JSONata here, or set the machine to "JSONPath"';

/** A JSONPath field in a JSONata machine, where no state can switch back. */
const onlyJsonPath = (state: object, at: string, instead: string) => ({
  name: `${at} in JSONata`,
  definition: alone(state, jsonata),
  errors: [
    {
      message: `"${at.split('/').at(-1)}" exists only in JSONPath, and the query language here is JSONata; ${instead}`,
      at: `/States/A/${at}`,
      part: 'key' as const,
    },
  ],
});

const onlyJsonata = (state: object, at: string, instead: string) => ({
  name: `${at} in JSONPath`,
  definition: alone(state),
  errors: [
    {
      message: `"${at.split('/').at(-1)}" exists only in JSONata, and the query language here is JSONPath; ${instead}, or set "QueryLanguage": "JSONata"`,
      at: `/States/A/${at}`,
      part: 'key' as const,
    },
  ],
});

/** Two states, and what the machine says of their language. */
const two = (a: object, b: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: { A: { ...task, End: undefined, ...a, Next: 'B' }, B: { ...task, ...b } },
});
const inJsonata = { Arguments: {}, Output: {} };

new AslRuleTester().run('valid-query-language', rule, {
  valid: [
    { definition: alone({ ...task, Parameters: {}, ResultSelector: {}, ResultPath: '$.paid', OutputPath: '$' }) },
    { definition: alone({ ...task, Arguments: {}, Output: {} }, jsonata) },
    { name: 'a JSONata state in a JSONPath machine', definition: alone({ ...task, ...jsonata, Arguments: {} }) },
    { name: 'the same in so many words', definition: alone({ ...task, ...jsonata, Arguments: {} }, jsonPath) },
    { name: 'JSONata said twice', definition: alone({ ...task, ...jsonata, Arguments: {} }, jsonata) },
    { name: 'fields of both', definition: alone({ ...task, Assign: {}, TimeoutSeconds: 5 }, jsonata) },
    {
      name: 'a Map does not hand its language down',
      definition: alone({
        ...map,
        ...jsonata,
        Items: [],
        ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', Parameters: {}, End: true } } },
      }),
    },
    {
      name: 'Catchers and readers follow their state',
      definition: alone({ ...task, ...jsonata, Catch: [{ ErrorEquals: ['States.ALL'], Output: {}, Next: 'A' }] }),
    },
    {
      name: 'an unsupported field is for another rule',
      definition: alone({ Type: 'Succeed', Arguments: {} }, jsonata),
    },
    {
      name: 'a query language that is a placeholder',
      definition: alone(
        { ...task, Arguments: {}, Parameters: {}, Catch: [{ ErrorEquals: ['States.ALL'], Output: {}, Next: 'A' }] },
        { QueryLanguage: '${language}' },
      ),
    },
    {
      name: 'a query language of a state that is a placeholder',
      definition: alone({
        ...task,
        QueryLanguage: '${language}',
        Arguments: {},
        Catch: [{ ErrorEquals: ['States.ALL'], Output: {}, Next: 'A' }],
      }),
    },
    {
      name: 'names of the prototype',
      definition: alone({ Type: 'Pass', Output: { constructor: 1 }, Assign: { toString: 1 }, End: true }, jsonata),
    },
  ],
  invalid: [
    {
      name: 'all states are written in JSONata',
      definition: two(inJsonata, inJsonata),
      errors: [
        {
          message:
            '"Arguments", and 3 more fields like it, exist only in JSONata, and the query language of the state machine is JSONPath; set "QueryLanguage": "JSONata" there',
          at: '/States/A/Arguments',
          part: 'key',
        },
      ],
    },
    {
      name: 'all states are written in JSONPath',
      definition: two({ Parameters: {} }, { ResultPath: '$.b' }, jsonata),
      errors: [
        {
          message:
            '"Parameters", and 1 more field like it, exist only in JSONPath, and the query language of the state machine is JSONata; remove its "QueryLanguage", or write the states in JSONata',
          at: '/States/A/Parameters',
          part: 'key',
        },
      ],
    },
    {
      name: 'states of either language',
      definition: two(inJsonata, { ...inJsonata, ResultPath: '$.b' }),
      errors: ['A/Arguments', 'A/Output', 'B/Arguments', 'B/Output'].map((at) => ({
        messageId: 'invalid' as const,
        at: `/States/${at}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'one of two says its language',
      definition: two(inJsonata, { ...jsonata, ...inJsonata }),
      errors: ['A/Arguments', 'A/Output'].map((at) => ({
        messageId: 'invalid' as const,
        at: `/States/${at}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'a JSONPath state in a JSONata machine',
      definition: alone({ ...task, ...jsonPath, Parameters: {} }, jsonata),
      errors: [{ message: back, at: '/States/A/QueryLanguage' }],
    },
    {
      name: 'a JSONPath state deep in a JSONata machine',
      definition: alone(
        { ...map, ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Succeed', ...jsonPath } } } },
        jsonata,
      ),
      errors: [{ message: back, at: '/States/A/ItemProcessor/States/B/QueryLanguage' }],
    },
    onlyJsonPath({ ...task, Parameters: {} }, 'Parameters', 'use "Arguments"'),
    onlyJsonPath({ ...map, Parameters: {} }, 'Parameters', 'use "ItemSelector"'),
    onlyJsonPath({ Type: 'Pass', Parameters: {}, End: true }, 'Parameters', 'use "Output"'),
    onlyJsonPath({ Type: 'Pass', Result: {}, End: true }, 'Result', 'use "Output"'),
    onlyJsonPath({ ...task, ResultSelector: {} }, 'ResultSelector', 'use "Output"'),
    onlyJsonPath({ ...task, ResultPath: '$.paid' }, 'ResultPath', 'use "Output"'),
    onlyJsonPath({ ...task, InputPath: '$.order' }, 'InputPath', 'use "Arguments"'),
    onlyJsonPath({ Type: 'Succeed', InputPath: '$.order' }, 'InputPath', 'remove it'),
    onlyJsonPath({ ...task, OutputPath: '$.order' }, 'OutputPath', 'use "Output"'),
    onlyJsonPath({ ...map, ItemsPath: '$.orders' }, 'ItemsPath', 'use "Items"'),
    onlyJsonPath(
      { ...map, MaxConcurrencyPath: '$.n' },
      'MaxConcurrencyPath',
      'use "MaxConcurrency" with a JSONata expression',
    ),
    onlyJsonPath(
      { Type: 'Wait', SecondsPath: '$.n', End: true },
      'SecondsPath',
      'use "Seconds" with a JSONata expression',
    ),
    onlyJsonPath({ Type: 'Fail', ErrorPath: '$.error' }, 'ErrorPath', 'use "Error" with a JSONata expression'),
    onlyJsonPath(
      { ...task, Credentials: { 'RoleArn.$': '$.role' } },
      'Credentials/RoleArn.$',
      'use "RoleArn" with a JSONata expression',
    ),
    onlyJsonPath(
      { ...map, ItemBatcher: { MaxItemsPerBatchPath: '$.n' } },
      'ItemBatcher/MaxItemsPerBatchPath',
      'use "MaxItemsPerBatch" with a JSONata expression',
    ),
    onlyJsonPath(
      { ...task, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'A' }] },
      'Catch[0]/ResultPath',
      'use "Output"',
    ),
    onlyJsonata({ ...task, Arguments: {} }, 'Arguments', 'use "Parameters"'),
    onlyJsonata({ ...map, Items: [] }, 'Items', 'use "ItemsPath"'),
    onlyJsonata({ ...task, Output: {} }, 'Output', 'use "ResultSelector", "ResultPath" or "OutputPath"'),
    onlyJsonata({ Type: 'Pass', Output: {}, End: true }, 'Output', 'use "Result", "ResultPath" or "OutputPath"'),
    onlyJsonata({ Type: 'Succeed', Output: {} }, 'Output', 'use "OutputPath"'),
    onlyJsonata(
      { ...task, Catch: [{ ErrorEquals: ['States.ALL'], Output: {}, Next: 'A' }] },
      'Catch[0]/Output',
      'use "ResultPath"',
    ),
    onlyJsonata(
      { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'A' }] },
      'Choices[0]/Condition',
      'use "Variable"',
    ),
    onlyJsonata(
      { Type: 'Choice', Choices: [{ Variable: '$.paid', IsPresent: true, Output: {}, Next: 'A' }] },
      'Choices[0]/Output',
      'remove it',
    ),
    {
      name: 'a rule of JSONPath, without a word on the conditions inside',
      definition: alone(
        {
          Type: 'Choice',
          Choices: [
            { Variable: '$.paid', BooleanEquals: true, Next: 'A' },
            { Not: { Variable: '$.paid', BooleanEquals: true }, Next: 'A' },
          ],
        },
        jsonata,
      ),
      errors: ['Choices[0]/Variable', 'Choices[0]/BooleanEquals', 'Choices[1]/Not'].map((at) => ({
        message: `"${at.split('/').at(-1)}" exists only in JSONPath, and the query language here is JSONata; use "Condition"`,
        at: `/States/A/${at}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'a JSONata state can go back where the machine is JSONPath',
      definition: alone({ ...task, ...jsonata, Parameters: {} }),
      errors: [
        {
          message:
            '"Parameters" exists only in JSONPath, and the query language here is JSONata; use "Arguments", or set "QueryLanguage": "JSONPath"',
          at: '/States/A/Parameters',
          part: 'key',
        },
      ],
    },
  ],
});
