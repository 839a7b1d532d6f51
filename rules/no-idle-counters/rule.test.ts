import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

type Part = Record<string, unknown>;

const work = (more: Part = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ResultPath: '$.sent',
  Next: 'More?',
  ...more,
});
const begin = (more: Part = { Result: { count: 0 }, ResultPath: '$.loop' }) => ({
  Type: 'Pass',
  Next: 'Work',
  ...more,
});
const add = (count: unknown, more: Part = {}) => ({
  Type: 'Pass',
  Parameters: { 'count.$': count },
  ResultPath: '$.loop',
  Next: 'Work',
  ...more,
});
const below = (test: Part = { Variable: '$.loop.count', NumericLessThan: 10 }) => ({
  Type: 'Choice',
  Choices: [{ Next: 'Step', ...test }],
  Default: 'Done',
});
const loop = (Step: object, more: { Begin?: object; Work?: object; 'More?'?: object; Back?: object } = {}) => ({
  StartAt: 'Begin',
  States: { Begin: begin(), Work: work(), 'More?': below(), Step, Done: { Type: 'Succeed' }, ...more },
});
const jsonata = (
  assign: Part | undefined,
  condition = '{% $i < 10 %}',
  start: Part = { i: 0 },
  more: { Work?: object; 'More?'?: object; Other?: object } = {},
) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: start, Next: 'Work' },
    Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Next: 'More?' },
    'More?': { Type: 'Choice', Choices: [{ Condition: condition, Next: 'Step' }], Default: 'Done' },
    Step: { Type: 'Pass', ...(assign && { Assign: assign }), Next: 'Work' },
    Done: { Type: 'Succeed' },
    ...more,
  },
});
const until = (condition: string) => ({
  Type: 'Choice',
  Choices: [{ Condition: condition, Next: 'Done' }],
  Default: 'Step',
});
const pause = (more: Part = {}) => ({ Type: 'Wait', Seconds: 5, Next: 'Work', ...more });
/** `Step` makes the sum inside an object, and `Back` moves it to where it is compared. */
const moved = (sum: string, back: Part = {}, step: Part = {}) =>
  loop(
    { Type: 'Pass', Parameters: { 'sum.$': sum }, ResultPath: '$.made', Next: 'Back', ...step },
    {
      Begin: begin({ Result: 0, ResultPath: '$.count' }),
      'More?': below({ Variable: '$.count', NumericLessThan: 10 }),
      Back: { Type: 'Pass', InputPath: '$.made.sum', ResultPath: '$.count', Next: 'Work', ...back },
    },
  );
const status = '$.sent.MessageId';
const running = { Variable: status, StringEquals: 'RUNNING', Next: 'Work' };
const beyond = { Variable: '$.loop.count', NumericGreaterThanEquals: 10, Next: 'Failed' };
const within = { Variable: '$.loop.count', NumericLessThan: 10, Next: 'Work' };
/** Counts before it asks, so that each rule leads on or out by itself. */
const asking = (rules: object[], Default: string, more: object = {}) => ({
  StartAt: 'Begin',
  States: {
    Begin: begin(),
    Work: work({ Next: 'Step' }),
    Step: add('States.MathAdd($.loop.count, 1)', { Next: 'More?' }),
    'More?': {
      Type: 'Choice',
      Choices: [{ Variable: status, StringEquals: 'DONE', Next: 'Done' }, ...rules],
      Default,
    },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
    ...more,
  },
});
const atRule = (index: number, operator = 'NumericGreaterThanEquals') =>
  `/States/More?/Choices[${index}]/${operator}` as const;
const wholeLoop = '"Work", "More?" and "Step" go round until';
const atTest = '/States/More?/Choices[0]/NumericLessThan';
const atCondition = '/States/More?/Choices[0]/Condition';

new AslRuleTester().run('no-idle-counters', rule, {
  valid: [
    { name: 'the bound is asked for before the rule that leads on', definition: asking([beyond, running], 'Failed') },
    { name: 'a Default that leads out', definition: asking([within], 'Failed') },
    { name: 'a rule that leads on is behind the bound', definition: asking([running, beyond], 'Work') },
    {
      name: 'a rule that leads on, and counts something more',
      definition: asking([{ ...within, Next: 'Pause' }], 'Work', { Pause: pause() }),
    },
    {
      name: 'the rule that leads on asks for the count as well',
      definition: asking(
        [
          {
            And: [
              { Variable: status, StringEquals: 'RUNNING' },
              { Variable: '$.loop.count', NumericLessThan: 10 },
            ],
            Next: 'Work',
          },
          beyond,
        ],
        'Failed',
      ),
    },
    {
      name: 'something else is compared that ends the loop',
      definition: asking([{ Variable: '$.sent.Left', NumericGreaterThan: 0, Next: 'Work' }, beyond], 'Failed'),
    },
    {
      name: 'the bound tells one success from another',
      definition: asking([running, { ...beyond, Next: 'Late' }], 'Done', { Late: { Type: 'Succeed' } }),
    },
    {
      name: 'a reminder is sent from a count on',
      definition: asking([{ ...beyond, Next: 'Remind' }], 'Work', {
        Remind: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', ResultPath: null, Next: 'Work' },
      }),
    },
    {
      name: 'what is compared is not counted',
      definition: asking([{ ...within, Variable: '$.sent.Size' }], 'Work'),
    },
    {
      name: 'a rule that puts something elsewhere than the Default',
      definition: jsonata(
        { i: '{% $i + 1 %}' },
        '{% $done %}',
        { i: 0 },
        {
          'More?': {
            Type: 'Choice',
            Choices: [
              { Condition: '{% $states.input.done %}', Next: 'Done' },
              { Condition: '{% $i > 10 %}', Assign: { slow: true }, Next: 'Step' },
            ],
            Default: 'Step',
          },
        },
      ),
    },
    { name: 'counted up', definition: loop(add('States.MathAdd($.loop.count, 1)')) },
    { name: 'counted up and moved back', definition: moved('States.MathAdd($.count, 1)') },
    { name: 'something else is moved', definition: moved('States.MathAdd($.count, -1)', { InputPath: '$.sent' }) },
    { name: 'what is moved is made of something else', definition: moved('States.MathAdd($.other, -1)') },
    {
      name: 'what is moved may have been made by another state',
      definition: loop(
        { Type: 'Pass', Parameters: { 'sum.$': 'States.MathAdd($.count, -1)' }, ResultPath: '$.made', Next: 'Back' },
        {
          Begin: begin({ Result: 0, ResultPath: '$.count' }),
          Work: work({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Back' }] }),
          'More?': below({ Variable: '$.count', NumericLessThan: 10 }),
          Back: { Type: 'Pass', InputPath: '$.made.sum', ResultPath: '$.count', Next: 'Work' },
        },
      ),
    },
    { name: 'counted up, the number first', definition: loop(add('States.MathAdd(2, $.loop.count)')) },
    {
      name: 'counted down to a lower bound',
      definition: loop(add('States.MathAdd($.loop.count, -1)'), {
        Begin: begin({ Result: { count: 9 }, ResultPath: '$.loop' }),
        'More?': below({ Variable: '$.loop.count', NumericGreaterThan: 0 }),
      }),
    },
    {
      name: 'counted by a Task',
      definition: loop({ ...work({ ResultPath: '$.loop', Next: 'Work' }) }),
    },
    { name: 'a Task that gives back all of the data', definition: loop(pause(), { Work: work({ ResultPath: '$' }) }) },
    { name: 'and one without a ResultPath', definition: loop(pause(), { Work: { ...work(), ResultPath: undefined } }) },
    { name: 'a result that is filled in', definition: loop(pause(), { Work: work({ ResultPath: '${Path}' }) }) },
    { name: 'a part of the data goes on', definition: loop(pause({ InputPath: '$.next' })) },
    { name: 'another part of the data goes on', definition: loop(pause({ OutputPath: '$.next' })) },
    {
      name: 'a Catch in the loop that puts the error there',
      definition: loop(pause(), {
        Work: work({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.loop', Next: 'Step' }] }),
      }),
    },
    {
      name: 'a number of the data that nobody calls a counter',
      definition: loop(pause(), {
        Begin: begin({}),
        'More?': below({ Variable: '$.order.priority', NumericLessThan: 10 }),
      }),
    },
    {
      name: 'the limit of a counter is none itself',
      definition: loop(pause(), {
        Begin: begin({}),
        'More?': below({ Variable: '$.maxAttempts', NumericGreaterThan: 0 }),
      }),
    },
    {
      name: 'set on one way round only: a Default counts on',
      definition: jsonata({ i: '{% $i + 1 %}' }, undefined, undefined, {
        'More?': {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $i >= 3 %}', Next: 'Done' },
            { Condition: '{% $states.input.again %}', Assign: { i: 0 }, Next: 'Step' },
          ],
          Default: 'Step',
        },
      }),
    },
    {
      name: 'set on the way out only',
      definition: jsonata({ i: '{% $i + 1 %}' }, undefined, undefined, {
        'More?': {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.stop %}', Assign: { i: 0 }, Next: 'Done' },
            { Condition: '{% $i = 2 %}', Next: 'Done' },
          ],
          Default: 'Step',
        },
      }),
    },
    {
      name: 'a Task sets it, and its Catch counts',
      definition: jsonata(undefined, '{% $i < 3 %}', undefined, {
        Work: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Assign: { i: 0 },
          Catch: [{ ErrorEquals: ['States.ALL'], Assign: { i: '{% $i + 1 %}' }, Next: 'More?' }],
          Next: 'More?',
        },
      }),
    },
    {
      name: 'States.MathAdd rounds 1.6 before it adds nothing to it',
      definition: loop(add('States.MathAdd($.loop.count, 0)'), {
        Begin: begin({ Result: { count: 1.6 }, ResultPath: '$.loop' }),
        'More?': below({ Variable: '$.loop.count', NumericLessThan: 2 }),
      }),
    },
    {
      name: 'and 1.6 that it is set to in each round',
      definition: loop(add('States.MathAdd($.loop.count, 1)', { Next: 'More?' }), {
        Work: begin({ Result: { count: 1.6 }, ResultPath: '$.loop', Next: 'Step' }),
        'More?': below({ Variable: '$.loop.count', NumericLessThan: 3, Next: 'Work' }),
      }),
    },
    {
      name: 'a setting ends the loop at once, or not at all',
      definition: {
        StartAt: 'Which',
        States: {
          Which: {
            Type: 'Choice',
            Choices: [{ Variable: '$.fast', BooleanEquals: true, Next: 'Fast' }],
            Default: 'Begin',
          },
          Fast: begin({ Result: { count: 10 }, ResultPath: '$.loop' }),
          ...loop(pause()).States,
        },
      },
    },
    {
      name: 'how the loop goes on, not whether',
      definition: {
        StartAt: 'Begin',
        States: {
          Begin: begin(),
          Work: work({ Next: 'Done?' }),
          'Done?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.sent.ok', BooleanEquals: true, Next: 'Done' }],
            Default: 'More?',
          },
          'More?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.loop.count', NumericLessThan: 10, Next: 'Step' }],
            Default: 'Long',
          },
          Step: pause(),
          Long: pause({ Seconds: 500 }),
          Done: { Type: 'Succeed' },
        },
      },
    },
    {
      name: 'an inner loop that an outer one begins anew',
      definition: {
        StartAt: 'Outer',
        States: {
          Outer: begin(),
          Work: work(),
          'More?': { ...below(), Default: 'Again?' },
          Step: add('States.MathAdd($.loop.count, 1)'),
          'Again?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.sent.again', BooleanEquals: true, Next: 'Outer' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
    },
    {
      name: 'a bound that changes',
      definition: loop(
        { Type: 'Pass', Parameters: { 'rest.$': '$.sent.rest' }, ResultPath: '$.list', Next: 'Work' },
        { 'More?': below({ Variable: '$.loop.count', NumericLessThanPath: '$.list.rest' }) },
      ),
    },
    {
      name: 'away from a bound that changes',
      definition: jsonata({ i: '{% $i - 1 %}', last: '{% $last - 2 %}' }, '{% $i < $last %}', { i: 0, last: 5 }),
    },
    {
      name: 'up or down to a number that is to be met, which is not known',
      definition: jsonata({ i: '{% $i - 1 %}' }, undefined, undefined, { 'More?': until('{% $i = $last %}') }),
    },
    { name: 'JSONata: counted up', definition: jsonata({ i: '{% $i + 1 %}' }) },
    { name: 'JSONata: counted by what is not known', definition: jsonata({ i: '{% $states.input.next %}' }) },
    { name: 'JSONata: doubled', definition: jsonata({ i: '{% $i * 2 %}' }, '{% $i < 10 %}', { i: 1 }) },
    { name: 'JSONata: down to zero', definition: jsonata({ i: '{% $i - 1 %}' }, '{% 0 < $i %}', { i: 9 }) },
    {
      name: 'JSONata: the list gets shorter',
      definition: jsonata({ list: '{% $list[[1..9]] %}' }, '{% $i < $count($list) %}'),
    },
    { name: 'JSONata: data is not followed', definition: jsonata(undefined, '{% $states.input.count < 10 %}') },
    {
      name: 'a number that is met in steps of two',
      definition: jsonata({ i: '{% $i + 2 %}' }, undefined, undefined, { 'More?': until('{% $i = 6 %}') }),
    },
    {
      name: 'or by one of several starts',
      definition: jsonata({ i: '{% $i + 2 %}' }, undefined, undefined, {
        'More?': until('{% $i = 5 %}'),
        Other: { Type: 'Pass', Assign: { i: 1 }, Next: 'Work' },
      }),
    },
    {
      name: 'or by steps of which each alone would pass it',
      definition: jsonata({ i: '{% $i + 2 %}' }, undefined, undefined, {
        'More?': until('{% $i = 5 %}'),
        Work: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Assign: { i: '{% $i + 3 %}' },
          Next: 'More?',
        },
      }),
    },
    {
      name: 'passed, but compared so that this ends the loop',
      definition: jsonata({ i: '{% $i + 2 %}' }, undefined, undefined, { 'More?': until('{% $i >= 5 %}') }),
    },
    {
      name: 'a start that is not known',
      definition: jsonata(
        { i: '{% $i + 2 %}' },
        undefined,
        { i: '{% $states.input.first %}' },
        { 'More?': until('{% $i = 5 %}') },
      ),
    },
    {
      name: 'a number that is met, and asked to be other than',
      definition: jsonata({ i: '{% $i + 2 %}' }, '{% $i != 6 %}'),
    },
    { name: 'ways that are filled in', definition: loop(pause({ Next: '${Next}' })) },
  ],
  invalid: [
    {
      name: 'counted by nothing',
      definition: loop(add('States.MathAdd($.loop.count, 0)')),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" comes to 10, but none of them changes it; count the rounds in "$.loop.count"`,
          at: atTest,
        },
      ],
    },
    {
      name: 'the Default leads where the rule leads that has the bound',
      definition: asking([within], 'Work'),
      errors: [
        {
          message:
            '"More?" goes on to "Work" whether "$.loop.count" has come to 10 or not, so "Step" counts for nothing; lead out of the loop at 10',
          at: atRule(1, 'NumericLessThan'),
        },
      ],
    },
    {
      name: 'the same beside a status, and with the bound from above',
      definition: asking([{ ...beyond, Next: 'Work' }, running], 'Work'),
      errors: [{ messageId: 'undecided', at: atRule(1) }],
    },
    {
      name: 'the same in JSONata',
      definition: jsonata(
        { i: '{% $i + 1 %}' },
        '{% $done %}',
        { i: 0 },
        {
          'More?': {
            Type: 'Choice',
            Choices: [
              { Condition: '{% $states.input.done %}', Next: 'Done' },
              { Condition: '{% $i < 10 %}', Next: 'Step' },
            ],
            Default: 'Step',
          },
        },
      ),
      errors: [{ messageId: 'undecided', at: '/States/More?/Choices[1]/Condition' }],
    },
    {
      name: 'the rule that leads on comes before the bound, and the rest leads out',
      definition: asking([running, beyond], 'Done'),
      errors: [
        {
          message:
            '"More?" asks whether "$.loop.count" has come to 10 only after the rules that lead on in the loop, so "Step" counts for nothing; put the rule that leads to "Failed" before them',
          at: atRule(2),
        },
      ],
    },
    {
      name: 'the same with a Default that leads to the same message',
      definition: asking([running, { ...beyond, Next: 'Tell' }], 'Tell', {
        Tell: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Next: 'Failed' },
      }),
      errors: [{ messageId: 'late', at: atRule(2) }],
    },
    {
      name: 'never counted',
      definition: loop(pause()),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" comes to 10, but none of them changes it; count the rounds in "$.loop.count"`,
          at: atTest,
        },
      ],
    },
    {
      name: 'put into another place',
      definition: loop(add('States.MathAdd($.loop.count, 1)', { ResultPath: '$.rounds' })),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" comes to 10, but none of them changes it, only "$.rounds.count" is; count the rounds in "$.loop.count"`,
          at: atTest,
        },
      ],
    },
    {
      name: 'counted in the wrong direction and moved back',
      definition: moved('States.MathAdd($.count, -1)'),
      errors: [
        {
          message:
            '"Work", "More?" and others go round until "$.count" comes to 10, but "Back" counts it down by 1 in each round; count it up, or turn the comparison round',
          at: atTest,
        },
      ],
    },
    {
      name: 'set back by what is moved',
      definition: moved('$.count', {}, { Parameters: { sum: 0 } }),
      errors: [{ messageId: 'reset', at: atTest }],
    },
    {
      name: 'counted in the wrong direction',
      definition: loop(add('States.MathAdd($.loop.count, -1)')),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" comes to 10, but "Step" counts it down by 1 in each round; count it up, or turn the comparison round`,
          at: atTest,
        },
      ],
    },
    {
      name: 'upwards to a lower bound',
      definition: loop(add('States.MathAdd($.loop.count, 2)'), {
        'More?': below({ Variable: '$.loop.count', NumericGreaterThanEquals: 0 }),
      }),
      errors: [
        {
          message: /counts it up by 2 in each round; count it down/,
          at: '/States/More?/Choices[0]/NumericGreaterThanEquals',
        },
      ],
    },
    {
      name: 'away from a number that is to be met',
      definition: loop(add('States.MathAdd($.loop.count, -1)'), {
        'More?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.loop.count', NumericEquals: 3, Next: 'Done' }],
          Default: 'Step',
        },
      }),
      errors: [{ messageId: 'backwards', at: '/States/More?/Choices[0]/NumericEquals' }],
    },
    {
      name: 'past a number that is to be met',
      definition: loop(add('States.MathAdd($.loop.count, 2)'), {
        'More?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.loop.count', NumericEquals: 5, Next: 'Done' }],
          Default: 'Step',
        },
      }),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" is 5, but "Step" counts it up by 2 from 0, which never meets 5; end the loop at 5 or more, or change the step`,
          at: '/States/More?/Choices[0]/NumericEquals',
        },
      ],
    },
    {
      name: 'JSONata: down past zero',
      definition: jsonata({ i: '{% $i - 3 %}' }, undefined, { i: 10 }, { 'More?': until('{% $i = 0 %}') }),
      errors: [
        {
          message: `${wholeLoop} "$i" is 0, but "Step" counts it down by 3 from 10, which never meets 0; end the loop at 0 or less, or change the step`,
          at: atCondition,
        },
      ],
    },
    {
      name: 'past a number that it is asked to be other than',
      definition: jsonata({ i: '{% $i + 2 %}' }, '{% $i != 5 %}'),
      errors: [{ messageId: 'skipped', at: atCondition }],
    },
    {
      name: 'past a number, below a Not',
      definition: loop(add('States.MathAdd($.loop.count, 2)'), {
        'More?': below({ Not: { Variable: '$.loop.count', NumericEquals: 5 } }),
      }),
      errors: [{ messageId: 'skipped', at: '/States/More?/Choices[0]/Not/NumericEquals' }],
    },
    {
      name: 'handed on as it is',
      definition: loop(add('$.loop.count')),
      errors: [{ messageId: 'unchanged', at: atTest }],
    },
    {
      name: 'set to the same in each round',
      definition: loop({ Type: 'Pass', Result: { count: 0 }, ResultPath: '$.loop', Next: 'Work' }),
      errors: [
        {
          message: `${wholeLoop} "$.loop.count" comes to 10, but "Step" sets it to 0 in each round; set it before the loop only`,
          at: atTest,
        },
      ],
    },
    {
      name: 'counted down, and set on the way out only',
      definition: jsonata({ i: '{% $i - 1 %}' }, undefined, undefined, {
        'More?': {
          Type: 'Choice',
          Choices: [{ Condition: '{% $i >= 10 %}', Assign: { i: 0 }, Next: 'Done' }],
          Default: 'Step',
        },
      }),
      errors: [{ message: /but "Step" counts it down by 1 in each round; /, at: atCondition }],
    },
    {
      name: 'the loop goes back to where the counter begins',
      definition: loop(add('States.MathAdd($.loop.count, 1)', { Next: 'Begin' })),
      errors: [{ message: /but "Begin" sets it to 0 in each round; /, at: atTest }],
    },
    {
      name: 'around a Catch',
      definition: {
        StartAt: 'Begin',
        States: {
          Begin: begin({ Result: 0, ResultPath: '$.tries' }),
          Work: {
            ...work({ Next: 'Done' }),
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Tried?' }],
          },
          'Tried?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.tries', NumericGreaterThanEquals: 3, Next: 'Failed' }],
            Default: 'Pause',
          },
          Pause: pause(),
          Failed: { Type: 'Fail' },
          Done: { Type: 'Succeed' },
        },
      },
      errors: [{ messageId: 'unchanged', at: '/States/Tried?/Choices[0]/NumericGreaterThanEquals' }],
    },
    {
      name: 'from the input, called a counter',
      definition: loop(pause(), {
        Begin: begin({}),
        'More?': below({ Variable: '$.job.retryCount', NumericLessThan: 10 }),
      }),
      errors: [{ messageId: 'unchanged', at: atTest }],
    },
    {
      name: 'beside another condition',
      definition: loop(pause(), {
        'More?': {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.sent.ok', BooleanEquals: false },
                { Variable: '$.loop.count', NumericGreaterThan: 3 },
              ],
              Next: 'Done',
            },
          ],
          Default: 'Step',
        },
      }),
      errors: [{ messageId: 'unchanged', at: '/States/More?/Choices[0]/And[1]/NumericGreaterThan' }],
    },
    {
      name: 'up to the length of a list',
      definition: loop(add('$.loop.count'), {
        'More?': below({ Variable: '$.loop.count', NumericLessThanPath: '$.length' }),
      }),
      errors: [
        {
          message: /until "\$\.loop\.count" comes to "\$\.length", but none/,
          at: '/States/More?/Choices[0]/NumericLessThanPath',
        },
      ],
    },
    {
      name: 'a variable in JSONPath',
      definition: loop(pause({ Assign: { 'tires.$': 'States.MathAdd($tries, 1)' } }), {
        Begin: begin({ Assign: { tries: 0 } }),
        'More?': below({ Variable: '$tries', NumericLessThan: 10 }),
      }),
      errors: [{ message: /but none of them changes it, only "\$tires" is;/, at: atTest }],
    },
    {
      name: 'JSONata: never counted',
      definition: jsonata(undefined),
      errors: [{ message: /until "\$i" comes to 10, but none of them changes it; count/, at: atCondition }],
    },
    {
      name: 'JSONata: another variable',
      definition: jsonata({ j: '{% $i + 1 %}' }),
      errors: [{ message: /but none of them changes it, only "\$j" is;/, at: atCondition }],
    },
    {
      name: 'JSONata: in the wrong direction',
      definition: jsonata({ i: '{% $i - 1 %}' }),
      errors: [{ messageId: 'backwards', at: atCondition }],
    },
    {
      name: 'JSONata: away from a bound in a variable that nothing in the loop changes',
      definition: jsonata({ i: '{% $i - 1 %}' }, '{% $i < $last %}', { i: 0, last: '{% $states.input.pages %}' }),
      errors: [
        {
          message: `${wholeLoop} "$i" comes to "$last", but "Step" counts it down by 1 in each round; count it up, or turn the comparison round`,
          at: atCondition,
        },
      ],
    },
    {
      name: 'JSONata: up to the length of a list',
      definition: jsonata(undefined, '{% $count($list) > $i and $states.input.ok %}', {
        i: 0,
        list: '{% $states.input.list %}',
      }),
      errors: [{ message: /comes to "\$list"/, at: atCondition }],
    },
    {
      name: 'in a branch',
      definition: {
        StartAt: 'Both',
        States: { Both: { Type: 'Parallel', Branches: [loop(pause())], End: true } },
      },
      errors: [{ messageId: 'unchanged', at: '/States/Both/Branches[0]/States/More?/Choices[0]/NumericLessThan' }],
    },
  ],
});
