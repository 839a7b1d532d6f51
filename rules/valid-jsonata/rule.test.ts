import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', End: true, ...state } },
});
const output = (Output: unknown) => machine({ Output });
const at = '/States/Charge/Output';
const nothing = (field: string, name: string) =>
  `"${field}": "${name}" refers to nothing at the top level of an expression; ${remedies[name]}`;
const remedies: Record<string, string> = {
  $: 'write "$states.input" for the input of the state',
  $$: 'write "$states.input" for the input of the state',
  tax: 'write "$states.input.tax" for a part of the input, or "$tax" for a variable',
  '`total due`': 'write "$states.input.`total due`" for a part of the input',
  timeout: 'write "$states.input.timeout" for a part of the input, or "$timeout" for a variable',
  States: `JSONata has no intrinsic functions: write "'...' & ..."`,
  role: 'write "$states.input.role" for a part of the input, or "$role" for a variable',
};

new AslRuleTester().run('valid-jsonata', rule, {
  valid: [
    ...[
      '{% $states.input.total %}',
      '{%$states.result%}',
      '{% $states.result%}',
      '{% $sum($states.input.items.(price * quantity)) %}',
      '{% $map($states.input.items, function($item) { $item.price }) %}',
      '{% $states.input.items[price > 5]^(>price) %}',
      '{% ($total := 5; $total + $rate) %}',
      '{% $states.context.Execution.Name %}',
      '{% $states %}',
      '{% $states.input.${Field} %}',
      '{% ${Expression} %}',
      '{% ${A}${B} ] %}',
      'plain text',
      ' {% not an expression, it begins with a blank %} ',
      '100% sure',
    ].map((text) => ({ definition: output(text) })),
    {
      name: 'Output is any JSON',
      definition: output({ list: [1, true, null, '{% 1 %}'], __proto__: 1, constructor: '{% 2 %}' }),
    },
    { name: 'Output: null', definition: output(null) },
    {
      name: 'a Condition is an expression or a literal',
      definition: machine({
        Type: 'Choice',
        Choices: [{ Condition: true }, { Condition: '{% $a = 1 %}', Output: 'paid' }],
      }),
    },
    {
      name: 'the result and the error where they are',
      definition: machine({
        Assign: { id: '{% $states.result.id %}' },
        Output: { all: ['{% $states.result %}'] },
        Catch: [{ Assign: { e: '{% $states.errorOutput.Error %}' }, Output: '{% $states.errorOutput %}' }],
      }),
    },
    ...['Parallel', 'Map'].map((Type) => ({ definition: machine({ Type, Output: '{% $states.result[0] %}' }) })),
    {
      name: 'a name that the expression binds itself',
      definition: output('{% ($states := {"reslt": 1}; $states.reslt) %}'),
    },
    { name: 'a member that is nothing need not be the whole expression', definition: output('{% [$states.reslt] %}') },
    {
      name: 'not under JSONPath',
      definition: { ...machine({ Comment: '{% ] %}', Parameters: { a: '{% ] %}' } }), QueryLanguage: 'JSONPath' },
    },
    {
      name: 'a state of its own query language',
      definition: {
        ...machine({ QueryLanguage: 'JSONata', Output: '{% $states.result %}' }),
        QueryLanguage: undefined,
      },
    },
    { name: 'keys are not evaluated', definition: output({ '{% ] %}': 1 }) },
    {
      name: 'a value that is filled in',
      code: '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":${Output},"End":true}}}',
    },
  ],
  invalid: [
    {
      name: 'an intrinsic call',
      definition: output({ text: "{% States.Format('order {}', $states.input.id) %}" }),
      errors: [{ message: nothing('text', 'States'), at: `${at}/text`, find: 'States' }],
    },
    {
      name: 'an operator of JavaScript',
      definition: output('{% !$rate %}'),
      errors: [{ message: '"Output": Unknown operator: "!"; negate with "$not"', at, find: '!' }],
    },
    {
      name: 'an expression that does not end',
      definition: output('{% $sum($states.input.items %}'),
      errors: [{ message: '"Output": Expected ")" before end of expression', at, find: '%}' }],
    },
    {
      name: 'a mistake at its place, inside a template',
      definition: output({ list: [{ total: '{% $states.result.a * +1 %}' }] }),
      errors: [
        {
          message: '"total": The symbol "+" cannot be used as a unary operator',
          at: `${at}/list[0]/total`,
          find: '+',
        },
      ],
    },
    {
      name: 'an element of an array has no name, so the field is named',
      definition: output(['{% ) %}']),
      errors: [{ message: '"Output": The symbol ")" cannot be used as a unary operator', at: `${at}[0]`, find: ')' }],
    },
    ...['{% 1 + 1', '1 + 1 %}', '{%}'].map((text) => ({
      name: `half of the delimiters: ${text}`,
      definition: output(text),
      errors: [{ message: '"Output": The text is not enclosed in "{%" and "%}"; add both', at, find: text }],
    })),
    {
      name: 'names without a document to look in',
      definition: output(['{% `total due` + tax %}', '{% $$.tax %}', '{% $ %}']),
      errors: [
        { message: nothing('Output', '`total due`'), at: `${at}[0]`, find: '`total due`' },
        { message: nothing('Output', 'tax'), at: `${at}[0]`, find: 'tax' },
        { message: nothing('Output', '$$'), at: `${at}[1]`, find: '$$' },
        { message: nothing('Output', '$'), at: `${at}[2]`, find: '$' },
      ],
    },
    {
      name: 'no result before there is one',
      definition: machine({
        Arguments: { id: '{% $states.result.id %}' },
        Output: '{% $states.errorOutput %}',
        Catch: [{ Output: '{% $states.result %}' }],
      }),
      errors: [
        {
          message:
            '"id": "$states.result" exists only in "Assign" and "Output" of a Task, Parallel or Map state; use "$states.input" here',
          at: '/States/Charge/Arguments/id',
          find: '$states.result',
        },
        {
          message:
            '"Output": "$states.errorOutput" exists only in "Assign" and "Output" of a Catcher; use "$states.input" here',
          at,
          find: '$states.errorOutput',
        },
        {
          message:
            '"Output": "$states.result" exists only in "Assign" and "Output" of a Task, Parallel or Map state; use "$states.input" here',
          at: '/States/Charge/Catch[0]/Output',
          find: '$states.result',
        },
      ],
    },
    ...['Pass', 'Wait', 'Succeed', 'Choice'].map((Type) => ({
      name: `a ${Type} state has no result`,
      definition: machine({ Type, Output: '{% $states.result %}' }),
      errors: [
        {
          message:
            '"Output": "$states.result" exists only in "Assign" and "Output" of a Task, Parallel or Map state; use "$states.input" here',
          at,
          find: '$states.result',
        },
      ],
    })),
    {
      name: 'a rule that is taken has no result',
      definition: machine({ Type: 'Choice', Choices: [{ Condition: true, Assign: { x: '{% $states.result %}' } }] }),
      errors: [
        {
          message:
            '"x": "$states.result" exists only in "Assign" and "Output" of a Task, Parallel or Map state; use "$states.input" here',
          at: '/States/Charge/Choices[0]/Assign/x',
          find: '$states.result',
        },
      ],
    },
    {
      name: 'a member that does not exist gives nothing',
      definition: machine({ Output: { a: '{% $states.reslt.id %}', b: '{%$states.constructor%}' } }),
      errors: [
        {
          message:
            '"a": "$states.reslt" does not exist, so the expression gives nothing and fails; use "$states.result"',
          at: `${at}/a`,
          find: '$states.reslt',
        },
        {
          message:
            '"b": "$states.constructor" does not exist, so the expression gives nothing and fails; use "$states.input"',
          at: `${at}/b`,
          find: '$states.constructor',
        },
      ],
    },
    {
      name: 'fields that take an expression instead of a number or a text',
      definition: machine({ TimeoutSeconds: '{% timeout %}', Credentials: { RoleArn: '{% role %}' } }),
      errors: [
        {
          message: nothing('TimeoutSeconds', 'timeout'),
          at: '/States/Charge/TimeoutSeconds',
          find: 'timeout',
        },
        {
          message: nothing('RoleArn', 'role'),
          at: '/States/Charge/Credentials/RoleArn',
          find: 'role',
        },
      ],
    },
  ],
});
