import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], ...more, States });
const pass = (more: object = { End: true }) => ({ Type: 'Pass', ...more });
const parallel = (States: object, more: object = { End: true }) => ({
  Type: 'Parallel',
  Branches: [machine(States)],
  ...more,
});
const start = (Next: string) => pass({ Assign: { id: 1 }, Next });

new AslRuleTester().run('no-unused-variables', rule, {
  valid: [
    { definition: machine({ Start: start('Use'), Use: pass({ OutputPath: '$id', End: true }) }) },
    {
      name: 'in an intrinsic call, a filter, JSONata and inside',
      definition: machine({
        Start: pass({ Assign: { a: 1, b: 2, c: 3, d: 4 }, Next: 'Use' }),
        Use: pass({ Parameters: { 'x.$': "States.Format('{}', $a)", 'y.$': '$.l[?(@.n == $b)]' }, Next: 'More' }),
        More: pass({ QueryLanguage: 'JSONata', Output: '{% "a" & $c %}', Next: 'Both' }),
        Both: parallel({ Deep: pass({ OutputPath: '$d', End: true }) }),
      }),
    },
    {
      name: 'a counter that is tested',
      definition: machine(
        {
          Start: pass({ Assign: { n: 0 }, Next: 'Count' }),
          Count: pass({ Assign: { n: '{% $n + 1 %}' }, Next: 'Enough' }),
          Enough: { Type: 'Choice', Choices: [{ Condition: '{% $n > 3 %}', Next: 'Done' }], Default: 'Count' },
          Done: { Type: 'Succeed' },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'what another variable is made of',
      definition: machine(
        {
          Start: pass({ Assign: { a: 1 }, Next: 'Use' }),
          Use: pass({ Assign: { b: { c: '{% $a %}' } }, Output: '{% $b %}', End: true }),
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'a payload that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"id":1},"Next":"B"},"B":{"Type":"Pass","Parameters":${Payload},"End":true}}}',
    },
    {
      name: 'what a function of the source makes of a text that reads one',
      filename: 'machine.ts',
      code: `export const machine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Start',
  States: {
    Start: { Type: 'Pass', Assign: { id: '{% $states.input.id %}' }, Next: 'Load' },
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: queue, MessageBody: { type: 'load', ...messageOf('{% $id %}') } },
      End: true,
    },
  },
};
`,
    },
    {
      name: 'a part that the source makes, which may read any',
      filename: 'machine.ts',
      code: `export const machine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Start',
  States: {
    Start: { Type: 'Pass', Assign: { id: '{% $states.input.id %}' }, Next: 'Load' },
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: queue, MessageBody: { body: bodyOf(order) } },
      End: true,
    },
  },
};
`,
    },
    ...[
      {
        name: 'what may be left as it is, by another rule or by an error',
        States: {
          Start: pass({ Assign: { mode: 'a' }, Next: 'Which' }),
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.b %}', Assign: { mode: 'b' }, Next: 'Use' }],
            Default: 'Load',
          },
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Assign: { mode: 'c' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Use' }],
            Next: 'Use',
          },
          Use: pass({ Output: '{% $mode %}' }),
        },
      },
      {
        name: 'what the next value is made of, or a branch reads',
        States: {
          Start: pass({ Assign: { n: 1, m: 1 }, Next: 'Both' }),
          Both: parallel({ Deep: pass({ Output: '{% $m %}' }) }, { Assign: { m: 2 }, Next: 'Add' }),
          Add: pass({ Assign: { n: '{% $n + 1 %}' }, Output: '{% [$n, $m] %}' }),
        },
      },
      {
        name: 'what is made known, with nothing in it',
        States: {
          Start: pass({ Assign: { a: null, b: '', c: [], d: {}, e: '{% [] %}' }, Next: 'Load' }),
          Load: pass({ Assign: { a: 1, b: 1, c: 1, d: 1, e: 1 }, Next: 'Use' }),
          Use: pass({ Output: '{% [$a, $b, $c, $d, $e] %}' }),
        },
      },
      {
        name: 'what only some ways assign again, the others ending before',
        States: {
          Start: pass({ Assign: { mode: 'a' }, Next: 'Which' }),
          Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.b %}', Next: 'Done' }], Default: 'Set' },
          Set: pass({ Assign: { mode: 'b' }, Next: 'Use' }),
          Use: pass({ Output: '{% $mode %}' }),
          Done: { Type: 'Succeed' },
        },
      },
    ].map(({ name, States }) => ({ name, definition: machine(States, { QueryLanguage: 'JSONata' }) })),
  ],
  invalid: [
    {
      name: 'a value that another one takes the place of before it is read',
      definition: machine(
        {
          Start: pass({ Assign: { mode: 'a', n: 0 }, Next: 'Which' }),
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input.b %}', Assign: { mode: 'b' }, Next: 'Use' }],
            Default: 'Load',
          },
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Assign: { mode: 'c' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Use',
          },
          Use: pass({ Output: '{% [$mode, $n] %}' }),
          Failed: { Type: 'Fail' },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message:
            'this value of "mode" is never read, for "Which" or "Load" assigns another one first; read it in between, or remove the assignment that is too much',
          at: '/States/Start/Assign/mode',
          part: 'key',
        },
      ],
    },
    {
      name: 'the same in JSONPath, over and over in a loop',
      definition: machine({
        Start: pass({ Assign: { 'n.$': '$.n' }, Next: 'Reset' }),
        Reset: pass({ Assign: { n: 0 }, Next: 'Enough' }),
        Enough: {
          Type: 'Choice',
          Choices: [{ Variable: '$n', NumericGreaterThan: 3, Next: 'Done' }],
          Default: 'Reset',
        },
        Done: { Type: 'Succeed' },
      }),
      errors: [{ messageId: 'overwritten', at: '/States/Start/Assign/n.$', part: 'key' }],
    },
    {
      definition: machine({ Start: start('Done'), Done: pass() }),
      errors: [
        {
          message: '"id" is assigned and never read; read it as "$id", or remove it',
          at: '/States/Start/Assign/id',
          part: 'key',
        },
      ],
    },
    ...[
      { QueryLanguage: 'JSONata', Assign: { tries: '{% $tries + 1 %}', list: { all: '{% [$list.all, 1] %}' } } },
      { Assign: { 'tries.$': 'States.MathAdd($tries, 1)', list: { 'all.$': 'States.Array($list.all)' } } },
    ].map((count) => ({
      name: `only read to be assigned again, in ${count.QueryLanguage ?? 'JSONPath'}`,
      definition: machine({
        Start: pass({ Assign: { tries: 0, list: { all: [] } }, Next: 'Count' }),
        Count: pass({ ...count, End: true }),
      }),
      errors: [
        {
          message:
            '"tries" is only read to be assigned again; use it as "$tries", as in the Choice that it should end a loop by, or remove it',
          at: '/States/Start/Assign/tries',
          part: 'key' as const,
        },
        { messageId: 'updated' as const, at: '/States/Start/Assign/list', part: 'key' as const },
      ],
    })),
    {
      name: 'only once, and with its suffix',
      definition: machine({
        Start: pass({ Assign: { 'id.$': '$.id' }, Next: 'Again' }),
        Again: pass({ Assign: { id: 2 }, End: true }),
      }),
      errors: [{ messageId: 'unused', at: '/States/Start/Assign/id.$', part: 'key' }],
    },
    {
      name: 'of a branch, read outside of it',
      definition: machine({
        Both: parallel({ Start: start('Done'), Done: pass() }, { Next: 'Use' }),
        Use: pass({ OutputPath: '$id', End: true }),
      }),
      errors: [
        {
          message:
            '"id" is assigned and never read inside this branch or iteration, with which it ends; read it as "$id", or remove it',
          at: '/States/Both/Branches[0]/States/Start/Assign/id',
          part: 'key',
        },
      ],
    },
    {
      name: 'a name that only begins like one that is read',
      definition: machine({
        Start: start('Use'),
        Use: pass({ OutputPath: '$.id', Next: 'Other' }),
        Other: pass({ OutputPath: '$idx', End: true }),
      }),
      errors: [{ messageId: 'unused', at: '/States/Start/Assign/id', part: 'key' }],
    },
    {
      name: 'beside values of the source that name a thing',
      filename: 'main.tf',
      code: `resource "aws_sfn_state_machine" "load" {
  definition = jsonencode({
    QueryLanguage = "JSONata"
    StartAt       = "Start"
    States = {
      Start = { Type = "Pass", Assign = { id = "{% $states.input.id %}" }, Next = "Load" }
      Load = {
        Type      = "Task"
        Resource  = "arn:aws:states:::sqs:sendMessage"
        Arguments = { QueueUrl = aws_sqs_queue.orders[0].url, MessageBody = "load" }
        End       = true
      }
    }
  })
}
`,
      errors: [{ messageId: 'unused', line: 6, column: 43, endLine: 6, endColumn: 45 }],
    },
  ],
});
