import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const jsonata = { QueryLanguage: 'JSONata' };
const make = (Result: unknown) => ({ Type: 'Pass', Result, Next: 'Use' });
const Done = { Type: 'Succeed' };
const sent = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true };
const save = (count: object, field: 'Parameters' | 'Arguments' = 'Parameters') => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:putItem',
  [field]: { TableName: 'orders', Item: { id: { S: 'a' }, count } },
  End: true,
});
const each = (more: object) => ({
  Type: 'Map',
  MaxConcurrency: 2,
  ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
  End: true,
  ...more,
});
const distributed = {
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Item',
    States: { Item: { Type: 'Pass', End: true } },
  },
};
const choose = (Condition: string) =>
  machine({ Which: { Type: 'Choice', Choices: [{ Condition, Next: 'Done' }], Default: 'Done' }, Done }, jsonata);

const row = (call: string) =>
  machine({
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Next: 'Use' },
    Use: { Type: 'Pass', Parameters: { 'x.$': call }, End: true },
  });

/** A counter that begins with a value and is counted in a loop. */
const rounds = (n: unknown, call: string) =>
  machine({
    Make: { ...make({ n }), Next: 'Count' },
    Count: { Type: 'Pass', Parameters: { 'n.$': call }, Next: 'Use' },
    Use: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'Count' }], Default: 'Done' },
    Done,
  });

/** A state that two ways lead to, one of which brings a list. */
const onWays = (b: unknown, Use: object, more: object = {}) =>
  machine({
    Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'A' }], Default: 'B' },
    A: { Type: 'Pass', Result: { l: ['a', 'b'] }, Next: 'Use' },
    B: { Type: 'Pass', Result: b, Next: 'Use' },
    Use,
    ...more,
  });
/** A Wait that two ways lead to, one of which brings a number. */
const onWaysInJsonata = (b: unknown, Condition: string) =>
  machine(
    {
      Which: { Type: 'Choice', Choices: [{ Condition, Next: 'A' }], Default: 'B' },
      A: { Type: 'Pass', Output: 30, Next: 'Use' },
      B: { Type: 'Pass', Output: b, Next: 'Use' },
      Use: { Type: 'Wait', Seconds: '{% $states.input %}', End: true },
    },
    jsonata,
  );

/** A child workflow, and what is made of its description. */
const child = (pattern: string, call: string) =>
  machine({
    Run: {
      Type: 'Task',
      Resource: `arn:aws:states:::states:startExecution.${pattern}`,
      Parameters: { StateMachineArn: '${Child}' },
      ResultPath: '$.run',
      Next: 'Use',
    },
    Use: { Type: 'Pass', Parameters: { 'x.$': call }, End: true },
  });
const childInJsonata = (pattern: string, code: string) =>
  machine(
    {
      Run: {
        Type: 'Task',
        Resource: `arn:aws:states:::states:startExecution.${pattern}`,
        Arguments: { StateMachineArn: '${Child}' },
        Next: 'Use',
      },
      Use: { Type: 'Pass', Output: { x: `{% ${code} %}` }, End: true },
    },
    jsonata,
  );

const filled = (call: string) =>
  machine({
    Make: make({ order: { id: 7 }, ids: [7, 8], name: 'a' }),
    Use: { Type: 'Pass', Parameters: { 'x.$': call }, End: true },
  });

const openOnes = "$states.input.items[status = 'open']";

new AslRuleTester().run('valid-value-types', rule, {
  valid: [
    ...[`[${openOnes}]`, '$states.input.items'].map((items) => ({
      name: `a list by way of a variable: ${items}`,
      definition: machine(
        {
          Find: { Type: 'Pass', Assign: { open: `{% ${items} %}` }, Next: 'Use' },
          Use: each({ Items: '{% $open %}' }),
        },
        jsonata,
      ),
    })),
    {
      name: 'a Choice in between, which may have asked',
      definition: machine(
        {
          Find: { Type: 'Pass', Output: { open: `{% ${openOnes} %}` }, Next: 'Any?' },
          'Any?': {
            Type: 'Choice',
            Choices: [{ Condition: "{% $type($states.input.open) = 'array' %}", Next: 'Use' }],
            Default: 'Done',
          },
          Use: each({ Items: '{% $states.input.open %}' }),
          Done: { Type: 'Succeed' },
        },
        jsonata,
      ),
    },
    {
      name: 'a variable that a Choice asks for, or that is assigned a list as well',
      definition: machine(
        {
          Find: { Type: 'Pass', Assign: { open: `{% ${openOnes} %}`, all: `{% ${openOnes} %}` }, Next: 'Any?' },
          'Any?': {
            Type: 'Choice',
            Choices: [{ Condition: "{% $type($open) = 'array' %}", Next: 'Use' }],
            Default: 'Take',
          },
          Use: each({ Items: '{% $open %}', End: undefined, Next: 'Take' }),
          Take: { Type: 'Pass', Assign: { all: '{% $states.input.items %}' }, Next: 'Other' },
          Other: each({ Items: '{% $all %}' }),
        },
        jsonata,
      ),
    },
    {
      name: 'a list that is given as one, made, or unknown',
      definition: machine({
        Use: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:ec2:describeInstances',
          Parameters: {
            'InstanceIds.$': 'States.Array($.id)',
            'Filters.$': '$.filters',
            'NextToken.$': '$$.Execution.Name',
          },
          End: true,
        },
      }),
    },
    ...['States.StringToJson($.run.Output)', 'States.StringToJson($.run.Input)'].map((call) => ({
      name: `what .sync gives as a text: ${call}`,
      definition: child('sync', call),
    })),
    {
      name: 'a member of what .sync:2 has read',
      definition: child('sync:2', 'States.StringToJson($.run.Output.body)'),
    },
    { name: 'what .sync:2 has read, in a text', definition: child('sync:2', 'States.JsonToString($.run.Output)') },
    ...[
      "$type($states.input.Output) = 'string' ? $parse($states.input.Output) : $states.input.Output",
      '$parse($states.input.Output.body)',
      '$parse($string($states.input.Output))',
    ].map((code) => ({ name: `JSONata: ${code}`, definition: childInJsonata('sync:2', code) })),
    {
      name: 'what .sync:2 has read on one of two ways',
      definition: onWays(
        { run: { Output: '{}' } },
        { Type: 'Pass', Parameters: { 'x.$': 'States.StringToJson($.run.Output)' }, End: true },
        { A: { ...(child('sync:2', '$').States as { Run: object }).Run } },
      ),
    },
    {
      name: 'one element of a list on one of two ways, which a Choice keeps apart',
      definition: onWays(
        { l: 'a' },
        { Type: 'Choice', Choices: [{ Variable: '$.l[0]', IsPresent: true, Next: 'Each' }], Default: 'Done' },
        { Each: each({ ItemsPath: '$.l' }), Done },
      ),
    },
    {
      name: 'JSONata: a way on which the type is asked for',
      definition: onWaysInJsonata('30', "{% $type($states.input.x) = 'number' %}"),
    },
    ...[
      `States.Format('\\{"order":{}\\}', States.JsonToString($.order))`,
      `States.Format('\\{"ids":{}\\}', $.ids)`,
      `States.Format('\\{"name":"{}"\\}', $.name)`,
      `States.Format('\\{"any":{}\\}', $$.Execution.Input)`,
      `States.Format('No order: {}', $.order)`,
      `States.StringToJson(States.JsonToString($.order))`,
    ].map((call) => ({ name: call, definition: filled(call) })),
    ...['$.made.text', '$.made.any', '$.other', "States.Format('{}', $.made.count)"].map((path) => ({
      name: `${path} as a text of DynamoDB`,
      definition: machine({
        Make: {
          Type: 'Pass',
          Parameters: { text: '1', count: 1, 'any.$': '$.any' },
          ResultPath: '$.made',
          Next: 'Use',
        },
        Use: save({ 'N.$': path }),
      }),
    })),
    {
      name: 'what is a text on one way',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Make' }], Default: 'Other' },
        Make: make({ count: 1 }),
        Other: make({ count: '1' }),
        Use: save({ 'N.$': '$.count' }),
      }),
    },
    {
      name: 'a Boolean of DynamoDB',
      definition: machine({ Make: make({ on: true }), Use: save({ 'BOOL.$': '$.on' }) }),
    },
    {
      name: 'a number where another service may make a text of it',
      definition: machine({
        Make: make({ day: 1 }),
        Use: {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun',
          Parameters: { JobName: 'load', Arguments: { '--day.$': '$.day' } },
          End: true,
        },
      }),
    },
    ...["[$states.input.items[status = 'open']]", "$states.input.items[status = 'open'][]", '$states.input.items'].map(
      (items) => ({
        name: `a list, however many there are: ${items}`,
        definition: machine({ Use: each({ Items: `{% ${items} %}` }) }, jsonata),
      }),
    ),
    ...[
      ['SecondsPath', 0],
      ['SecondsPath', '${Delay}'],
      ['TimestampPath', '2030-01-01T00:00:00Z'],
      ['TimestampPath', '${At}'],
    ].map(([field, value]) => ({
      name: `${field} that takes ${JSON.stringify(value)}`,
      definition: machine({ Make: make({ at: value }), Use: { Type: 'Wait', [field!]: '$.at', Next: 'Done' }, Done }),
    })),
    {
      name: 'one value that is taken among others',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Make' }], Default: 'Other' },
        Make: make({ at: -1 }),
        Other: make({ at: 1 }),
        Use: { Type: 'Wait', SecondsPath: '$.at', Next: 'Done' },
        Done,
      }),
    },
    {
      name: 'a timeout that is long enough, and no wait',
      definition: machine({
        Settle: { Type: 'Pass', Result: { limit: 1, pause: 0 }, ResultPath: '$.settings', Next: 'Pause' },
        Pause: { Type: 'Wait', SecondsPath: '$.settings.pause', Next: 'Work' },
        Work: { ...sent, TimeoutSecondsPath: '$.settings.limit' },
      }),
    },
    {
      name: 'results that have a place, or may have one',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [machine({ One: { Type: 'Pass', End: true } })],
          ResultPath: '$.both',
          Next: 'Select',
        },
        Select: { Type: 'Pass', Result: 1, ResultPath: '$.both[0]', Next: 'Set' },
        Set: { Type: 'Pass', Result: [1], ResultPath: '$', Next: 'Drop' },
        Drop: { Type: 'Pass', ResultPath: null, Next: 'Make' },
        Make: { Type: 'Pass', Result: {}, Next: 'Deep' },
        Deep: { Type: 'Pass', Result: 1, ResultPath: '$.a.b.c', End: true },
      }),
    },
    {
      name: 'a text of DynamoDB that is read as a number',
      definition: row('States.MathAdd(States.StringToJson($.Item.n.N), 1)'),
    },
    { name: 'a counter that begins with a number', definition: rounds(0, 'States.MathAdd($.n, 1)') },
    {
      name: 'a counter of which a number is made',
      definition: rounds('0', "States.MathAdd(States.StringToJson(States.Format('{}', $.n)), 1)"),
    },
    { name: 'a text where one is due', definition: row("States.Format('{}', $.Item.n.N)") },
    {
      name: 'anything',
      definition: machine({ Use: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, End: true } }),
    },
    { definition: machine({ Make: make({ items: [1] }), Use: each({ ItemsPath: '$.items' }) }) },
    { name: 'an input that may be anything', definition: machine({ Use: each({ ItemsPath: '$.items' }) }) },
    {
      name: 'an object, for a distributed Map',
      definition: machine({ Make: make({ items: { a: 1 } }), Use: each({ ItemsPath: '$.items', ...distributed }) }),
    },
    {
      name: 'the members of an object',
      definition: machine({ Make: make({ items: { a: 1 } }), Use: each({ ItemsPath: '$.items[*]' }) }),
    },
    {
      name: 'right on one of two ways',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Make' }], Default: 'Use' },
        Make: make({ seconds: 3 }),
        Use: { Type: 'Wait', SecondsPath: '$.seconds', End: true },
      }),
    },
    { name: 'a comparison', definition: choose('{% $count($states.input.items) > 0 %}') },
    { name: 'a call that gives anything', definition: choose('{% $lookup($states.input, "isVip") %}') },
    {
      name: 'JSONata that converts',
      definition: machine({ Use: { Type: 'Wait', Seconds: '{% $number("3") %}', End: true } }, jsonata),
    },
    {
      name: 'a value that is missing is another finding',
      definition: machine({ Make: make({ a: 1 }), Use: { Type: 'Wait', SecondsPath: '$.seconds', End: true } }),
    },
    {
      name: 'digits, which a timeout may be read from',
      definition: machine({
        Make: make({ seconds: '30' }),
        Use: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSecondsPath: '$.seconds', End: true },
      }),
    },
    {
      name: 'a placeholder',
      definition: machine({
        Make: make({ seconds: '${Seconds}' }),
        Use: { Type: 'Wait', SecondsPath: '$.seconds', End: true },
      }),
    },
  ],
  invalid: [
    {
      name: 'a call that is given a text on one of two ways',
      definition: onWays({ l: '1' }, { Type: 'Pass', Parameters: { 'n.$': 'States.ArrayLength($.l)' }, End: true }),
      errors: [
        {
          message:
            '"$.l" is a string on the way "Which" > "B" > "Use", and "States.ArrayLength" takes an array there, so it fails; make JSON of it with "States.StringToJson($.l)"',
          at: '/States/Use/Parameters/n.$',
          find: '$.l',
        },
      ],
    },
    ...(
      [
        [child('sync:2', 'States.StringToJson($.run.Output)'), 'States.StringToJson', '$.run.Output', 'Parameters'],
        [childInJsonata('sync:2', '$parse($states.input.Output)'), '$parse', '$states.input.Output', 'Output'],
      ] as const
    ).map(([definition, call, path, field]) => ({
      name: `what .sync:2 has read already: ${call}`,
      definition,
      errors: [
        {
          message: `"${path}" is JSON already, for ".sync:2" has read it, and "${call}" takes a text, so it fails unless the child ends with a text itself; read "${path}" as it is`,
          at: `/States/Use/${field}/${field === 'Output' ? 'x' : 'x.$'}`,
          find: path,
        },
      ],
    })),
    {
      name: 'on one of two ways',
      definition: onWays({ l: 'a' }, each({ ItemsPath: '$.l' })),
      errors: [
        {
          message:
            '"ItemsPath" of "Use" takes an array and is given a string on the way "Which" > "B" > "Use", so it fails there; make one with "States.Array"',
          at: '/States/Use/ItemsPath',
        },
      ],
    },
    {
      name: 'JSONata: on one of two ways',
      definition: onWaysInJsonata('30', '{% $states.input.x = 1 %}'),
      errors: [
        {
          message:
            '"Seconds" of "Use" takes a number and is given a string on the way "Which" > "B" > "Use", so it fails there; convert it with "$number"',
          at: '/States/Use/Seconds',
        },
      ],
    },
    {
      name: 'an object in JSON that States.Format makes',
      definition: filled(`States.Format('\\{"order":{}\\}', $.order)`),
      errors: [
        {
          message:
            '"$.order" is an object, and "States.Format" writes it as Java does, as in "{name=a}", so the text is no JSON; use "States.JsonToString($.order)"',
          at: '/States/Use/Parameters/x.$',
          find: '$.order',
        },
      ],
    },
    {
      name: 'an object in a text that is parsed',
      definition: filled(`States.StringToJson(States.Format('{}', States.JsonMerge($.order, $.order, false)))`),
      errors: [
        {
          messageId: 'rendered',
          at: '/States/Use/Parameters/x.$',
          find: 'States.JsonMerge($.order, $.order, false)',
        },
      ],
    },
    ...["$states.input.items[status = 'open']", '$filter($states.input.items, function($item) { $item.n > 1 })'].map(
      (items) => ({
        name: `one of a list is no list: ${items}`,
        definition: machine({ Use: each({ Items: `{% ${items} %}` }) }, jsonata),
        errors: [
          {
            message:
              '"Items" of "Use" is given no list where this finds one value, and nothing where it finds none: JSONata takes a list of one for its element; put "[...]" around it',
            at: '/States/Use/Items',
            find: items,
          },
        ],
      }),
    ),
    {
      name: 'one of a list that is no list, by way of a variable',
      definition: machine(
        {
          Find: { Type: 'Pass', Assign: { open: `{% ${openOnes} %}` }, Next: 'Use' },
          Use: each({ Items: '{% $open %}' }),
        },
        jsonata,
      ),
      errors: [{ messageId: 'sequence', data: { state: 'Use' }, at: '/States/Find/Assign/open', find: openOnes }],
    },
    {
      name: 'one of a list that is no list, by way of an Output',
      definition: machine(
        {
          Find: { Type: 'Pass', Output: { open: `{% ${openOnes} %}` }, Next: 'Use' },
          Use: each({ Items: '{% $states.input.open %}' }),
        },
        jsonata,
      ),
      errors: [{ messageId: 'sequence', data: { state: 'Use' }, at: '/States/Find/Output/open', find: openOnes }],
    },
    ...(
      [
        ['SecondsPath', 1.5, 'a whole number of 0 or more'],
        ['SecondsPath', -5, 'a whole number of 0 or more'],
        ['TimestampPath', 'tomorrow', 'a timestamp such as "2024-08-18T17:33:00Z"'],
        ['TimestampPath', '2030-01-01', 'a timestamp such as "2024-08-18T17:33:00Z"'],
      ] as const
    ).map(([field, value, expected]) => ({
      name: `${field} that does not take ${value}`,
      definition: machine({ Make: make({ at: value }), Use: { Type: 'Wait', [field]: '$.at', Next: 'Done' }, Done }),
      errors: [
        {
          message: `"${field}" of "Use" takes ${expected} and is given ${JSON.stringify(value)}, so it fails; give it one where the value is made`,
          at: `/States/Use/${field}`,
        },
      ],
    })),
    ...['30', 'soon'].map((seconds) => ({
      name: `a Wait for the text ${seconds}`,
      definition: machine({
        Make: make({ seconds }),
        Use: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Done' },
        Done,
      }),
      errors: [
        {
          message:
            '"SecondsPath" of "Use" takes a number and is given a string, so it fails; make it one with "States.StringToJson"',
          at: '/States/Use/SecondsPath',
        },
      ],
    })),
    {
      name: 'numbers that are no timeouts, on each of two ways, and one in JSONata',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Make' }], Default: 'Other' },
        Make: make({ at: 0 }),
        Other: make({ at: 2.5 }),
        Use: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSecondsPath: '$.at', Next: 'Set' },
        Set: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { delay: -1 }, Next: 'Wait' },
        Wait: { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: '{% $states.input.delay %}', Next: 'Done' },
        Done,
      }),
      errors: [
        { messageId: 'wrong', at: '/States/Use/TimeoutSecondsPath' },
        { messageId: 'wrong', at: '/States/Wait/Seconds' },
      ],
    },
    {
      name: 'a timeout of nothing',
      definition: machine(
        {
          Settle: { Type: 'Pass', Assign: { limit: 0 }, Next: 'Work' },
          Work: { ...sent, TimeoutSeconds: '{% $limit %}' },
        },
        jsonata,
      ),
      errors: [
        {
          message:
            '"TimeoutSeconds" of "Work" takes 1 or more and is given 0, so it fails; give it one where the value is made',
          at: '/States/Work/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'a result that is put into the array of a Parallel',
      definition: machine({
        Both: {
          Type: 'Parallel',
          Branches: [machine({ One: { Type: 'Pass', End: true } }), machine({ Two: { Type: 'Pass', End: true } })],
          Next: 'Save',
        },
        Save: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'save', 'Payload.$': '$' },
          ResultPath: '$.saved',
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error.last', Next: 'Done' }],
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message:
            '"ResultPath" of "Save" puts the result into "$", which is an array and takes none, so it fails with "States.ResultPathMatchFailure"; make an object of it before, by "Parameters", "ItemSelector", "ResultSelector" or "ResultPath"',
          at: '/States/Save/ResultPath',
        },
        {
          message: /^"ResultPath" of a Catch of "Save" puts the result into "\$", which is an array and/,
          at: '/States/Save/Catch[0]/ResultPath',
        },
      ],
    },
    {
      name: 'a result that is put into the items of a Map, which are texts, and into its list',
      definition: machine({
        Names: { Type: 'Pass', Result: { names: ['a', 'b'] }, Next: 'Each' },
        Each: {
          Type: 'Map',
          ItemsPath: '$.names',
          ItemProcessor: machine({ Name: { Type: 'Pass', Result: 1, ResultPath: '$.n', End: true } }),
          ResultPath: '$.names.done',
          End: true,
        },
      }),
      errors: [
        {
          message: /^"ResultPath" of "Name" puts the result into "\$", which is a string and/,
          at: '/States/Each/ItemProcessor/States/Name/ResultPath',
        },
        {
          message: /^"ResultPath" of "Each" puts the result into "\$\.names", which is an array and/,
          at: '/States/Each/ResultPath',
        },
      ],
    },
    {
      name: 'a text of DynamoDB that an intrinsic function calculates with',
      definition: row('States.Array(States.MathAdd($.Item.n.N, 1))'),
      errors: [
        {
          message:
            '"$.Item.n.N" is a string, and "States.MathAdd" takes a number there, so it fails; make JSON of it with "States.StringToJson($.Item.n.N)"',
          at: '/States/Use/Parameters/x.$',
          find: '$.Item.n.N',
        },
      ],
    },
    ...(
      [
        [
          "States.StringSplit($.Item, ',')",
          /is an object, .* takes a string .* "States\.JsonToString\(\$\.Item\)"$/,
          '$.Item',
        ],
        [
          'States.ArrayLength($.Item)',
          /is an object, .* takes an array there, so it fails; read the list that is meant$/,
          '$.Item',
        ],
        [
          'States.MathAdd($.Item, 1)',
          /takes a number there, so it fails; read a member or an element of it$/,
          '$.Item',
        ],
      ] as const
    ).map(([call, message, find]) => ({
      name: call,
      definition: row(call),
      errors: [{ message, at: '/States/Use/Parameters/x.$' as const, find }],
    })),
    {
      name: 'a counter that begins with a text',
      definition: rounds('0', 'States.MathAdd($.n, 1)'),
      errors: [
        {
          message: /^"\$\.n" is a string, and "States\.MathAdd" takes a number there/,
          at: '/States/Count/Parameters/n.$',
          find: '$.n',
        },
      ],
    },
    {
      name: 'the envelope of a function instead of what it gives back',
      definition: machine({
        List: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'list' },
          Next: 'Use',
        },
        Use: each({ ItemsPath: '$' }),
      }),
      errors: [
        {
          message:
            '"ItemsPath" of "Use" takes an array and is given an object, so it fails; read the list that is in it',
          at: '/States/Use/ItemsPath',
        },
      ],
    },
    {
      name: 'an object as seconds',
      definition: machine({
        Make: make({ delay: { seconds: 30 } }),
        Use: { Type: 'Wait', SecondsPath: '$.delay', End: true },
      }),
      errors: [
        {
          message:
            '"SecondsPath" of "Use" takes a number and is given an object, so it fails; read a member or an element of it',
          at: '/States/Use/SecondsPath',
        },
      ],
    },
    ...[
      ['$.made.count', 'a number'],
      ['$.made.isOpen', 'a boolean'],
      ['States.MathAdd($.count, 1)', 'a number'],
      ['States.ArrayLength($.lines)', 'a number'],
    ].map(([path, actual]) => ({
      name: `${path} as a text of DynamoDB`,
      definition: machine({
        Make: { ...make({ count: 1, isOpen: true }), ResultPath: '$.made' },
        Use: save({ 'N.$': path }),
      }),
      errors: [
        {
          message: `"Item.count.N" of "Use" takes a string and is given ${actual}, so it fails; make it one with "States.Format"`,
          at: '/States/Use/Parameters/Item/count/N.$',
        },
      ],
    })),
    {
      name: 'JSONata: a number as a text of DynamoDB',
      definition: machine({ Use: save({ N: '{% $count($states.input.lines) %}' }, 'Arguments') }, jsonata),
      errors: [
        {
          message:
            '"Item.count.N" of "Use" takes a string and is given a number, so it fails; convert it with "$string"',
          at: '/States/Use/Arguments/Item/count/N',
        },
      ],
    },
    ...['$.instance.id', '$$.Execution.Name', "States.Format('{}', $.instance.id)"].map((path) => ({
      name: `${path} as a list`,
      definition: machine({
        Run: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances',
          Parameters: { ImageId: 'ami', MinCount: 1, MaxCount: 1 },
          ResultSelector: { 'id.$': '$.Instances[0].InstanceId' },
          ResultPath: '$.instance',
          Next: 'Use',
        },
        Use: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:ec2:describeInstances',
          Parameters: { 'InstanceIds.$': path },
          End: true,
        },
      }),
      errors: [
        {
          message:
            '"InstanceIds" of "Use" takes an array and is given a string, so it fails; make one with "States.Array"',
          at: '/States/Use/Parameters/InstanceIds.$' as const,
        },
      ],
    })),
    {
      name: 'a task token as a header of API Gateway, which takes lists',
      definition: machine({
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::apigateway:invoke.waitForTaskToken',
          TimeoutSeconds: 60,
          Parameters: { ApiEndpoint: 'a.example', Method: 'POST', Headers: { 'TaskToken.$': '$$.Task.Token' } },
          End: true,
        },
      }),
      errors: [
        {
          message:
            '"Headers.TaskToken" of "Ask" takes an array and is given a string, so it fails; make one with "States.Array"',
          at: '/States/Ask/Parameters/Headers/TaskToken.$',
        },
      ],
    },
    {
      name: 'JSONata: a text as a list',
      definition: machine(
        {
          Mail: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:sesv2:sendEmail',
            Arguments: { Destination: { ToAddresses: '{% $string($states.input.to) %}' }, Content: {} },
            End: true,
          },
        },
        jsonata,
      ),
      errors: [
        {
          message:
            '"Destination.ToAddresses" of "Mail" takes an array and is given a string, so it fails; make one with "[...]"',
          at: '/States/Mail/Arguments/Destination/ToAddresses',
        },
      ],
    },
    {
      name: 'a number as Cause',
      definition: machine({ Make: make({ code: 3 }), Use: { Type: 'Fail', Error: 'Failed', CausePath: '$.code' } }),
      errors: [
        {
          message:
            '"CausePath" of "Use" takes a string and is given a number, so it fails; make it one with "States.Format"',
          at: '/States/Use/CausePath',
        },
      ],
    },
    {
      name: 'JSONata: a number as a condition',
      definition: choose('{% $count($states.input.items) %}'),
      errors: [
        {
          message:
            '"Condition" of "Which" takes a boolean and is given a number, so it fails; compare it with something, or ask with "$exists"',
          at: '/States/Which/Choices[0]/Condition',
        },
      ],
    },
    {
      name: 'JSONata: a list as a condition',
      definition: choose("{% $split($states.input.kinds, ',') %}"),
      errors: [
        {
          message: /^"Condition" of "Which" takes a boolean and is given an array/,
          at: '/States/Which/Choices[0]/Condition',
        },
      ],
    },
    {
      name: 'JSONata: items that are none, and seconds in quotes',
      definition: machine(
        {
          Wait: { Type: 'Wait', Seconds: '{% "30" %}', Next: 'Use' },
          Use: each({ Items: '{% $count($states.input.items) %}' }),
        },
        jsonata,
      ),
      errors: [
        {
          message: '"Seconds" of "Wait" takes a number and is given a string, so it fails; convert it with "$number"',
          at: '/States/Wait/Seconds',
        },
        {
          message: '"Items" of "Use" takes an array and is given a number, so it fails; make one with "[...]"',
          at: '/States/Use/Items',
        },
      ],
    },
  ],
});
