import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const list = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2', Next: 'Add' };
const done = { Type: 'Succeed' };
const more = { Type: 'Choice', Choices: [{ Variable: '$.next', IsPresent: true, Next: 'List' }], Default: 'Done' };
const jsonPath = (Add: object, States: object = {}) => ({
  StartAt: 'List',
  States: {
    List: { ...list, ResultPath: '$.page' },
    Add: { Type: 'Pass', ...Add, Next: 'More?' },
    'More?': more,
    Done: done,
    ...States,
  },
});
const jsonata = (fields: object, Condition = '{% $exists($states.input.next) and $states.input.more = "yes" %}') => ({
  QueryLanguage: 'JSONata',
  StartAt: 'List',
  States: {
    List: { ...list, ...fields, Next: 'More?' },
    'More?': { Type: 'Choice', Choices: [{ Condition, Next: 'List' }], Default: 'Done' },
    Done: done,
  },
});

/** A loop of so many steps that go on to the next, with something else at one of them. */
const long = (count: number, at: number, step: object) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'S0',
  States: {
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `S${index}`,
        { Type: 'Pass', ...(index === at && step), Next: index < count - 1 ? `S${index + 1}` : 'More?' },
      ]),
    ),
    'More?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $exists($states.input.next) %}', Next: 'S0' }],
      Default: 'Done',
    },
    Done: done,
  },
});
const gathers = { Assign: { list: '{% $append($list, $states.input.x) %}' } };

new AslRuleTester().run('no-growing-loop', rule, {
  valid: [
    {
      name: 'one of many states, which another sets anew',
      definition: {
        ...long(300, 250, gathers),
        States: {
          ...long(300, 250, gathers).States,
          S0: { Type: 'Pass', Assign: { list: [] }, Next: 'S1' },
        },
      },
    },
    { name: 'a new value each time', definition: jsonata({ Assign: { found: '{% $states.result.Contents %}' } }) },
    {
      name: 'rounds are counted',
      definition: jsonata(
        { Assign: { found: '{% $append($found, $states.result.Contents) %}', n: '{% $n + 1 %}' } },
        '{% $n < 9 %}',
      ),
    },
    { name: 'made of another', definition: jsonata({ Assign: { all: '{% $append($found, 1) %}' } }) },
    { name: 'made of a part', definition: jsonata({ Assign: { found: '{% $append($found.last, 1) %}' } }) },
    {
      name: 'no loop',
      definition: jsonPath({ Parameters: { 'all.$': 'States.Array($.all, $.x)' } }, { 'More?': { Type: 'Succeed' } }),
    },
    {
      name: 'a path that is handed on',
      definition: jsonPath({ Parameters: { 'all.$': '$.all', 'next.$': '$.next' } }),
    },
    {
      name: 'a part that is handed on',
      definition: jsonPath({ Parameters: { 'last.$': '$.acc.last' }, ResultPath: '$.acc' }),
    },
    {
      name: 'put elsewhere',
      definition: jsonPath({ Parameters: { 'all.$': 'States.Array($.one, $.x)' }, ResultPath: '$.other' }),
    },
    {
      name: 'all of the data nested, but a Task replaces it',
      definition: jsonPath({ Parameters: { 'last.$': '$' } }, { List: list }),
    },
    {
      name: 'a variable that another state begins anew',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'List',
        States: {
          List: { ...list, Assign: { batch: '{% $append($batch, $states.result.Contents) %}' }, Next: 'Flush' },
          Flush: { ...list, Assign: { batch: [] }, Next: 'More?' },
          'More?': {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.more %}', Next: 'List' }],
            Default: 'Done',
          },
          Done: done,
        },
      },
    },
    {
      name: 'the input nested, but a Task replaces it',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'List',
        States: {
          List: { ...list, Output: "{% {'last': $states.input} %}", Next: 'Again' },
          Again: { ...list, Next: 'More?' },
          'More?': {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.more %}', Next: 'List' }],
            Default: 'Done',
          },
          Done: done,
        },
      },
    },
  ],
  invalid: [
    {
      name: 'one of many states',
      definition: long(300, 250, gathers),
      errors: [{ messageId: 'grows', at: '/States/S250/Assign/list' }],
    },
    {
      name: 'all of the data nested',
      definition: jsonPath({ Parameters: { 'last.$': '$', 'next.$': '$.page.next' } }),
      errors: [{ message: /"Add" makes "\$\.last" longer/, at: '/States/Add/Parameters/last.$' }],
    },
    {
      name: 'moved back by another Pass',
      definition: jsonPath(
        {},
        {
          Add: {
            Type: 'Pass',
            Parameters: { 'rows.$': 'States.Array($.all, $.page.rows)' },
            ResultPath: '$.new',
            Next: 'Keep',
          },
          Keep: { Type: 'Pass', InputPath: '$.new.rows', ResultPath: '$.all', Next: 'More?' },
        },
      ),
      errors: [{ messageId: 'grows', at: '/States/Add/Parameters/rows.$' }],
    },
    {
      name: 'a member of the Output that one expression makes',
      definition: jsonata({
        Output: "{% {'found': $append($states.input.found, $states.result.Contents), 'next': $states.result.next} %}",
      }),
      errors: [{ message: /"List" makes "found" longer/, at: '/States/List/Output' }],
    },
    {
      name: 'the input nested in the Output',
      definition: jsonata({ Output: { last: '{% $states.input %}', more: '{% $states.result.more %}' } }),
      errors: [{ messageId: 'grows', at: '/States/List/Output/last' }],
    },
    {
      name: 'a variable',
      definition: jsonata({ Assign: { found: '{% $append($found, $states.result.Contents) %}' } }),
      errors: [
        {
          message:
            '"List" makes "$found" longer in each round of "List" and "More?", and nothing in the loop counts the rounds: beyond 256 KiB the execution fails; count them, or write what is gathered to S3 or DynamoDB',
          at: '/States/List/Assign/found',
        },
      ],
    },
    ...['{% [$found, $states.result] %}', "{% $found & ',' & $states.result.Name %}"].map((found) => ({
      definition: jsonata({ Assign: { found } }),
      errors: [{ messageId: 'grows' as const, at: '/States/List/Assign/found' }],
    })),
    {
      name: 'the output',
      definition: jsonata({ Output: { found: '{% $append($states.input.found, $states.result.Contents) %}' } }),
      errors: [{ message: /makes "found" longer/, at: '/States/List/Output/found' }],
    },
    {
      name: 'in JSONPath',
      definition: jsonPath({ Parameters: { 'all.$': 'States.Array($.all, $.Contents)', 'next.$': '$.next' } }),
      errors: [
        {
          message: /"Add" makes "\$\.all" longer in each round of "List", "Add" and "More\?"/,
          at: '/States/Add/Parameters/all.$',
        },
      ],
    },
    {
      name: 'nested in itself',
      definition: jsonPath({ Parameters: { 'before.$': '$.acc', 'now.$': '$.Contents' }, ResultPath: '$.acc' }),
      errors: [{ message: /makes "\$\.acc\.before" longer/, at: '/States/Add/Parameters/before.$' }],
    },
    {
      name: 'a variable in JSONPath',
      definition: jsonPath({ Assign: { 'log.$': "States.Format('{} {}', $log, $.line)" } }),
      errors: [{ message: /makes "\$log" longer/, at: '/States/Add/Assign/log.$' }],
    },
  ],
});
