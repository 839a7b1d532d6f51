import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], ...more, States });
const jsonata = (States: object) => machine(States, { QueryLanguage: 'JSONata' });
const pass = (more: object = { End: true }) => ({ Type: 'Pass', ...more });
const parallel = (States: object, more: object = { End: true }) => ({
  Type: 'Parallel',
  Branches: [machine(States)],
  ...more,
});
const map = (States: object, mode: string, more: object = { End: true }) => ({
  Type: 'Map',
  ItemProcessor: {
    ProcessorConfig: mode === 'INLINE' ? { Mode: mode } : { Mode: mode, ExecutionType: 'STANDARD' },
    ...machine(States),
  },
  ...more,
});
const invoke = 'arn:aws:states:::lambda:invoke';
const Catch = (Assign: object) => [{ ErrorEquals: ['States.ALL'], Assign, Next: 'Failed' }];

new AslRuleTester().run('no-undefined-variables', rule, {
  valid: [
    {
      name: 'assigned before',
      definition: machine({
        Start: pass({ Assign: { 'id.$': '$.id', table: 'orders' }, Next: 'Use' }),
        Use: pass({ Parameters: { 'id.$': '$id', 'text.$': "States.Format('{}', $table)" }, End: true }),
      }),
    },
    {
      name: 'assigned on some ways is a finding of its own',
      definition: jsonata({
        Route: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.a %}', Assign: { id: 1 }, Next: 'Use' }],
          Default: 'Use',
        },
        Use: pass({ Output: '{% $id %}', End: true }),
      }),
    },
    {
      name: 'assigned by a Catcher',
      definition: jsonata({
        Work: {
          Type: 'Task',
          Resource: invoke,
          Arguments: {},
          Catch: Catch({ error: '{% $states.errorOutput %}' }),
          End: true,
        },
        Failed: { Type: 'Fail', Cause: '{% $error.Cause %}' },
      }),
    },
    {
      name: 'seen from inside',
      definition: machine({
        Start: pass({ Assign: { id: 1 }, Next: 'Both' }),
        Both: parallel({ Each: map({ Use: pass({ Parameters: { 'id.$': '$id' }, End: true }) }, 'INLINE') }),
      }),
    },
    {
      name: 'handed to a distributed Map',
      definition: machine({
        Start: pass({ Assign: { id: 1 }, Next: 'Each' }),
        Each: map({ Use: pass({ Parameters: { 'id.$': '$.id' }, End: true }) }, 'DISTRIBUTED', {
          ItemSelector: { 'id.$': '$id' },
          End: true,
        }),
      }),
    },
    {
      name: 'tested before it is read',
      definition: machine({
        Route: { Type: 'Choice', Choices: [{ Variable: '$id', IsPresent: true, Next: 'Use' }], Default: 'Done' },
        Use: pass({ Parameters: { 'id.$': '$id' }, End: true }),
        Done: pass(),
      }),
    },
    {
      name: 'JSONata: bound in the expression, functions, and $states',
      definition: jsonata({
        Use: pass({
          Output: {
            a: '{% ($x := 1; $x + 1) %}',
            b: '{% $map($states.input.items, function($v, $i) { $v & $i }) %}',
            c: '{% $states.input.items ~> $sum %}',
            d: '{% $map($states.input.items, $string) %}',
            e: '{% $exists($id) ? $id : 0 %}',
          },
          End: true,
        }),
      }),
    },
    {
      name: 'an Assign that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":${Assign},"Next":"B"},"B":{"Type":"Pass","OutputPath":"$x","End":true}}}',
    },
    {
      name: 'a Map of a mode that is filled in',
      definition: machine({
        Start: pass({ Assign: { id: 1 }, Next: 'Each' }),
        Each: map({ Use: pass({ OutputPath: '$id', End: true }) }, '${Mode}'),
      }),
    },
    {
      name: 'a state that is out of reach',
      definition: machine({ Start: pass(), Use: pass({ OutputPath: '$id', End: true }) }),
    },
  ],
  invalid: [
    {
      name: 'a misspelt name',
      definition: machine({
        Start: pass({ Assign: { orderId: 1 }, Next: 'Use' }),
        Use: pass({
          Parameters: { 'id.$': '$orderID.x', 'text.$': "States.Format('{} {}', $.a, $orderId2)" },
          End: true,
        }),
      }),
      errors: [
        {
          message:
            '"$orderID" has no value here, so the state fails: nothing assigns it; use "$orderId", or assign it in a state before',
          at: '/States/Use/Parameters/id.$',
          find: '$orderID',
        },
        { messageId: 'failing', at: '/States/Use/Parameters/text.$', find: '$orderId2' },
      ],
    },
    {
      name: 'JSONata: fails, or gives nothing',
      definition: jsonata({
        Use: pass({
          Output: { a: '{% $count_ + 1 %}', b: '{% "no " & $count_ %}', c: '{% { "x": $total.sum } %}' },
          End: true,
        }),
      }),
      errors: [
        {
          message: '"$count_" has no value here, so the state fails: nothing assigns it; assign it in a state before',
          at: '/States/Use/Output/a',
          find: '$count_',
        },
        {
          message: '"$count_" has no value here, so it gives nothing: nothing assigns it; assign it in a state before',
          at: '/States/Use/Output/b',
          find: '$count_',
        },
        { messageId: 'nothing', at: '/States/Use/Output/c', find: '$total' },
      ],
    },
    {
      name: 'assigned too late, or by the state itself',
      definition: jsonata({
        Start: pass({ Assign: { id: 1 }, Output: '{% $id %}', Next: 'Late' }),
        Late: pass({ Assign: { total: 1 }, End: true }),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, so the state fails: only "Start" assigns it, which no way comes through before "Start"; assign it earlier',
          at: '/States/Start/Output',
          find: '$id',
        },
      ],
    },
    {
      name: 'of an Assign that the way skips',
      definition: jsonata({
        Work: {
          Type: 'Task',
          Resource: invoke,
          Arguments: {},
          Assign: { id: 1 },
          Catch: Catch({ error: '{% $states.errorOutput %}' }),
          End: true,
        },
        Failed: { Type: 'Fail', Cause: '{% $id %}' },
      }),
      errors: [{ messageId: 'failing', at: '/States/Failed/Cause', find: '$id' }],
    },
    {
      name: 'of a branch that is over',
      definition: machine({
        Both: parallel({ Inside: pass({ Assign: { id: 1 }, End: true }) }, { Next: 'Use' }),
        Use: pass({ OutputPath: '$id', End: true }),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, so the state fails: only "Inside" assigns it, inside another branch or iteration, whose variables end with it; return the value in its output, and assign "$id" here',
          at: '/States/Use/OutputPath',
          find: '$id',
        },
      ],
    },
    {
      name: 'outside of a distributed Map',
      definition: machine({
        Start: pass({ Assign: { id: 1 }, Next: 'Each' }),
        Each: map({ Use: pass({ Parameters: { 'id.$': '$id' }, End: true }) }, 'DISTRIBUTED'),
      }),
      errors: [
        {
          message:
            '"$id" has no value here, so the state fails: "Start" assigns it outside of the distributed Map "Each", whose child workflows see no variables of their parent; pass it as an item, with ItemSelector or BatchInput',
          at: '/States/Each/ItemProcessor/States/Use/Parameters/id.$',
          find: '$id',
        },
      ],
    },
  ],
});
