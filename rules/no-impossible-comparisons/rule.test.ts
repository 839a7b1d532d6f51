import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const choice = (
  test: object,
  start: object = { Type: 'Pass', Result: { n: 1, s: 'x', b: true, o: { a: 1 }, l: [], z: null } },
) =>
  machine({
    Start: { ...start, Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ ...test, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  });
const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } };
const getItem = {
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:getItem',
  Parameters: { TableName: 't', Key: {} },
};

const jsonata = (Condition: string, Output: unknown = { n: 5, s: '5', list: '{% $states.input.list %}' }) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Output, Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ Condition: `{% ${Condition} %}`, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
/** Reported at the operator, behind `{% ` and what stands before it. */
const atOperator = (Condition: string, operator: string) => {
  const definition = jsonata(Condition);
  const code = JSON.stringify(definition, null, 2);
  const before = code.slice(0, code.indexOf(JSON.stringify(`{% ${Condition} %}`)));
  const line = before.split('\n').length;
  const written = code.split('\n')[line - 1]!;
  const column = written.indexOf(` ${operator} `) + 2;
  return { code, place: { line, column, endLine: line, endColumn: column + operator.length } };
};

const describes = (action: string, rule: object, QueryLanguage = 'JSONPath') => ({
  QueryLanguage,
  StartAt: 'Look',
  States: {
    Look: { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${action}`, Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ ...rule, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
/** Of the status of an answer. */
const withStatus = (call: string, rule: object, QueryLanguage = 'JSONPath') => {
  const definition = describes('x', rule, QueryLanguage);
  const Resource = `arn:aws:states:::${call}`;
  return { ...definition, States: { ...definition.States, Look: { ...definition.States.Look, Resource } } };
};
const execution = (word: string) => describes('sfn:describeExecution', { Variable: '$.Status', StringEquals: word });
const executionJsonata = (Condition: string) => describes('sfn:describeExecution', { Condition }, 'JSONata');

/** A Choice in JSONata behind a state that has written a list out. */
const ofList = (list: readonly unknown[], Condition: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'List',
  States: {
    List: { Type: 'Pass', Output: { list }, Next: 'Which?' },
    'Which?': { Type: 'Choice', Choices: [{ Condition, Next: 'Done' }], Default: 'Other' },
    Done: { Type: 'Succeed' },
    Other: { Type: 'Succeed' },
  },
});

/** A Choice that two ways lead to, each with its own value. */
const onWays = (a: unknown, b: unknown, ...tests: readonly object[]) =>
  machine({
    Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'A' }], Default: 'B' },
    A: { Type: 'Pass', Result: { x: a }, Next: 'Check' },
    B: { Type: 'Pass', Result: { x: b }, Next: 'Check' },
    Check: { Type: 'Choice', Choices: tests.map((test) => ({ ...test, Next: 'Done' })), Default: 'Done' },
    Done: { Type: 'Succeed' },
  });
const onWaysInJsonata = (a: unknown, b: unknown, Condition: string) => ({
  QueryLanguage: 'JSONata',
  ...machine({
    Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.a = 1 %}', Next: 'A' }], Default: 'B' },
    A: { Type: 'Pass', Output: { x: a, kind: 'a' }, Next: 'Check' },
    B: { Type: 'Pass', Output: { x: b, kind: 'b' }, Next: 'Check' },
    Check: { Type: 'Choice', Choices: [{ Condition: `{% ${Condition} %}`, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  }),
});

new AslRuleTester().run('no-impossible-comparisons', rule, {
  valid: [
    {
      name: 'a list of one, which may stand for its element',
      definition: ofList(['a'], "{% $states.input.list = 'a' %}"),
    },
    { name: 'an element of a list', definition: ofList(['a', 'b'], "{% $states.input.list[0] = 'a' %}") },
    { name: 'two lists', definition: ofList(['a', 'b'], "{% $states.input.list = ['a', 'b'] %}") },
    { name: 'a look into a list', definition: ofList(['a', 'b'], "{% 'a' in $states.input.list %}") },
    ...[200, 202, 204].map((status) => ({
      name: `the status ${status} of a call`,
      definition: withStatus('lambda:invoke', { Variable: '$.StatusCode', NumericEquals: status }),
    })),
    ...[
      withStatus('lambda:invoke', { Variable: '$.Payload.statusCode', NumericEquals: 404 }),
      withStatus('http:invoke', { Variable: '$.StatusCode', NumericEquals: 301 }),
      withStatus('http:invoke', { Variable: '$.StatusCode', NumericLessThan: 400 }),
      withStatus('http:invoke', { Variable: '$.StatusCode', NumericGreaterThan: 299 }),
      withStatus('http:invoke', { Variable: '$.StatusCode', NumericLessThanPath: '$.ResponseBody.n' }),
      withStatus(
        'http:invoke',
        { Condition: '{% $states.input.StatusCode > 200 or $states.input.n = 500 %}' },
        'JSONata',
      ),
    ].map((definition) => ({ name: 'what a status may be', definition })),
    ...[
      "$lowercase($states.input.kind) = 'gold' or $uppercase($states.input.kind) in ['A-1', 'B']",
      "$states.input.kind = 'Gold' and 'Gold' in $lowercase($states.input.kinds)",
      "($lowercase := function($text) { 'Gold' }; $lowercase('') = 'Gold')",
      "$lowercase($states.input.kind) != $states.input.other and $contains($states.input.kind, 'Gold')",
    ].map((code) => ({ name: code, definition: jsonata(code) })),
    { name: 'a word that the API gives', definition: execution('SUCCEEDED') },
    { name: 'a word that is filled in', definition: execution('${Wanted}') },
    {
      name: 'words that become more each year',
      definition: describes('ec2:describeInstances', {
        Variable: '$.Reservations[0].Instances[0].InstanceType',
        StringEquals: 'z9.huge',
      }),
    },
    {
      name: 'a text of which no words are known',
      definition: describes('rds:describeDBInstances', {
        Variable: '$.DbInstances[0].DbInstanceStatus',
        StringEquals: 'AVAILABLE',
      }),
    },
    { name: 'in JSONata', definition: executionJsonata("{% $states.input.Status = 'SUCCEEDED' %}") },
    { name: 'that it is not so', definition: executionJsonata("{% $states.input.Status != 'DONE' %}") },
    ...[
      '$states.input.n = 5',
      '$states.input.other = "5"',
      '$states.input.n != "5"',
      '$number($states.input.s) > 5',
      '$count($states.input.list) = 0',
      '$states.input.list = "a"',
      '$states.input.s = null',
      '$states.input.list[x = 5]',
      '$exists($states.input.list[$ > "a"])',
      '$unknown = 5',
    ].map((condition) => ({ name: condition, definition: jsonata(condition) })),
    { name: 'of either type', definition: jsonata('$states.input.n = "5"', { n: '{% $states.input.a ? 5 : "5" %}' }) },
    { definition: choice({ Variable: '$.n', NumericEquals: 2 }) },
    {
      name: 'what is not known',
      definition: choice({ Variable: '$.a', NumericEquals: 2 }, { Type: 'Wait', Seconds: 1 }),
    },
    { name: 'a test of the type', definition: choice({ Variable: '$.n', IsString: true }) },
    {
      name: 'a text may be a timestamp',
      definition: choice({ Variable: '$.s', TimestampGreaterThan: '2025-01-01T00:00:00Z' }),
    },
    { name: 'a payload may be anything', definition: choice({ Variable: '$.Payload', StringEquals: 'x' }, invoke) },
    {
      name: 'typed values of DynamoDB',
      definition: choice({ Variable: '$.Item.status.S', StringEquals: 'x' }, getItem),
    },
    {
      name: 'behind a test of the type',
      definition: choice({
        And: [
          { Variable: '$.n', IsString: true },
          { Variable: '$.n', StringEquals: 'x' },
        ],
      }),
    },
    ...([null, '', 'none', false, {}, []] as const).map((x) => ({
      name: `what stands for nothing on one way: ${JSON.stringify(x)}`,
      definition: onWays(1, x, { Variable: '$.x', NumericEquals: 1 }),
    })),
    {
      name: 'what is of several types on purpose, and asked for in each of them',
      definition: onWays(1, '1', { Variable: '$.x', NumericEquals: 1 }, { Variable: '$.x', StringEquals: '1' }),
    },
    {
      name: 'of several types, one of which is asked for first',
      definition: onWays(1, '1', {
        And: [
          { Variable: '$.x', IsNumeric: true },
          { Variable: '$.x', NumericEquals: 1 },
        ],
      }),
    },
    ...[
      "$type($states.input.x) = 'number' and $states.input.x > 1",
      '$number($states.input.x) > 1 or $states.input.x = 1',
      "$states.input.kind = 'b' and $states.input.x > 1",
      "$states.input.x = 1 or $states.input.x = '1'",
    ].map((Condition) => ({ name: Condition, definition: onWaysInJsonata(1, '1', Condition) })),
    {
      name: 'a filter gives an array that nothing is known of',
      definition: choice(
        { Variable: '$.l[0]', NumericEquals: 1 },
        { Type: 'Pass', Parameters: { 'l.$': '$.x[?(@.a)]' } },
      ),
    },
  ],
  invalid: [
    ...(
      [
        [30, '30', { Variable: '$.x', NumericGreaterThan: 10 }, 'string', 'NumericGreaterThan', 'number'],
        [true, 'true', { Variable: '$.x', BooleanEquals: true }, 'string', 'BooleanEquals', 'boolean'],
        ['true', true, { Variable: '$.x', StringEquals: 'true' }, 'boolean', 'StringEquals', 'string'],
        ['1', 1, { Variable: '$.x', StringEquals: '1' }, 'number', 'StringEquals', 'string'],
      ] as const
    ).map(([a, b, test, actual, operator, expected]) => ({
      name: `in another notation on one way: ${operator}`,
      definition: onWays(a, b, test),
      errors: [
        {
          message: `"$.x" is a ${actual} on the way "Which" > "B" > "Check", so "${operator}" never holds there; bring a ${expected} on that way, too`,
          at: `/States/Check/Choices[0]/${operator}`,
        },
      ],
    })),
    ...(
      [
        ['>', 'fails the execution'],
        ['=', 'never holds'],
      ] as const
    ).map(([operator, outcome]) => ({
      name: `JSONata: in another notation on one way: ${operator}`,
      definition: onWaysInJsonata(1, '1', `$states.input.x ${operator} 1`),
      errors: [
        {
          message: `"$states.input.x" is a string on the way "Which" > "B" > "Check", so "${operator}" ${outcome} there; bring a number on that way, too`,
          at: '/States/Check/Choices[0]/Condition',
          find: operator,
        },
      ],
    })),
    {
      name: 'a list in JSONata, and one of its values',
      definition: ofList(['a', 'b'], "{% $states.input.list = 'a' %}"),
      errors: [
        {
          message:
            'To the left of "=" is an array and to the right a string, so they are never equal; use "in" to ask whether the array has the value',
          at: '/States/Which?/Choices[0]/Condition',
          find: '=',
        },
      ],
    },
    {
      name: 'the status of an answer with which the Task fails',
      definition: withStatus('http:invoke', { Variable: '$.StatusCode', NumericGreaterThanEquals: 400 }),
      errors: [
        {
          message:
            '"$.StatusCode" is the status of an answer, from 200 to 399, so "NumericGreaterThanEquals" 400 never holds: the Task fails with another one, which a Catch or a Retry may handle',
          at: '/States/Which/Choices[0]/NumericGreaterThanEquals',
        },
      ],
    },
    {
      name: 'the status of a call to Lambda, which is not that of the function',
      definition: withStatus('lambda:invoke', { Variable: '$.StatusCode', NumericEquals: 404 }),
      errors: [
        {
          message:
            '"$.StatusCode" is the status of an answer, from 200 to 204, so "NumericEquals" 404 never holds: it is that of the call; what the function answers is in "Payload"',
          at: '/States/Which/Choices[0]/NumericEquals',
        },
      ],
    },
    ...[
      ['NumericLessThan', 200],
      ['NumericLessThanEquals', 199],
      ['NumericGreaterThan', 399],
    ].map(([operator, status]) => ({
      name: `${operator} ${status}`,
      definition: withStatus('apigateway:invoke', { Variable: '$.StatusCode', [operator!]: status }),
      errors: [{ messageId: 'status' as const, at: `/States/Which/Choices[0]/${operator}` }],
    })),
    {
      name: 'a status in JSONata',
      definition: withStatus(
        'http:invoke',
        { Condition: '{% $states.input.StatusCode = 200 or $states.input.StatusCode > 499 %}' },
        'JSONata',
      ),
      errors: [{ messageId: 'status', at: '/States/Which/Choices[0]/Condition', find: '>' }],
    },
    ...(
      [
        ["$lowercase($states.input.kind) = 'Gold'", "'Gold'", 'lowercase', 'gold'],
        ["'gold' = $uppercase($states.input.kind)", "'gold'", 'uppercase', 'GOLD'],
        ["$uppercase($states.input.kind) in ['GOLD', 'Silver']", "'Silver'", 'uppercase', 'SILVER'],
        ["$contains($lowercase($states.input.key), '.CSV')", "'.CSV'", 'lowercase', '.csv'],
        ["$count($states.input.list[$lowercase(kind) = 'Gold']) > 0", "'Gold'", 'lowercase', 'gold'],
      ] as const
    ).map(([code, find, by, meant]) => ({
      name: code,
      definition: jsonata(code),
      errors: [
        {
          message: `What "$${by}" gives has no "${find.slice(1, -1)}" in it, so the comparison never holds; compare it with "${meant}"`,
          at: '/States/Which/Choices[0]/Condition',
          find,
        },
      ],
    })),
    {
      name: 'a word that the API never gives',
      definition: execution('SUCCESS'),
      errors: [
        {
          message:
            '"$.Status" is never "SUCCESS", so the comparison never holds: the API gives "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"; use one of these',
          at: '/States/Which/Choices[0]/StringEquals',
        },
      ],
    },
    {
      name: 'in other capitals',
      definition: execution('Failed'),
      errors: [{ message: /; use "FAILED"$/, at: '/States/Which/Choices[0]/StringEquals' }],
    },
    {
      name: 'in JSONata, by a word on either side',
      definition: executionJsonata("{% $states.input.Status = 'Failed' or 'DONE' = $states.input.Status %}"),
      errors: [
        {
          message: /^"\$states\.input\.Status" is never "Failed", .* use "FAILED"$/,
          at: '/States/Which/Choices[0]/Condition',
          find: "'Failed'",
        },
        { message: /is never "DONE"/, at: '/States/Which/Choices[0]/Condition', find: "'DONE'" },
      ],
    },
    ...(
      [
        ['$.n', 'StringEquals', '1', 'a number', 'use "NumericEquals"'],
        ['$.n', 'StringMatches', '1*', 'a number', 'use "NumericEquals"'],
        ['$.s', 'NumericLessThan', 1, 'a string', 'use "StringLessThan"'],
        ['$$.State.EnteredTime', 'NumericLessThan', 1, 'a string', 'use "TimestampLessThan"'],
        ['$.s', 'BooleanEquals', true, 'a string', 'use "StringEquals"'],
        ['$.b', 'StringEquals', 'true', 'a boolean', 'use "BooleanEquals"'],
        ['$.n', 'TimestampEquals', '2025-01-01T00:00:00Z', 'a number', 'use "NumericEquals"'],
        ['$.o', 'StringEquals', 'x', 'an object', 'read a member or an element of it'],
        ['$.l', 'NumericEquals', 1, 'an array', 'read a member or an element of it'],
        ['$.z', 'StringEquals', 'null', 'null', 'use "IsNull"'],
      ] as const
    ).map(([Variable, operator, operand, actual, remedy]) => ({
      name: `${operator} of ${Variable}`,
      definition: choice({ Variable, [operator]: operand }),
      errors: [
        {
          message: `"${Variable}" is ${actual}, so "${operator}" never holds; ${remedy}`,
          at: `/States/Which/Choices[0]/${operator}`,
          part: 'key' as const,
        },
      ],
    })),
    {
      name: 'the status of an invocation',
      definition: choice({ Not: { Variable: '$.StatusCode', StringEquals: '200' } }, invoke),
      errors: [
        {
          message: '"$.StatusCode" is a number, so "StringEquals" never holds; use "NumericEquals"',
          at: '/States/Which/Choices[0]/Not/StringEquals',
          part: 'key',
        },
      ],
    },
    {
      name: 'the typed value of DynamoDB as a whole',
      definition: choice(
        { Variable: '$.Item.status', StringEquals: 'x' },
        { ...getItem, ResultSelector: { Item: { status: { S: 'x' } } } },
      ),
      errors: [
        {
          message: '"$.Item.status" is an object, so "StringEquals" never holds; read a member or an element of it',
          at: '/States/Which/Choices[0]/StringEquals',
          part: 'key',
        },
      ],
    },
    {
      name: 'both sides of one comparison, told once',
      definition: choice({ Variable: '$.s', NumericLessThanPath: '$.b' }),
      errors: [
        {
          message: '"$.s" is a string, so "NumericLessThanPath" never holds; use "StringLessThanPath"',
          at: '/States/Which/Choices[0]/NumericLessThanPath',
          part: 'key',
        },
      ],
    },
    {
      name: 'the operand by a path',
      definition: choice({ Variable: '$.s', StringEqualsPath: '$.n' }),
      errors: [
        {
          message: '"$.n" is a number, so "StringEqualsPath" never holds; use "NumericEqualsPath"',
          at: '/States/Which/Choices[0]/StringEqualsPath',
          part: 'key',
        },
      ],
    },
    {
      name: 'a type that the contract of the input says',
      definition: {
        StartAt: 'Which',
        States: {
          Which: {
            Type: 'Choice',
            Choices: [{ Variable: '$.total', StringEquals: '0', Next: 'Done' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
      contracts: {
        input: { type: 'object', properties: { total: { type: ['integer', 'null'] } }, required: ['total'] },
      },
      errors: [
        {
          message: '"$.total" is a number or null by the contract, so "StringEquals" never holds; use "NumericEquals"',
          at: '/States/Which/Choices[0]/StringEquals',
          part: 'key',
        },
      ],
    },
    ...(
      [
        ['$states.input.n = "5"', '=', 'a number', 'a string'],
        ['"0" = $count($states.input.list)', '=', 'a string', 'a number'],
        ['$states.input.list and $not($states.input.s = 5)', '=', 'a string', 'a number'],
        ['($states.input.n = true)', '=', 'a number', 'a boolean'],
      ] as const
    ).map(([condition, operator, left, right]) => ({
      name: condition,
      code: atOperator(condition, operator).code,
      errors: [
        {
          message: `To the left of "=" is ${left} and to the right ${right}, so they are never equal; compare values of one type, with $number() or $string() if need be`,
          ...atOperator(condition, operator).place,
        },
      ],
    })),
    {
      name: 'the name of the execution',
      code: atOperator('$states.context.Execution.Name > 3', '>').code,
      errors: [{ messageId: 'fails', ...atOperator('$states.context.Execution.Name > 3', '>').place }],
    },
    {
      name: 'less than a text',
      code: atOperator('$states.input.s >= 5', '>=').code,
      errors: [
        {
          message:
            'To the left of ">=" is a string and to the right a number, which cannot be compared, and the execution fails; compare two numbers, with $number() if need be',
          ...atOperator('$states.input.s >= 5', '>=').place,
        },
      ],
    },
  ],
});
