import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const route = (rules: readonly object[], more: object = {}) => ({
  StartAt: 'Route',
  States: {
    Route: { Type: 'Choice', ...more, Choices: rules.map((test) => ({ ...test, Next: 'Done' })), Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
const jsonata = (...conditions: string[]) =>
  route(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata' },
  );
const a = (test: object) => ({ Variable: '$.a', ...test });
const mark = (path: string) => ({ at: `/States/Route/${path}`, part: 'key' as const });
const both = { And: [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })] };

/** A state that selects items. */
const selecting = (code: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Select',
  States: { Select: { Type: 'Pass', Output: `{% ${code} %}`, End: true } },
});

const set = (mode: string) => ({ Type: 'Pass', Result: mode, ResultPath: '$.mode', Next: 'Route' });
const known = (mode: string, ...rules: readonly object[]) => ({
  StartAt: 'Begin',
  States: { Begin: set(mode), ...route(rules).States },
});
/** A Choice in JSONata behind a state that has written a list out. */
const ofList = (list: readonly unknown[], condition: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'List',
  States: {
    List: { Type: 'Pass', Output: { list }, Next: 'Route' },
    ...jsonata(condition).States,
  },
});
const is = (mode: string) => ({ Variable: '$.mode', StringEquals: mode });
/** A Choice that leads to another when its rule matches, and another way to it, if there is one. */
const after = (first: object, second: object, between: object = {}, more: object = {}) => ({
  StartAt: 'First',
  ...more,
  States: {
    First: { Type: 'Choice', Choices: [{ ...first, Next: 'Between' }], Default: 'Done' },
    Between: { Type: 'Wait', Seconds: 5, Next: 'Route', ...between },
    ...route([second]).States,
  },
});
const condition = (text: string) => ({ Condition: `{% ${text} %}` });

/** A Choice behind a state that counts items. */
const counted = (test: object, Next = 'Done') => ({
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Parameters: { 'n.$': 'States.ArrayLength($.items)' }, Next: 'Route' },
    Route: { Type: 'Choice', Choices: [{ Variable: '$.n', ...test, Next }], Default: 'Done' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Odd' },
  },
});
/** A Choice that asks for what an earlier one has asked for, with a Task between them. */
const stale = (first: object, ResultPath: string | null) => ({
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Choice', Choices: [{ ...first, Next: 'Done' }], Default: 'Mend' },
    Mend: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'mend' },
      ResultPath,
      Next: 'Route',
    },
    Route: { Type: 'Choice', Choices: [{ ...first, Next: 'Done' }], Default: 'Failed' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Odd' },
  },
});
/** A Choice behind the Catch of a Task. */
const caught = (ErrorEquals: readonly string[], name: string) => ({
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge' },
      Catch: [{ ErrorEquals, ResultPath: '$.error', Next: 'Route' }],
      Next: 'Done',
    },
    ...route([{ Variable: '$.error.Error', StringEquals: name }]).States,
  },
});
const isReady = { Variable: '$.job.state', StringEquals: 'READY' };

new AslRuleTester().run('no-contradictory-conditions', rule, {
  valid: [
    ...[
      "$states.input.x[status = 'A' or status = 'B']",
      "$states.input.x[status = 'A' and owner.status = 'B']",
      "$states.input.x[status = 'A'].y[status = 'B']",
      '$states.input.x[n > 3 and n < 5]',
      '$states.input.x[n >= 3 and n <= 3]',
      '$states.input.x[n != 3 and n != 4]',
      "$states.input.x[n > 3 and n = '3']",
      "$states.input.x[status = 'A' and (status = 'B' or n = 1)]",
      "$states.input.x[status = 'A' and $not(status = 'B')]",
      "$states.input.x[$status = 'A' and status = 'B']",
      "$filter($states.input.x, function($v) { $v.status = 'A' and $v.type = 'B' })",
      "$map($states.input.x, function($v) { $v.status = 'A' and $v.status = 'B' })",
    ].map((code) => ({ name: code, definition: selecting(code) })),
    ...[
      "$states.input.a != 'x' and $states.input.a != 'y'",
      "$states.input.a != 'x' or $states.input.b != 'y'",
      "$not($exists($states.input.a)) or $states.input.a != 'x'",
      "$exists($states.input.a) or $states.input.a != 'x'",
      '$states.input.a = true or $states.input.a = false',
      '$states.input.a > 5 or $states.input.a < 5',
    ].map((text) => ({ name: `what some value does not meet: ${text}`, definition: jsonata(text) })),
    {
      name: 'a rule that leaves nothing is a finding of no-unused-default',
      definition: route([{ Or: [{ Not: a({ StringEquals: 'x' }) }, { Not: a({ StringEquals: 'y' }) }] }]),
    },
    { name: 'a list that has the value', definition: ofList(['a', 'b'], "'a' in $states.input.list") },
    {
      name: 'a list that is not all known',
      definition: ofList(['a', '{% $states.input.more %}'], "'x' in $states.input.list"),
    },
    {
      name: 'one of the errors that are caught',
      definition: caught(['Card.Declined', 'Card.Expired'], 'Card.Expired'),
    },
    ...['States.ALL', 'States.TaskFailed', 'States.Timeout', '${Error}'].map((name) => ({
      name: `what ${name} stands for`,
      definition: caught([name], 'States.HeartbeatTimeout'),
    })),
    { name: 'a count may be any from zero on', definition: counted({ NumericLessThan: 1 }) },
    { name: 'a guard that fails for another type', definition: counted({ IsNumeric: false }, 'Failed') },
    { name: 'another result since the last test', definition: stale(isReady, '$.job') },
    { definition: route([{ And: [a({ NumericGreaterThan: 5 }), a({ NumericLessThan: 10 })] }]) },
    { name: 'either', definition: route([{ Or: both.And }]) },
    {
      name: 'two places',
      definition: route([{ And: [a({ StringEquals: 'x' }), { Variable: '$.b', StringEquals: 'y' }] }]),
    },
    { name: 'neither', definition: route([{ And: both.And.map((Not) => ({ Not })) }]) },
    {
      name: 'a guard',
      definition: route([{ And: [a({ IsPresent: true }), a({ IsString: true }), a({ StringMatches: 'x*' })] }]),
    },
    {
      name: 'a timestamp is a text, too',
      definition: route([{ And: [a({ IsString: true }), a({ IsTimestamp: true })] }]),
    },
    {
      name: 'a literal that is filled in',
      definition: route([{ And: [a({ StringEquals: '${A}' }), a({ StringEquals: 'x' })] }]),
    },
    {
      name: 'not both',
      definition: jsonata(
        "$states.input.a = 'x' or $states.input.a = 'y'",
        '$states.input.n > 5 and $states.input.n < 6',
      ),
    },
    { name: 'switched off', definition: jsonata('false') },
    { name: 'a value that is the one', definition: known('fast', is('fast')) },
    {
      name: 'a value that is set on one of two ways',
      definition: {
        StartAt: 'Which',
        States: {
          Which: { Type: 'Choice', Choices: [{ ...a({ IsPresent: true }), Next: 'Begin' }], Default: 'Route' },
          Begin: set('fast'),
          ...route([is('slow')]).States,
        },
      },
    },
    { name: 'the Choice before', definition: after(a({ NumericGreaterThan: 5 }), a({ NumericLessThan: 10 })) },
    {
      name: 'something happens between two Choices',
      definition: after(a({ StringEquals: 'x' }), a({ StringEquals: 'y' }), {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        Seconds: undefined,
      }),
    },
    {
      name: 'another way leads past the Choice before',
      definition: (() => {
        const { States } = after(a({ StringEquals: 'x' }), a({ StringEquals: 'y' }));
        const Which = {
          Type: 'Choice',
          Choices: [{ Variable: '$.b', IsNull: true, Next: 'First' }],
          Default: 'Between',
        };
        return { StartAt: 'Which', States: { Which, ...States } };
      })(),
    },
    {
      name: 'where the execution is differs from Choice to Choice',
      definition: after(
        { Variable: '$$.State.Name', StringEquals: 'First' },
        { Variable: '$$.State.Name', StringEquals: 'Route' },
      ),
    },
    {
      name: 'JSONata: each asks the clock anew',
      definition: after(
        condition('$millis() > $states.input.a'),
        condition('$millis() <= $states.input.a'),
        {},
        { QueryLanguage: 'JSONata' },
      ),
    },
  ],
  invalid: [
    ...(
      [
        ["$states.input.x[status = 'A' and status = 'B']", "status = 'B'", 'status = "A" and status = "B"'],
        ["$states.input.x['A' = status and n = 1 and status = 'B']", "status = 'B'", 'status = "A" and status = "B"'],
        ["$states.input.x[status = 'A'][status = 'B'].id", "status = 'B'", 'status = "A" and status = "B"'],
        ['$states.input.x[n > 5 and n < 3]', 'n < 3', 'n > 5 and n < 3'],
        ['$states.input.x[n > 3 and (3 >= n)]', '>= n', 'n > 3 and n <= 3'],
        ['$states.input.x[owner.n = 1 and owner.n > 3]', 'owner.n > 3', 'owner.n = 1 and owner.n > 3'],
        ['$states.input.x[open = true and open != true]', 'open != true', 'open = true and open != true'],
        ['$filter($states.input.x, function($v) { $v.n > 5 and $v.n < 3 })', '$v.n < 3', '$v.n > 5 and $v.n < 3'],
        ["$x ~> $single(function($v) { $v.s = 'a' and $v.s = 'b' })", "$v.s = 'b'", '$v.s = "a" and $v.s = "b"'],
        ["$x[s = 'a' and s = 'b']", "s = 'b'", 's = "a" and s = "b"'],
      ] as const
    ).map(([code, find, words]) => ({
      name: code,
      definition: selecting(code),
      errors: [
        {
          message: `This filter lets nothing through, because it cannot be that ${words}; join the two by "or" if either will do, or correct one of them`,
          at: '/States/Select/Output',
          find,
        },
      ],
    })),
    ...[
      "$states.input.a != 'x' or $states.input.a != 'y'",
      '$states.input.a > 5 or $states.input.a <= 10',
      "$states.input.b = 1 and ($states.input.a != 'x' or $states.input.a != 'y')",
    ].map((text) => ({
      name: `an Or that holds for every value: ${text}`,
      definition: jsonata(text),
      errors: [{ messageId: 'always', data: { number: '1', state: 'Route' }, ...mark('Choices[0]/Condition') }],
    })),
    {
      name: 'an Or that holds for every value that is there',
      definition: route([
        {
          And: [a({ IsPresent: true }), { Or: [{ Not: a({ StringEquals: 'x' }) }, { Not: a({ StringEquals: 'y' }) }] }],
        },
      ]),
      errors: [
        {
          message:
            'An Or in rule 1 of "Route" holds for every value, because none makes all its parts false; join them by And if all are to hold, or correct one of them',
          ...mark('Choices[0]/And'),
        },
      ],
    },
    {
      name: 'a comparison of what is never there',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Asked?',
        States: {
          'Asked?': {
            Type: 'Choice',
            Choices: [{ Condition: "{% $states.context.Task.Token = 'x' %}", Next: 'Done' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
      errors: [
        {
          message:
            'Rule 1 of "Asked?" never matches, because "$states.context.Task.Token" is never there by the Context Object; correct the condition, or remove the rule',
          at: '/States/Asked?/Choices[0]/Condition',
          part: 'key',
        },
      ],
    },
    {
      name: 'a list that lacks the value',
      definition: ofList(['a', 'b'], "'x' in $states.input.list"),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because "$states.input.list" is always ["a","b"] on every way to it; correct the condition or what brings the value, or remove the rule',
          ...mark('Choices[0]/Condition'),
        },
      ],
    },
    {
      name: 'another error than the one that is caught',
      definition: caught(['Card.Declined'], 'CardDeclined'),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because "$.error.Error" is always "Card.Declined" on every way to it; correct the condition or what brings the value, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'another error than those that are caught, a timeout among them',
      definition: caught(['States.Timeout', 'Card.Declined'], 'Card.Expired'),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because "$.error.Error" is "States.Timeout" or "Card.Declined" or "States.HeartbeatTimeout" on every way to it; correct the condition or what brings the value, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'a count below zero',
      definition: counted({ NumericLessThan: 0 }),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because "$.n" is always a whole number of 0 or more by the Parameters of "Count"; correct the condition, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'a count that is no whole number',
      definition: counted({ NumericEquals: 2.5 }),
      errors: [{ messageId: 'kinds', ...mark('Choices[0]/Variable') }],
    },
    {
      name: 'a number is no null, which is no guard here',
      definition: counted({ IsNull: true }),
      errors: [{ messageId: 'kinds', ...mark('Choices[0]/Variable') }],
    },
    {
      name: 'the same as before, with a Task between that leaves it as it is',
      definition: stale(isReady, '$.mended'),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because a Choice before has shown of "$.job.state" that StringEquals "READY" is false; correct the condition, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'JSONata: the type of what is known',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Read',
        States: {
          Read: { Type: 'Pass', Output: { n: '{% $number($states.input.n) %}' }, Next: 'Route' },
          ...jsonata("$type($states.input.n) = 'string'").States,
        },
      },
      errors: [
        {
          message: /because "\$states\.input\.n" is always a number by the Output of "Read"/,
          ...mark('Choices[0]/Condition'),
        },
      ],
    },
    ...['$match($states.input.name, /^a/)', '$keys($states.input.order)', "$split($states.input.name, ',')"].map(
      (condition) => ({
        name: `JSONata: ${condition}, which is no boolean`,
        definition: jsonata(condition),
        errors: [{ messageId: 'rule', ...mark('Choices[0]/Condition') }],
      }),
    ),
    {
      name: 'JSONata: none, and yet a first one',
      definition: jsonata("$count($states.input.lines) = 0 and $states.input.lines[0].sku = 'x'"),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/Condition') }],
    },
    {
      name: 'JSONata: no elements of a variable, and yet one',
      definition: jsonata('$count($lines) = 0 and $exists($lines[2])'),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/Condition') }],
    },
    {
      name: 'a value that is always another one',
      definition: known('fast', is('slow')),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because "$.mode" is always "fast" on every way to it; correct the condition or what brings the value, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'none of the values that a contract names',
      definition: route([{ Variable: '$$.Execution.Input.kind', StringEquals: 'cash' }, is('cash')]),
      contracts: {
        input: {
          type: 'object',
          properties: { kind: { enum: ['card', 'iban'] }, mode: { const: 'card' } },
          required: ['kind', 'mode'],
        },
      },
      errors: [
        {
          message: /because "\$\$\.Execution\.Input\.kind" is "card" or "iban" by the contract/,
          ...mark('Choices[0]/Variable'),
        },
        { message: /and "\$\.mode" is always "card" by the contract/, ...mark('Choices[1]/Variable') },
      ],
    },
    {
      name: 'what lambda:invoke always gives back',
      definition: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'f' },
            ResultPath: '$.call',
            Next: 'Route',
          },
          ...route([{ Variable: '$.call.StatusCode', IsPresent: false }]).States,
        },
      },
      errors: [{ message: /because "\$\.call\.StatusCode" is always there/, ...mark('Choices[0]/Variable') }],
    },
    {
      name: 'JSONata: a variable',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Begin',
        States: {
          Begin: { Type: 'Pass', Assign: { mode: 'fast' }, Next: 'Route' },
          ...jsonata("$exists($mode) and $mode = 'slow'").States,
        },
      },
      errors: [
        { message: /because "\$mode" is always there and "\$mode" is always "fast"/, ...mark('Choices[0]/Condition') },
      ],
    },
    {
      name: 'the Choice before has tested the same',
      definition: after(a({ StringEquals: 'x' }), a({ StringEquals: 'y' })),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because the Choice before it has tested the same: it cannot be that $.a StringEquals "x" is true and $.a StringEquals "y" is true; correct one of the tests, or remove the rule',
          ...mark('Choices[0]/Variable'),
        },
      ],
    },
    {
      name: 'JSONata: the Choice before',
      definition: after(
        condition("$states.input.a = 'x'"),
        condition("$states.input.a = 'y'"),
        {},
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'tested', ...mark('Choices[0]/Condition') }],
    },
    {
      name: 'two texts at once',
      definition: route([both]),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because it cannot be that $.a StringEquals "x" is true and $.a StringEquals "y" is true; correct the condition, or remove the rule',
          ...mark('Choices[0]/And'),
        },
      ],
    },
    {
      name: 'an empty range',
      definition: route([a({ IsNull: true }), { And: [a({ NumericGreaterThan: 10 }), a({ NumericLessThan: 5 })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[1]/And') }],
    },
    {
      name: 'two types at once',
      definition: route([{ And: [a({ IsNumeric: true }), a({ StringEquals: '5' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'missing and yet equal',
      definition: route([{ And: [a({ IsPresent: false }), a({ StringEquals: 'x' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'a text that does not match the pattern',
      definition: route([{ And: [a({ StringMatches: 'x*' }), a({ StringEquals: 'yx' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'a test and its opposite',
      definition: route([{ And: [a({ BooleanEquals: true }), { Not: a({ BooleanEquals: true }) }] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'hidden in an Or',
      definition: route([{ Or: [a({ StringEquals: 'z' }), both] }]),
      errors: [
        {
          message:
            'This part of rule 1 of "Route" is never true, because it cannot be that $.a StringEquals "x" is true and $.a StringEquals "y" is true; correct the condition, or remove the part',
          ...mark('Choices[0]/Or[1]/And'),
        },
      ],
    },
    {
      name: 'JSONata',
      definition: jsonata(
        "$states.input.a = 'x' and $states.input.a = 'y'",
        '$states.input.n > 10 and $states.input.n < 5',
      ),
      errors: [0, 1].map((index) => ({ messageId: 'rule' as const, ...mark(`Choices[${index}]/Condition`) })),
    },
  ],
});
