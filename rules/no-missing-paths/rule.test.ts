import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const Format = (Result: unknown, more: object = { Next: 'Use' }) => ({ Type: 'Pass', Result, ...more });
const use = (Parameters: object, more: object = { End: true }) => ({ Type: 'Pass', Parameters, ...more });
const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work' };
const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'charge' } };
const all = ['States.ALL'];
const missing = (path: string, reason: string) => `"${path}" leads to nothing, and the state fails: ${reason}`;
const closed = (properties: object) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const alternative = (kind: string) => closed({ kind: { const: kind }, [kind]: { type: 'string' } });

new AslRuleTester().run('no-missing-paths', rule, {
  valid: [
    {
      name: 'JSONata: items of which some are made otherwise',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Keys',
        States: {
          Keys: {
            Type: 'Pass',
            Output: {
              keys: "{% [$states.input.keys.{'id': KeyId}, $states.input.more, [$states.input.keys.{'id': 1}]] %}",
            },
            Next: 'Each',
          },
          Each: {
            Type: 'Map',
            Items: '{% $states.input.keys %}',
            MaxConcurrency: 1,
            ItemProcessor: {
              StartAt: 'Use',
              States: { Use: { Type: 'Pass', Output: '{% $states.input.KeyId %}', End: true } },
            },
            End: true,
          },
        },
      },
    },
    {
      name: 'what a Choice in JSONata has shown to be there, or leaves open',
      definition: machine(
        {
          'Has it?': {
            Type: 'Choice',
            Choices: [
              { Condition: '{% $exists($states.input.order.mail) %}', Next: 'Use' },
              { Condition: '{% $exists($states.input.order.phone) and $states.input.b %}', Next: 'Use' },
              { Condition: '{% $boolean($states.input.order.name) = false %}', Next: 'Use' },
            ],
            Default: 'Other',
          },
          Use: { Type: 'Pass', Output: ['{% $states.input.order.mail %}'], End: true },
          Other: { Type: 'Pass', Output: ['{% $states.input.order.phone %}', '{% $states.input.mail %}'], End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'what the execution was started with, as its contract has it',
      definition: machine({ Use: use({ 'id.$': '$$.Execution.Input.id', 'note.$': '$$.Execution.Input.note' }) }),
      contracts: { input: { ...closed({ id: {}, note: {} }), required: ['id'] } },
    },
    {
      name: 'what the contract of the input does not rule out',
      definition: machine({ Use: use({ 'id.$': '$.id', 'other.$': '$.other' }) }),
      contracts: { input: { type: 'object', properties: { id: {} }, required: ['id'] } },
    },
    {
      name: 'one of the alternatives of the input',
      definition: machine({
        Which: {
          Type: 'Choice',
          Choices: [{ Variable: '$.kind', StringEquals: 'card', Next: 'Card' }],
          Default: 'Iban',
        },
        Card: use({ 'card.$': '$.card' }),
        Iban: use({ 'iban.$': '$.iban' }),
      }),
      contracts: { input: { oneOf: [alternative('card'), alternative('iban')] } },
    },
    { name: 'what comes from outside may be anything', definition: machine({ Use: use({ 'id.$': '$.order.id' }) }) },
    {
      name: 'what a function gives back',
      definition: machine({ Work: { ...work, Next: 'Use' }, Use: use({ 'id.$': '$.id' }) }),
    },
    { definition: machine({ Format: Format({ id: 1 }), Use: use({ 'id.$': '$.id' }) }) },
    {
      name: 'the payload of a function',
      definition: machine({
        Charge: { ...invoke, ResultPath: '$.charge', Next: 'Use' },
        Use: use({ 'id.$': '$.charge.Payload.id' }),
      }),
    },
    ...['States.ArrayGetItem($.pair, 1)', 'States.ArrayGetItem($.pair, $.n)', 'States.ArrayGetItem($.list, 9)'].map(
      (call) => ({
        name: `an element that is, or may be, there: ${call}`,
        definition: machine({
          Make: { Type: 'Pass', Parameters: { pair: ['a', 'b'], 'list.$': '$.list', n: 1 }, Next: 'Use' },
          Use: use({ 'x.$': call }),
        }),
      }),
    ),
    {
      name: 'indefinite paths never fail',
      definition: machine({
        Format: Format({ id: 1 }),
        Use: use({ 'all.$': '$.x[*]', 'some.$': '$.x[?(@.a == 1)]', 'deep.$': '$..x', 'cut.$': '$.x[1:2]' }),
      }),
    },
    {
      name: 'a Choice that asks first',
      definition: machine({
        Format: Format({ id: 1 }, { Next: 'Has it?' }),
        'Has it?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.total', IsPresent: true, Next: 'Use' }],
          Default: 'Done',
        },
        Use: use({ 'total.$': '$.total' }),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'conditions behind one that asks',
      definition: machine({
        Format: Format({ id: 1 }, { Next: 'Has it?' }),
        'Has it?': {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.total', IsPresent: true },
                { Variable: '$.total', NumericGreaterThan: 1 },
              ],
              Next: 'Done',
            },
          ],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'InputPath changes what a Choice hands on',
      definition: machine({
        Format: Format({ users: { Marker: 'm' } }, { Next: 'More?' }),
        'More?': {
          Type: 'Choice',
          InputPath: '$.users',
          Choices: [{ Variable: '$.Marker', IsPresent: true, Next: 'Use' }],
          Default: 'Use',
        },
        Use: use({ 'marker.$': '$.Marker' }),
      }),
    },
    {
      name: 'the context and variables',
      definition: machine({ Format: Format({}), Use: use({ 'id.$': '$$.Execution.Id', 'x.$': '$x.y' }) }),
    },
    {
      name: 'the index of a Map item, and what ItemSelector makes',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemsPath: '$.orders',
          ItemSelector: { 'order.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index' },
          ItemProcessor: machine({ Use: use({ 'id.$': '$.order.id', 'n.$': '$.index' }) }),
          End: true,
        },
      }),
    },
    {
      name: 'placeholders',
      definition: machine({
        Format: Format({ '${Name}': 1 }, { Next: 'Deep' }),
        Deep: { Type: 'Pass', Parameters: { a: '${Object}', 'b.$': '$.${Name}' }, Next: 'Use' },
        Use: use({ 'x.$': '$.a.x', 'y.$': '$.b.y', 'z.$': '$.${Other}' }),
      }),
    },
    {
      name: 'a Catch that is filled in may lead anywhere',
      code: '{"StartAt":"F","States":{"F":{"Type":"Pass","Result":{},"Next":"W"},"W":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Catch":${Catch},"ResultPath":null,"Next":"U"},"U":{"Type":"Pass","InputPath":"$.x","End":true}}}',
    },
    {
      name: 'a Catch that keeps the input',
      definition: machine({
        Work: { ...work, Catch: [{ ErrorEquals: all, ResultPath: '$.error', Next: 'Use' }], End: true },
        Use: use({ 'id.$': '$.id', 'why.$': '$.error.Cause', 'text.$': 'States.StringToJson($.error.Cause)' }),
      }),
    },
    {
      name: 'a state that nothing leads to is a finding of its own',
      definition: machine({ Format: Format({}, { End: true }), Use: use({ 'id.$': '$.id' }) }),
    },
    {
      name: 'one way brings it: a finding of no-possibly-missing-paths',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'A' }], Default: 'B' },
        A: Format({ id: 1 }),
        B: Format({ other: 1 }),
        Use: use({ 'id.$': '$.id' }),
      }),
    },
    {
      name: 'JSONata that handles what is missing',
      definition: machine(
        {
          A: { Type: 'Pass', Output: { id: 1 }, Next: 'B' },
          B: { Type: 'Pass', Output: '{% $exists($states.input.x) ? $states.input.x : 0 %}', Next: 'C' },
          C: { Type: 'Pass', Output: '{% $states.input[0] %}', End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'a loop that brings it in its first round',
      definition: machine({
        Format: Format({ n: 0, list: [] }, { Next: 'Count' }),
        Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'last.$': '$' }, Next: 'Again?' },
        'Again?': { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'Count' }], Default: 'Use' },
        Use: use({ 'n.$': '$.last.n' }),
      }),
    },
  ],
  invalid: [
    {
      name: 'an element beyond a list that is known',
      definition: machine({
        Make: { Type: 'Pass', Parameters: { 'pair.$': 'States.Array($.a, $.b)' }, Next: 'Use' },
        Use: use({ 'x.$': "States.Format('{}', States.ArrayGetItem($.pair, 2))" }),
      }),
      errors: [
        {
          message: missing('$.pair[2]', '"$.pair" has 2 elements; use an index below 2'),
          at: '/States/Use/Parameters/x.$',
          find: 'States.ArrayGetItem($.pair, 2)',
        },
      ],
    },
    {
      name: 'an item that a Map makes ready',
      definition: {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            ItemSelector: { 'at.$': '$$.Map.Item.Index', 'key.$': '$$.Map.Item.Key', 'line.$': '$$.Map.Item.value' },
            ItemProcessor: { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } },
            End: true,
          },
        },
      },
      errors: [
        {
          message: missing(
            '$$.Map.Item.value',
            '"$$.Map.Item" is the Map.Item of the Context Object and has no "value"; did you mean "Value"?',
          ),
          at: '/States/Each/ItemSelector/line.$',
          find: '$$.Map.Item.value',
        },
      ],
    },
    ...[
      "[$states.input.keys.{'id': KeyId, 'made': Made}]",
      "$states.input.keys[KeyId != 'a'].{'id': KeyId, 'made': Made}[]",
    ].map((keys) => ({
      name: `JSONata: an item of the objects that a path makes: ${keys}`,
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Keys',
        States: {
          Keys: { Type: 'Pass', Output: { keys: `{% ${keys} %}` }, Next: 'Each' },
          Each: {
            Type: 'Map',
            Items: '{% $states.input.keys %}',
            MaxConcurrency: 1,
            ItemProcessor: {
              StartAt: 'Use',
              States: { Use: { Type: 'Pass', Output: '{% $states.input.KeyId %}', End: true } },
            },
            End: true,
          },
        },
      },
      errors: [
        {
          message: /^"\$states\.input\.KeyId" leads to nothing.*only "id" and "made"/,
          at: '/States/Each/ItemProcessor/States/Use/Output' as const,
          find: '$states.input.KeyId',
        },
      ],
    })),
    {
      name: 'an element that a variable does not have',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Set',
        States: {
          Set: { Type: 'Pass', Assign: { rates: [{ a: 1 }, { a: 2 }] }, Next: 'Use' },
          Use: { Type: 'Pass', Output: { one: '{% $rates[1].a %}', more: '{% $rates[2].a %}' }, End: true },
        },
      },
      errors: [
        {
          message: missing('$rates[2].a', '"$rates" has 2 elements; use an index below 2'),
          at: '/States/Use/Output/more',
          find: '$rates[2].a',
        },
      ],
    },
    {
      name: 'what the execution was started with, by its contract',
      definition: machine({ Use: use({ 'id.$': '$$.Execution.Input.oderId' }) }),
      contracts: { input: closed({ orderId: {} }) },
      errors: [
        {
          message: /is the input by the contract and has no "oderId"; did you mean "orderId"\?/,
          at: '/States/Use/Parameters/id.$',
          find: '$$.Execution.Input.oderId',
        },
      ],
    },
    {
      name: 'a misspelt member of a Result',
      definition: machine({ Format: Format({ order: { id: 1, total: 2 } }), Use: use({ 'sum.$': '$.order.totl' }) }),
      errors: [
        {
          message: missing(
            '$.order.totl',
            '"$.order" is the Result of "Format" and has no "totl"; did you mean "total"?',
          ),
          at: '/States/Use/Parameters/sum.$',
          find: '$.order.totl',
        },
      ],
    },
    {
      name: 'what Parameters have not taken along, through other states',
      definition: machine({
        Format: { Type: 'Pass', Parameters: { 'order.$': '$.order' }, Next: 'Wait' },
        Wait: { Type: 'Wait', Seconds: 5, Next: 'Work' },
        Work: { ...work, ResultPath: '$.result', Next: 'Use' },
        Use: use({ 'text.$': "States.Format('{} {}', $.order.id, $.customer.name)" }),
      }),
      errors: [
        {
          message: missing(
            '$.customer.name',
            '"$" is the Parameters of "Format" and has no "customer", only "order" and "result"; read one of these, or keep what an earlier state had',
          ),
          at: '/States/Use/Parameters/text.$',
          find: '$.customer.name',
        },
      ],
    },
    {
      name: 'the result of a function without its Payload, in all kinds of fields',
      definition: machine({
        Charge: { ...invoke, ResultPath: '$.charge', Next: 'Paid?' },
        'Paid?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.charge.paid', BooleanEquals: true, Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message: missing(
            '$.charge.paid',
            '"$.charge" is the result of lambda:invoke in "Charge" and has no "paid"; what the function gives back is in "$.charge.Payload"',
          ),
          at: '/States/Paid?/Choices[0]/Variable',
          find: '$.charge.paid',
        },
      ],
    },
    {
      name: 'ResultSelector, ResultPath and OutputPath',
      definition: machine({
        Charge: { ...invoke, ResultSelector: { 'id.$': '$.payload.id' }, End: true },
      }),
      errors: [
        {
          message: missing(
            '$.payload.id',
            '"$" is the result of lambda:invoke in "Charge" and has no "payload"; did you mean "Payload"?',
          ),
          at: '/States/Charge/ResultSelector/id.$',
          find: '$.payload.id',
        },
      ],
    },
    {
      name: 'OutputPath, SecondsPath, ItemsPath, ErrorPath',
      definition: machine({
        Branch: {
          Type: 'Parallel',
          Branches: [
            machine({ A: Format({ a: 1 }, { OutputPath: '$.b', End: true }) }),
            machine({
              B: Format({ b: 1 }, { Next: 'Wait' }),
              Wait: { Type: 'Wait', SecondsPath: '$.seconds', End: true },
            }),
            machine({
              C: Format({ c: 1 }, { Next: 'Each' }),
              Each: {
                Type: 'Map',
                ItemsPath: '$.items',
                ItemProcessor: machine({ D: { Type: 'Pass', End: true } }),
                End: true,
              },
            }),
            machine({ E: Format({ e: 1 }, { Next: 'Fail' }), Fail: { Type: 'Fail', ErrorPath: '$.error' } }),
          ],
          End: true,
        },
      }),
      errors: [
        ['$.b', '[0]/States/A/OutputPath', '"$" is the Result of "A" and has no "b", only "a"'],
        ['$.seconds', '[1]/States/Wait/SecondsPath', '"$" is the Result of "B" and has no "seconds", only "b"'],
        ['$.items', '[2]/States/Each/ItemsPath', '"$" is the Result of "C" and has no "items", only "c"'],
        ['$.error', '[3]/States/Fail/ErrorPath', '"$" is the Result of "E" and has no "error", only "e"'],
      ].map(([path, at, reason]) => ({
        message: missing(path!, `${reason}; read one of these, or keep what an earlier state had`),
        at: `/States/Branch/Branches${at}`,
        find: path!,
      })),
    },
    {
      name: 'an item without what ItemSelector leaves out',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemsPath: '$.orders',
          ItemSelector: { 'order.$': '$$.Map.Item.Value' },
          ItemProcessor: machine({ Use: use({ 'id.$': '$.buyer' }) }),
          End: true,
        },
      }),
      errors: [
        {
          message: missing(
            '$.buyer',
            '"$" is the ItemSelector of "Each" and has no "buyer", only "order"; read one of these, or keep what an earlier state had',
          ),
          at: '/States/Each/ItemProcessor/States/Use/Parameters/id.$',
          find: '$.buyer',
        },
      ],
    },
    {
      name: 'the result of a Parallel is an array',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [machine({ A: Format({ a: 1 }, { End: true }) }), machine({ B: Format({ b: 1 }, { End: true }) })],
          ResultPath: '$.both',
          Next: 'Use',
        },
        Use: use({ 'a.$': '$.both.a', 'b.$': '$.both[2].b', 'c.$': '$.both[1].b' }),
      }),
      errors: [
        {
          message: missing('$.both.a', '"$.both" is an array; read an element of it, "$.both[0].a"'),
          at: '/States/Use/Parameters/a.$',
          find: '$.both.a',
        },
        {
          message: missing('$.both[2].b', '"$.both" has 2 elements; use an index below 2'),
          at: '/States/Use/Parameters/b.$',
          find: '$.both[2].b',
        },
      ],
    },
    {
      name: 'an element of what is no array, and a member of nothing',
      definition: machine({
        Format: Format({ one: { id: 1 }, none: null, n: 1 }),
        Use: use({ 'a.$': '$.one[0]', 'b.$': '$.none.x', 'c.$': '$.n.x' }),
      }),
      errors: [
        ['$.one[0]', 'a', '"$.one" is the Result of "Format", not an array; read its members by their names'],
        ['$.none.x', 'b', '"$.none" is null; read it as a whole'],
        ['$.n.x', 'c', '"$.n" is a number; read it as a whole'],
      ].map(([path, key, reason]) => ({
        message: missing(path!, reason!),
        at: `/States/Use/Parameters/${key}.$`,
        find: path!,
      })),
    },
    {
      name: 'a handler that reads what an error output cannot have',
      definition: machine({
        Work: { ...work, Catch: [{ ErrorEquals: all, ResultPath: '$.error', Next: 'Use' }], End: true },
        Use: use({ 'a.$': '$.error.Message', 'b.$': '$.error.error', 'c.$': '$.error.Cause.errorMessage' }),
      }),
      errors: [
        [
          '$.error.Message',
          'a',
          '"$.error" is the error output of "Work" and has no "Message", only "Error" and "Cause"; read one of these, or keep what an earlier state had',
        ],
        ['$.error.error', 'b', '"$.error" is the error output of "Work" and has no "error"; did you mean "Error"?'],
        [
          '$.error.Cause.errorMessage',
          'c',
          '"$.error.Cause" is a string; make JSON of it with States.StringToJson($.error.Cause) first',
        ],
      ].map(([path, key, reason]) => ({
        message: missing(path!, reason!),
        at: `/States/Use/Parameters/${key}.$`,
        find: path!,
      })),
    },
    {
      name: 'a handler that reads the input which its Catch has dropped',
      definition: machine({
        Work: { ...work, Catch: [{ ErrorEquals: all, Next: 'Use' }], End: true },
        Use: use({ 'id.$': '$.buyer', 'why.$': '$.cause' }),
      }),
      errors: [
        {
          message: missing(
            '$.buyer',
            '"$" is the error output of "Work", which has only "Error" and "Cause"; keep the input by a "ResultPath" such as "$.error" in the Catch',
          ),
          at: '/States/Use/Parameters/id.$',
          find: '$.buyer',
        },
        {
          message: missing(
            '$.cause',
            '"$" is the error output of "Work", which has only "Error" and "Cause"; did you mean "Cause"?',
          ),
          at: '/States/Use/Parameters/why.$',
          find: '$.cause',
        },
      ],
    },
    ...(
      [
        ['{% $exists($states.input.mail) %}', 'Done', 'Use', '$states.input.mail', 'mail'],
        ['{% $not($exists($states.input.order.mail)) %}', 'Use', 'Done', '$states.input.order.mail', 'mail'],
        ['{% $exists($states.input.order.mail) = false %}', 'Use', 'Done', '$states.input.order.mail.to', 'mail'],
        [
          '{% $exists($states.input.mail) or $exists($states.input.phone) %}',
          'Done',
          'Use',
          '$states.input.phone',
          'phone',
        ],
      ] as const
    ).map(([Condition, Next, Default, path, name]) => ({
      name: `what a Choice in JSONata has shown not to be there: ${Condition}`,
      definition: machine(
        {
          'Has it?': { Type: 'Choice', Choices: [{ Condition, Next }], Default },
          Use: { Type: 'Pass', Output: `{% ${path} %}`, End: true },
          Done: { Type: 'Succeed' },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message: missing(path, `a Choice on the way has shown that "${name}" is not there; read it where it is`),
          at: '/States/Use/Output',
          find: path,
        },
      ],
    })),
    {
      name: 'what a Choice has shown not to be there',
      definition: machine({
        'Has it?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.total', IsPresent: false, Next: 'Use' }],
          Default: 'Done',
        },
        Use: use({ 'total.$': '$.total' }),
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message: missing('$.total', 'a Choice on the way has shown that "total" is not there; read it where it is'),
          at: '/States/Use/Parameters/total.$',
          find: '$.total',
        },
      ],
    },
    ...[
      ['$states.input.Eror', 'read "$states.input.Error", or '],
      ['$states.input.fault.Cause', 'read "$states.input.Cause", or '],
      ['$states.input.course.id', ''],
    ].map(([path, read]) => ({
      name: 'JSONata: behind a Catch without an Output',
      definition: machine(
        {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: 'charge' },
            Catch: [{ ErrorEquals: all, Next: 'Use' }],
            End: true,
          },
          Use: { Type: 'Pass', Output: `{% ${path} %}`, End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message: missing(
            path!,
            `"$states.input" is the error output of "Charge", which has only "Error" and "Cause"; ${read}keep the input by an "Output" with $states.input in the Catch, or assign what is read to a variable before`,
          ),
          at: '/States/Use/Output',
          find: path!,
        },
      ],
    })),
    {
      name: 'JSONata',
      definition: machine(
        {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: 'charge' },
            Output: { id: '{% $states.result.Payload.id %}' },
            Catch: [{ ErrorEquals: all, Output: '{% $states.errorOutput.Message %}', Next: 'Use' }],
            Next: 'Use',
          },
          Use: { Type: 'Pass', Output: '{% $states.input.ident + 1 %}', End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message: missing(
            '$states.errorOutput.Message',
            '"$states.errorOutput" is the error output of "Charge", which has only "Error" and "Cause"; read one of these, or "$states.input.Message"',
          ),
          at: '/States/Charge/Catch[0]/Output',
          find: '$states.errorOutput.Message',
        },
        {
          message: missing(
            '$states.input.ident',
            '"$states.input" is the Output of "Charge" and has no "ident", only "id"; read one of these, or keep what an earlier state had',
          ),
          at: '/States/Use/Output',
          find: '$states.input.ident',
        },
      ],
    },
    {
      name: 'a variable',
      definition: machine({
        Format: { Type: 'Pass', Assign: { order: { id: 1 } }, Next: 'Use' },
        Use: use({ 'id.$': '$order.ID' }),
      }),
      errors: [
        {
          message: missing('$order.ID', '"$order" is the Assign of "Format" and has no "ID"; did you mean "id"?'),
          at: '/States/Use/Parameters/id.$',
          find: '$order.ID',
        },
      ],
    },
    {
      name: 'the input by its contract',
      definition: machine({ Use: use({ 'a.$': '$.oder', 'b.$': '$.customer.nmae' }) }),
      contracts: {
        input: { $ref: '#/$defs/Order' },
        $defs: {
          Order: closed({ order: { type: 'string' }, customer: closed({ name: { type: 'string' } }) }),
        },
      },
      errors: [
        {
          message: missing('$.oder', '"$" is the input by the contract and has no "oder"; did you mean "order"?'),
          at: '/States/Use/Parameters/a.$',
          find: '$.oder',
        },
        {
          message: missing(
            '$.customer.nmae',
            '"$.customer" is a part of the input by the contract and has no "nmae"; did you mean "name"?',
          ),
          at: '/States/Use/Parameters/b.$',
          find: '$.customer.nmae',
        },
      ],
    },
    {
      name: 'the type of a member by the contract',
      definition: machine({ Use: use({ 'a.$': '$.order.id', 'b.$': '$.items.sku' }) }),
      contracts: { input: closed({ order: { type: 'string' }, items: { type: 'array' } }) },
      errors: [
        {
          message: missing(
            '$.order.id',
            '"$.order" is a string by the contract; make JSON of it with States.StringToJson($.order) first',
          ),
          at: '/States/Use/Parameters/a.$',
          find: '$.order.id',
        },
        {
          message: missing(
            '$.items.sku',
            '"$.items" is an array by the contract; read an element of it, "$.items[0].sku"',
          ),
          at: '/States/Use/Parameters/b.$',
          find: '$.items.sku',
        },
      ],
    },
    {
      name: 'the result of a Task by its contract, within the envelope of its API',
      definition: machine({
        Charge: { ...invoke, ResultPath: '$.charge', Next: 'Use' },
        Use: use({ 'a.$': '$.charge.Payload.di', 'b.$': '$.charge.id' }),
      }),
      contracts: { tasks: { Charge: { result: { properties: { Payload: closed({ id: { type: 'string' } }) } } } } },
      errors: [
        {
          message: missing(
            '$.charge.Payload.di',
            '"$.charge.Payload" is a part of the result of "Charge" by the contract and has no "di", only "id"; read one of these, or keep what an earlier state had',
          ),
          at: '/States/Use/Parameters/a.$',
          find: '$.charge.Payload.di',
        },
        {
          message: missing(
            '$.charge.id',
            '"$.charge" is the result of lambda:invoke in "Charge" and has no "id"; what the function gives back is in "$.charge.Payload"',
          ),
          at: '/States/Use/Parameters/b.$',
          find: '$.charge.id',
        },
      ],
    },
    {
      name: 'JSONata: an element of a Parallel, an order, and a path behind a call',
      definition: machine(
        {
          Both: {
            Type: 'Parallel',
            Branches: [
              { StartAt: 'Left', States: { Left: { Type: 'Pass', Output: { left: 1 }, End: true } } },
              { StartAt: 'Right', States: { Right: { Type: 'Pass', Output: { right: 1 }, End: true } } },
            ],
            Output: '{% $states.result[0].right > 1 %}',
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message: missing(
            '$states.result[0].right',
            '"$states.result[0]" is the Output of "Left" and has no "right", only "left"; read one of these, or keep what an earlier state had',
          ),
          at: '/States/Both/Output',
          find: '$states.result[0].right',
        },
      ],
    },
    {
      name: 'the Context Object',
      definition: machine({
        Use: use({ 'run.$': '$$.Execution.ID', 'item.$': '$$.Map.Item.Value' }),
      }),
      errors: [
        {
          message: missing(
            '$$.Execution.ID',
            '"$$.Execution" is the Execution of the Context Object and has no "ID"; did you mean "Id"?',
          ),
          at: '/States/Use/Parameters/run.$',
          find: '$$.Execution.ID',
        },
        {
          message: missing(
            '$$.Map.Item.Value',
            '"$$" is the Context Object, which has "Map" only in the fields of a Map that make its items ready; hand it on from there',
          ),
          at: '/States/Use/Parameters/item.$',
          find: '$$.Map.Item.Value',
        },
      ],
    },
    {
      name: 'an error, which is nowhere in the context',
      definition: machine({ Use: use({ 'cause.$': '$$.Execution.Cause' }) }),
      errors: [
        {
          message: missing(
            '$$.Execution.Cause',
            '"$$.Execution" is the Execution of the Context Object and has no "Cause"; read what the Catch hands on, "$.Cause" or that at its "ResultPath"',
          ),
          at: '/States/Use/Parameters/cause.$',
          find: '$$.Execution.Cause',
        },
      ],
    },
    {
      name: 'the same in JSONata',
      definition: machine(
        { Use: { Type: 'Pass', Output: '{% $states.context.Execution.Error %}', End: true } },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message: missing(
            '$states.context.Execution.Error',
            '"$states.context.Execution" is the Execution of the Context Object and has no "Error"; hand on "$states.errorOutput.Error" in the "Output" of the Catch',
          ),
          at: '/States/Use/Output',
          find: '$states.context.Execution.Error',
        },
      ],
    },
    {
      name: 'the item of a Map where its items are read',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemsPath: '$$.Map.Item.Value',
          ItemSelector: { 'line.$': '$$.Map.Item.Value' },
          ItemProcessor: machine({ One: { Type: 'Pass', End: true } }),
          End: true,
        },
      }),
      errors: [
        {
          message: missing(
            '$$.Map.Item.Value',
            '"$$" is the Context Object, which has "Map" only in the fields of a Map that make its items ready; hand it on from there',
          ),
          at: '/States/Each/ItemsPath',
          find: '$$.Map.Item.Value',
        },
      ],
    },
  ],
});
