import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({ StartAt: 'Charge', States: { Charge: { Type: 'Task', End: true, ...state } } });
const fail = (state: object) => machine({ Type: 'Fail', End: undefined, ...state });
const one = 'name one member or one element such as "[0]"';

new AslRuleTester().run('valid-reference-paths', rule, {
  valid: [
    ...[
      '$',
      '$.charge',
      '$.a.b[0][22].c',
      "$['total amount']",
      '$.&Ж中',
      '$.__proto__',
      '$.constructor',
      '$.${Field}',
      '${Path}',
    ].map((ResultPath) => ({ definition: machine({ ResultPath }) })),
    { name: 'null drops the result', definition: machine({ ResultPath: null, Catch: [{ ResultPath: null }] }) },
    {
      name: 'variables and the context where they are allowed',
      definition: machine({ TimeoutSecondsPath: '$limits.total', HeartbeatSecondsPath: '$$.Execution.Input.beat' }),
    },
    {
      name: 'ItemsPath takes the context',
      definition: machine({
        Type: 'Map',
        ItemsPath: '$$.Execution.Input.items',
        ItemBatcher: { MaxItemsPerBatchPath: '$.size' },
      }),
    },
    {
      name: 'a path or a call',
      definition: fail({ ErrorPath: '$$.State.Name', CausePath: "States.Format('{}', $.id)" }),
    },
    { name: 'placeholders', definition: fail({ ErrorPath: '${Error}', CausePath: '$.a[${Index}]' }) },
    { name: 'a value of a wrong type is a finding of its own', definition: fail({ ErrorPath: 5 }) },
    {
      name: 'a key that ends in .$ is that of a template',
      definition: machine({ Credentials: { 'RoleArn.$': 'role' } }),
    },
    { name: 'InputPath may match many', definition: machine({ InputPath: '$.items[*]' }) },
    {
      name: 'a field of the other query language is a finding of its own',
      definition: machine({ QueryLanguage: 'JSONata', ResultPath: '$..a' }),
    },
  ],
  invalid: [
    ...(
      [
        ['$..id', '..', 'write the whole path with "." between the names'],
        ['$.items[*]', '[*]', one],
        ['$.items[0,1]', '[0,1]', one],
        ['$.items[0:2]', '[0:2]', one],
        ["$['a','b']", "['a','b']", one],
        ['$.items[?(@.id==1)]', '[?(@.id==1)]', one],
        ['$.items[-1]', '[-1]', 'use an index of 0 or more'],
        ['$.items.length()', '.length()', 'compute the value in an earlier state and refer to it'],
      ] as const
    ).map(([ResultPath, find, remedy]) => ({
      definition: machine({ ResultPath }),
      errors: [
        {
          message: `"ResultPath": "${find}" is not allowed in a reference path; ${remedy}`,
          at: '/States/Charge/ResultPath',
          find,
        },
      ],
    })),
    {
      name: 'each segment that is not allowed',
      definition: machine({ TimeoutSecondsPath: '$.a[*].b[1:]' }),
      errors: [
        {
          message: `"TimeoutSecondsPath": "[*]" is not allowed in a reference path; ${one}`,
          at: '/States/Charge/TimeoutSecondsPath',
          find: '[*]',
        },
        {
          message: `"TimeoutSecondsPath": "[1:]" is not allowed in a reference path; ${one}`,
          at: '/States/Charge/TimeoutSecondsPath',
          find: '[1:]',
        },
      ],
    },
    {
      name: 'ResultPath writes into the input and nowhere else',
      definition: machine({ ResultPath: '$$.result', Catch: [{ ResultPath: '$error.info' }] }),
      errors: [
        {
          message:
            '"ResultPath": "$$" is not allowed in this reference path; use a path into the state input, beginning with "$."',
          at: '/States/Charge/ResultPath',
          find: '$$',
        },
        {
          message:
            '"ResultPath": "$error" is not allowed in this reference path; use a path into the state input, beginning with "$."',
          at: '/States/Charge/Catch[0]/ResultPath',
          find: '$error',
        },
      ],
    },
    {
      name: 'limits of a Map that take no context',
      definition: machine({ Type: 'Map', ToleratedFailureCountPath: '$$.Execution.Input.n' }),
      errors: [
        {
          message:
            '"ToleratedFailureCountPath": "$$" is not allowed in this reference path; use a path into the state input, beginning with "$."',
          at: '/States/Charge/ToleratedFailureCountPath',
          find: '$$',
        },
      ],
    },
    {
      name: 'a path that cannot be read',
      definition: machine({ Type: 'Wait', SecondsPath: 'order.delay' }),
      errors: [
        {
          message: '"SecondsPath": The path does not start with "$"; write "$." in front of the first name',
          at: '/States/Charge/SecondsPath',
          find: 'o',
        },
      ],
    },
    {
      name: 'neither a path nor a call',
      definition: fail({ ErrorPath: 'PaymentRefused', CausePath: '' }),
      errors: [
        {
          message:
            '"ErrorPath" must be a path beginning with "$" or an intrinsic function call; use "Error" to give "PaymentRefused" literally',
          at: '/States/Charge/ErrorPath',
        },
        {
          message:
            '"CausePath" must be a path beginning with "$" or an intrinsic function call; use "Cause" to give "" literally',
          at: '/States/Charge/CausePath',
        },
      ],
    },
    {
      name: 'the role of the credentials',
      definition: machine({ Credentials: { 'RoleArn.$': '$.roles[*]' } }),
      errors: [
        {
          message: `"RoleArn.$": "[*]" is not allowed in a reference path; ${one}`,
          at: '/States/Charge/Credentials/RoleArn.$',
          find: '[*]',
        },
      ],
    },
  ],
});
