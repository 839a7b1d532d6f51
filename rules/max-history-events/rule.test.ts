import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const work = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ResultPath: null,
  Next: 'Count',
  ...more,
});
const Done = { Type: 'Succeed' };
const more = (rule: object, back: 'Next' | 'Default' = 'Next') => ({
  Type: 'Choice',
  Choices: [{ ...rule, Next: back === 'Next' ? 'Work' : 'Done' }],
  Default: back === 'Next' ? 'Done' : 'Work',
});
const below = (bound: number) => ({ Variable: '$.loop.count', NumericLessThan: bound });

/** Counts in the data of JSONPath. */
const counted = (choice: object, count: object = {}, states: object = {}) => ({
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Result: { count: 0 }, ResultPath: '$.loop', Next: 'Work' },
    Work: work(),
    Count: {
      Type: 'Pass',
      Parameters: { 'count.$': 'States.MathAdd($.loop.count, 1)' },
      ResultPath: '$.loop',
      Next: 'More?',
      ...count,
    },
    'More?': choice,
    Done,
    ...states,
  },
});

/** Counts in a variable, in JSONata. */
const assigned = (Condition: string, step = '{% $i + 1 %}', back: 'Next' | 'Default' = 'Next', begin: unknown = 0) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { i: begin }, Next: 'Work' },
    Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Assign: { i: step }, Next: 'More?' },
    'More?': more({ Condition }, back),
    Done,
  },
});

/** A Map of a list that an earlier state has written out, too long to be kept element by element. */
const listed = (count: number, states: object, language: 'JSONata' | 'JSONPath') => {
  const all = Array.from({ length: count }, (_, id) => ({ id }));
  const isJsonata = language === 'JSONata';
  const { States } = each(isJsonata ? { Items: '{% $states.input.all %}' } : { ItemsPath: '$.all' }, states);
  const list = isJsonata ? { Output: { all } } : { Result: { all } };
  return {
    QueryLanguage: language,
    StartAt: 'List',
    States: { List: { Type: 'Pass', ...list, Next: 'Each' }, ...States },
  };
};
const each = (fields: object, states: object, language = 'JSONata') => ({
  QueryLanguage: language,
  StartAt: 'Each',
  States: {
    Each: { Type: 'Map', ItemProcessor: { StartAt: Object.keys(states)[0], States: states }, ...fields, End: true },
  },
});
const send = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true };

/** Two loops, each counted in a variable: of the outer one each round sets the counter of the inner one. */
const nested = (outer: number, inner: number, states: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { i: 0 }, Next: 'Outer' },
    Outer: { Type: 'Pass', Assign: { i: '{% $i + 1 %}', j: 0 }, Next: 'Work' },
    Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Assign: { j: '{% $j + 1 %}' }, Next: 'Again?' },
    'Again?': {
      Type: 'Choice',
      Choices: [{ Condition: `{% $j < ${inner} %}`, Next: 'Work' }],
      Default: 'More?',
    },
    'More?': { Type: 'Choice', Choices: [{ Condition: `{% $i < ${outer} %}`, Next: 'Outer' }], Default: 'Done' },
    Done,
    ...states,
  },
});

const repeating = (bound: number) => ({
  Begin: { Type: 'Pass', Assign: { j: 0 }, Next: 'Work' },
  Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Assign: { j: '{% $j + 1 %}' }, Next: 'Again?' },
  'Again?': { Type: 'Choice', Choices: [{ Condition: `{% $j < ${bound} %}`, Next: 'Work' }], Default: 'Sent' },
  Sent: { Type: 'Succeed' },
});

const pausing = (machine: object, pause: object) => ({
  ...machine,
  ...counted(more(below(10_000)), { Next: 'Pause' }, { Pause: { Type: 'Wait', ...pause, Next: 'More?' } }),
});

new AslRuleTester().run('max-history-events', rule, {
  valid: [
    { name: 'few rounds', definition: counted(more(below(2_777))) },
    { name: 'Express workflows have no history', definition: counted(more(below(10_000))), type: 'EXPRESS' },
    {
      name: 'large steps',
      definition: counted(more(below(10_000)), { Parameters: { 'count.$': 'States.MathAdd($.loop.count, 100)' } }),
    },
    {
      name: 'a step that is not known',
      definition: counted(more(below(10_000)), { Parameters: { 'count.$': 'States.MathAdd($.loop.count, $.step)' } }),
    },
    { name: 'a step away from the bound', definition: assigned('{% $i < 10000 %}', '{% $i - 1 %}') },
    {
      name: 'a beginning that is not known',
      definition: assigned('{% $i < 10000 %}', '{% $i + 1 %}', 'Next', '{% $states.input.from %}'),
    },
    {
      name: 'a count that a Task may give',
      definition: { ...counted(more(below(10_000)), {}, { Work: work({ ResultPath: '$' }) }) },
    },
    {
      name: 'a count that a Task may put where it is',
      definition: { ...counted(more(below(10_000)), {}, { Work: work({ ResultPath: '$.loop' }) }) },
    },
    {
      name: 'a smaller bound beside the large one',
      definition: counted(
        { Type: 'Choice', Choices: [{ ...below(10_000), Next: 'Enough?' }], Default: 'Done' },
        {},
        {
          'Enough?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.loop.count', NumericGreaterThan: 50, Next: 'Done' }],
            Default: 'Work',
          },
        },
      ),
    },
    {
      name: 'one part of an Or keeps the loop going, whatever the count is',
      definition: assigned('{% $i < 10000 or $states.input.more %}'),
    },
    {
      name: 'a timeout ends a loop that waits',
      definition: {
        TimeoutSeconds: 3600,
        ...counted(more(below(10_000)), { Next: 'Pause' }, { Pause: { Type: 'Wait', Seconds: 60, Next: 'More?' } }),
      },
    },
    {
      name: 'a timeout of less than twice the time until the history is full',
      definition: pausing({ TimeoutSeconds: 40_000 }, { Seconds: 10 }),
    },
    {
      name: 'a wait that is not known',
      definition: pausing({ TimeoutSeconds: 900_000 }, { SecondsPath: '$.seconds' }),
    },
    {
      name: 'a bound that is filled in',
      code: JSON.stringify(counted(more({ Variable: '$.loop.count', NumericLessThan: '@' }))).replace(
        '"@"',
        '${Bound}',
      ),
    },
    { name: 'another variable', definition: assigned('{% $j < 10000 %}') },
    ...(['JSONPath', 'JSONata'] as const).map((language) => ({
      name: `a few items that an earlier state has written out in ${language}`,
      definition: listed(2000, { Send: send }, language),
    })),
    { name: 'few items', definition: each({ Items: '{% [1..100] %}' }, { Send: send }) },
    { name: 'items that nobody knows', definition: each({ Items: '{% $states.input.all %}' }, { Send: send }) },
    {
      name: 'items with histories of their own',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% [1..10000] %}',
            ItemProcessor: {
              ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
              StartAt: 'Send',
              States: { Send: send },
            },
            End: true,
          },
        },
      },
    },
    { name: 'few rounds of a loop inside a loop', definition: nested(40, 60) },
    {
      name: 'an inner loop that something else may end',
      definition: nested(100, 60, {
        'Again?': {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.done %}', Next: 'More?' },
            { Condition: '{% $j < 60 %}', Next: 'Work' },
          ],
          Default: 'More?',
        },
      }),
    },
    {
      name: 'a way round without the inner loop',
      definition: nested(100, 60, {
        Outer: { Type: 'Pass', Assign: { i: '{% $i + 1 %}', j: 0 }, Next: 'Any?' },
        'Any?': {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.any %}', Next: 'Work' }],
          Default: 'More?',
        },
      }),
    },
    { name: 'few rounds in each item', definition: each({ Items: '{% [1..50] %}' }, repeating(60)) },
    {
      name: 'items that need not go round',
      definition: each(
        { Items: '{% [1..50] %}' },
        {
          'Any?': {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.any %}', Next: 'Begin' }],
            Default: 'Sent',
          },
          ...repeating(100),
        },
      ),
    },
  ],
  invalid: [
    {
      name: 'a loop inside a loop',
      definition: nested(100, 60),
      errors: [
        {
          message:
            '"Outer", "Work" and others may go round 100 times, until "$i" comes to 100, and each round, with 60 rounds of "Work" and "Again?", adds 424 events or more: after about 58 rounds the history of the execution is full with 25,000 events, and it fails; lower the bound, or go on in a new execution before',
          at: '/States/More?/Choices[0]/Condition',
        },
      ],
    },
    {
      name: 'the inner loop alone',
      definition: nested(2, 5000),
      errors: [
        { message: /^"Work" and "Again\?" may go round 5000 times, /, at: '/States/Again?/Choices[0]/Condition' },
      ],
    },
    {
      name: 'a loop in each item',
      definition: each({ Items: '{% [1..50] %}' }, repeating(100)),
      errors: [{ message: /^"Each" runs 50 items, and each adds 706 events or more/, at: '/States/Each', part: 'key' }],
    },
    {
      name: 'a timeout that is far away',
      definition: pausing({ TimeoutSeconds: 900_000 }, { Seconds: 10 }),
      errors: [{ messageId: 'loop', at: '/States/More?/Choices[0]/NumericLessThan' }],
    },
    {
      name: 'a counter in the data',
      definition: counted(more(below(10_000))),
      errors: [
        {
          message:
            '"Work", "Count" and "More?" may go round 10000 times, until "$.loop.count" comes to 10000, and each round adds 9 events or more: after about 2777 rounds the history of the execution is full with 25,000 events, and it fails; lower the bound, or go on in a new execution before',
          at: '/States/More?/Choices[0]/NumericLessThan',
        },
      ],
    },
    {
      name: 'the end of the loop as a rule, in an Or',
      definition: counted(
        more(
          {
            Or: [
              { Variable: '$.done', IsPresent: true },
              { Variable: '$.loop.count', NumericGreaterThanEquals: 5_000 },
            ],
          },
          'Default',
        ),
      ),
      errors: [{ messageId: 'loop', at: '/States/More?/Choices[0]/Or[1]/NumericGreaterThanEquals' }],
    },
    {
      name: 'going on as a part of an And',
      definition: counted(
        more({
          And: [
            { Variable: '$.next', IsPresent: true },
            { Variable: '$.loop.count', NumericLessThanEquals: 5_000 },
          ],
        }),
      ),
      errors: [{ message: / may go round 5001 times, /, at: '/States/More?/Choices[0]/And[1]/NumericLessThanEquals' }],
    },
    {
      name: 'a variable in JSONPath, equal at last',
      definition: {
        StartAt: 'Begin',
        States: {
          Begin: { Type: 'Pass', Assign: { i: 0 }, Next: 'Work' },
          Work: work({ Assign: { 'i.$': 'States.MathAdd($i, 1)' }, Next: 'More?' }),
          'More?': more({ Variable: '$i', NumericEquals: 4_000 }, 'Default'),
          Done,
        },
      },
      errors: [
        {
          message: / may go round 4000 times, until "\$i" comes to 4000, .* 7 events /,
          at: '/States/More?/Choices[0]/NumericEquals',
        },
      ],
    },
    ...(
      [
        ['{% $i < 5000 %}', '{% $i + 1 %}', 'Next', 0],
        ['{% 5000 >= $i and $states.input.more %}', '{% 1 + $i %}', 'Next', 1],
        ['{% $states.input.done or $i >= 5000 %}', '{% ($i + 1) %}', 'Default', 0],
        ['{% $i > 0 %}', '{% $i - 1 %}', 'Next', 5000],
      ] as const
    ).map(([condition, step, back, begin]) => ({
      name: `${condition} from ${begin}`,
      definition: assigned(condition, step, back, begin),
      errors: [{ message: /^"Work" and "More\?" may go round 5000 times, /, at: '/States/More?/Choices[0]/Condition' }],
    })),
    {
      name: 'a range of items',
      definition: each({ Items: '{% [1..10000] %}' }, { Send: send }),
      errors: [
        {
          message:
            '"Each" runs 10000 items, and each adds 7 events or more to the history of the execution: together 70004, and at 25,000 it fails; set "Mode" to "DISTRIBUTED", which gives the items histories of their own',
          at: '/States/Each',
          part: 'key',
        },
      ],
    },
    ...(['JSONPath', 'JSONata'] as const).map((language) => ({
      name: `the items that an earlier state has written out in ${language}`,
      definition: listed(6000, { Send: send }, language),
      errors: [{ message: /^"Each" runs 6000 items, /, at: '/States/Each', part: 'key' as const }],
    })),
    {
      name: 'the items that an earlier state makes, and Maps in Maps',
      definition: {
        StartAt: 'Range',
        States: {
          Range: { Type: 'Pass', Parameters: { 'all.$': 'States.ArrayRange(1, 100, 1)' }, Next: 'Each' },
          Each: {
            Type: 'Map',
            ItemsPath: '$.all',
            ItemProcessor: {
              StartAt: 'Hours',
              States: {
                Hours: { Type: 'Pass', Parameters: { 'all.$': 'States.ArrayRange(0, 23, 1)' }, Next: 'Hour' },
                Hour: {
                  Type: 'Map',
                  ItemsPath: '$.all',
                  ItemProcessor: {
                    StartAt: 'Both',
                    States: {
                      Both: { Type: 'Parallel', Branches: [{ StartAt: 'Send', States: { Send: send } }], End: true },
                    },
                  },
                  End: true,
                },
              },
            },
            End: true,
          },
        },
      },
      // 100 x (2 + 2 + 4 + 24 x (2 + 4 + 1 + 5)) + 4
      errors: [
        {
          message: /^"Each" runs 100 items, and each adds 296 events .*: together 29604, /,
          at: '/States/Each',
          part: 'key',
        },
      ],
    },
  ],
});
