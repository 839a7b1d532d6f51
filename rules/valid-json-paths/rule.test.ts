import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({ StartAt: 'Charge', States: { Charge: { Type: 'Task', End: true, ...state } } });
const choice = (rule: object) => machine({ Type: 'Choice', Choices: [{ ...rule, Next: 'Charge' }], End: undefined });

new AslRuleTester().run('valid-json-paths', rule, {
  valid: [
    // What published definitions write and AWS accepts, though it is not in the guide's grammar.
    ...[
      '$',
      '$$',
      '$order.items[0]',
      '$.order.total',
      "$['order']['total amount']",
      '$.[0]',
      '$.Snapshots.[0].State',
      "$.[*].['bucket','key']",
      "$.a['b']c",
      '$..id',
      '$.items[-1:]',
      '$.items[*].price',
      "$.users[?(@.status=='active' && @.age > 17)]",
      '$.users[?(@.tier == GOLD)]',
      '$.users[?(@.id == $.id)]',
      '$.items.length()',
      '$.order ',
      '$.${Field}',
      '${Path}',
      '${Unclosed[.}',
    ].map((InputPath) => ({ definition: machine({ InputPath }) })),
    { name: 'null is a value of InputPath and OutputPath', definition: machine({ InputPath: null, OutputPath: null }) },
    {
      name: 'fields of a state, of templates, of rules',
      definition: {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            OutputPath: '$.done',
            ItemSelector: { 'id.$': '$.id', nested: [{ 'index.$': '$$.Map.Item.Index' }] },
            ItemProcessor: {
              StartAt: 'Choose',
              States: {
                Choose: { Type: 'Choice', Choices: [{ Variable: '$.a', StringEqualsPath: '$.b', Next: 'Choose' }] },
              },
            },
            End: true,
          },
        },
      },
    },
    {
      name: 'names of prototypes',
      definition: machine({ Parameters: { '__proto__.$': '$.__proto__', 'constructor.$': '$.constructor' } }),
    },
    {
      name: 'what is literal holds no paths',
      definition: machine({ Type: 'Pass', Result: { 'id.$': '$.[' }, Parameters: { id: '$.[' } }),
    },
    {
      name: 'a field of the other query language is a finding of its own',
      definition: machine({ QueryLanguage: 'JSONata', InputPath: '$.[' }),
    },
    {
      name: 'a path that a template joins',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Charge
        States:
          Charge: { Type: Pass, InputPath: !Sub '$.\${Root}.[', OutputPath: !Ref Path, End: true }
`,
    },
  ],
  invalid: [
    {
      definition: machine({ InputPath: 'order.total' }),
      errors: [
        {
          message: '"InputPath": The path does not start with "$"; write "$." in front of the first name',
          at: '/States/Charge/InputPath',
          find: 'o',
        },
      ],
    },
    {
      name: 'a mistake is shown where it is',
      definition: machine({ OutputPath: '$.items[0' }),
      errors: [{ message: '"OutputPath": "[" is not closed; add "]"', at: '/States/Charge/OutputPath', find: '[' }],
    },
    {
      name: 'an empty path',
      definition: machine({ OutputPath: '' }),
      errors: [
        {
          message: '"OutputPath": The path is empty; write "$" for the whole input',
          at: '/States/Charge/OutputPath',
          find: '',
        },
      ],
    },
    {
      name: 'inside templates the key is named',
      definition: machine({
        Parameters: { items: [{ 'total.$': '$total.' }] },
        ResultSelector: { 'id.$': '$order id' },
        Assign: { 'first.$': '$.items[?(@.id = 1)]' },
      }),
      errors: [
        {
          message: '"total.$": The path must not end with "."; remove it or write a name behind it',
          at: '/States/Charge/Parameters/items[0]/total.$',
          find: '.',
        },
        {
          message: '"id.$": Unexpected " " after "$order"; continue the path with "." or "["',
          at: '/States/Charge/ResultSelector/id.$',
          find: ' ',
        },
        { message: '"first.$": "=" is not an operator; use "=="', at: '/States/Charge/Assign/first.$', find: '=' },
      ],
    },
    {
      name: 'the paths of a Choice rule, And, Or and Not included',
      definition: choice({
        And: [{ Not: { Variable: '$.a b', IsPresent: true } }, { Variable: '$.a', NumericEqualsPath: '$...b' }],
      }),
      errors: [
        {
          message: `"Variable": The name "a" is followed by a blank; write names with blanks as ['my name']`,
          at: '/States/Charge/Choices[0]/And[0]/Not/Variable',
          find: ' ',
        },
        {
          message: '"NumericEqualsPath": "..." is not a path; use ".." or "."',
          at: '/States/Charge/Choices[0]/And[1]/NumericEqualsPath',
          find: '...',
        },
      ],
    },
    {
      name: 'a function that Jayway does not have',
      definition: machine({ InputPath: '$.items.lenght()' }),
      errors: [
        {
          message: '"InputPath": "lenght()" is not a JSONPath function; use "length()"',
          at: '/States/Charge/InputPath',
          find: 'lenght',
        },
      ],
    },
  ],
});
