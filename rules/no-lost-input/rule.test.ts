import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ResultPath: '$.result' };
const Catch = (more: object) => [{ ErrorEquals: ['States.ALL'], ...more }];
const Use = { Type: 'Pass', Parameters: { 'id.$': '$.orderId' }, End: true };
const whole = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'any', 'Payload.$': '$' },
  End: true,
};

const inJsonata = (Output: string, catcher: object = {}) =>
  machine(
    {
      Work: {
        Type: 'Task',
        Resource: work.Resource,
        Output: '{% $states.input %}',
        Catch: Catch({ ...catcher, Next: 'Use' }),
        Next: 'Use',
      },
      Use: { Type: 'Pass', Output, End: true },
    },
    { QueryLanguage: 'JSONata' },
  );

new AslRuleTester().run('no-lost-input', rule, {
  valid: [
    {
      name: 'who is told of two failures gets the input each time',
      definition: machine({
        Work: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Tell' }), Next: 'Ship' },
        Ship: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Tell' }), End: true },
        Tell: whole,
      }),
    },
    {
      name: 'who is told of two failures reads only the error',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Tell' }), Next: 'Ship' },
        Ship: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Tell' }), End: true },
        Tell: { ...whole, Parameters: { FunctionName: 'any' } },
      }),
    },
    {
      name: 'who is told of the failure gets the error',
      definition: machine({ Work: { ...work, Catch: Catch({ Next: 'Tell' }), Next: 'Use' }, Use, Tell: whole }),
    },
    {
      name: 'a compensation that is told by the context object what to undo',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Refund' }), Next: 'Use' },
        Use,
        Refund: { ...whole, Parameters: { 'Payload.$': '$', 'Order.$': '$$.Execution.Input.order' } },
      }),
    },
    {
      name: 'a compensation that gets the input with the error in it',
      definition: machine({
        Work: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Refund' }), Next: 'Use' },
        Use,
        Refund: whole,
      }),
    },
    {
      name: 'a ResultPath keeps the input',
      definition: machine({
        Work: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Use' }), Next: 'Use' },
        Use,
      }),
    },
    {
      name: 'null keeps it, too',
      definition: machine({ Work: { ...work, Catch: Catch({ ResultPath: null, Next: 'Use' }), Next: 'Use' }, Use }),
    },
    {
      name: 'nobody reads it',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Failed' }), Next: 'Use' },
        Use,
        Failed: { Type: 'Fail', ErrorPath: '$.Error', CausePath: '$.Cause' },
      }),
    },
    {
      name: 'on every way: a finding of no-missing-paths',
      definition: machine({ Work: { ...work, Catch: Catch({ Next: 'Use' }), End: true }, Use }),
    },
    {
      name: 'a state in between brings something else',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Load' }), Next: 'Use' },
        Load: { ...work, ResultPath: '$', Next: 'Use' },
        Use,
      }),
    },
    {
      name: 'a Choice in between keeps the error away',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Failed?' }), Next: 'Failed?' },
        'Failed?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.Error', IsPresent: true, Next: 'Failed' }],
          Default: 'Use',
        },
        Use,
        Failed: { Type: 'Fail' },
      }),
    },
    {
      name: 'JSONata that hands the input on',
      definition: inJsonata('{% $states.input.orderId %}', {
        Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}',
      }),
    },
    ...[
      '{% $exists($states.input.orderId) ? $states.input.orderId : "unknown" %}',
      '{% $states.input.orderId ? "order" : "unknown" %}',
    ].map((Output) => ({ name: 'JSONata that asks whether it is there', definition: inJsonata(Output) })),
    {
      name: 'placeholders',
      definition: machine({
        Work: { ...work, Catch: Catch({ ResultPath: '${Path}', Next: 'Use' }), Next: 'Use' },
        Use,
      }),
    },
  ],
  invalid: [
    {
      name: 'who is told of two failures gets the input once only',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Tell' }), Next: 'Ship' },
        Ship: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'Tell' }), End: true },
        Tell: whole,
      }),
      errors: [
        {
          message:
            'The Catch of "Work" drops the input, so all that "Tell" gets is "Error" and "Cause", where the Catch of "Ship" hands on the input as well; keep the input by a "ResultPath" such as "$.error"',
          at: '/States/Work/Catch[0]/Next',
          part: 'member',
        },
      ],
    },
    {
      name: 'a compensation that gets the error as a whole',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Note' }), Next: 'Use' },
        Use,
        Note: { Type: 'Pass', Next: 'Refund card' },
        'Refund card': whole,
      }),
      errors: [
        {
          message:
            'The Catch of "Work" drops the input, so all that "Refund card" gets is "Error" and "Cause" and not what it is to undo (on the way "Work" (Catch) > "Note" > "Refund card"); keep the input by a "ResultPath" such as "$.error"',
          at: '/States/Work/Catch[0]/Next',
          part: 'member',
        },
      ],
    },
    {
      name: 'what is read inside a state that the Catch leads to',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'All' }), Next: 'Check' },
        Check: { ...work, Catch: Catch({ ResultPath: '$.error', Next: 'All' }), End: true },
        All: { Type: 'Parallel', Branches: [machine({ Use })], End: true },
      }),
      errors: [
        {
          message:
            'The Catch of "Work" drops the input, and "Use" reads "$.orderId" of it (on the way "Work" (Catch) > "All"); keep the input by a "ResultPath" such as "$.error"',
          at: '/States/Work/Catch[0]/Next',
          part: 'member',
        },
      ],
    },
    {
      name: 'in JSONata, in a branch',
      definition: machine(
        {
          Both: {
            Type: 'Parallel',
            Branches: [
              machine({
                Work: { Type: 'Task', Resource: work.Resource, Catch: Catch({ Next: 'releaseSeat' }), End: true },
                releaseSeat: {
                  Type: 'Task',
                  Resource: 'arn:aws:states:::lambda:invoke',
                  Arguments: { FunctionName: 'release', Payload: '{% $states.input %}' },
                  End: true,
                },
              }),
            ],
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'whole', at: '/States/Both/Branches[0]/States/Work/Catch[0]/Next', part: 'member' }],
    },
    {
      name: 'a later state reads it',
      definition: machine({
        Work: { ...work, Catch: Catch({ Next: 'Wait' }), Next: 'Use' },
        Wait: { Type: 'Wait', Seconds: 1, Next: 'Use' },
        Use,
      }),
      errors: [
        {
          message:
            'The Catch of "Work" drops the input, and "Use" reads "$.orderId" of it (on the way "Work" (Catch) > "Wait" > "Use"); keep the input by a "ResultPath" such as "$.error"',
          at: '/States/Work/Catch[0]/Next',
          part: 'member',
        },
      ],
    },
    {
      name: 'each Catch once, by the ResultPath that says so',
      definition: machine({
        First: { ...work, Catch: Catch({ ResultPath: '$', Next: 'Use' }), Next: 'Second' },
        Second: { ...work, Catch: Catch({ Next: 'Use' }), Next: 'Use' },
        Use: { Type: 'Pass', Parameters: { 'id.$': '$.orderId', 'of.$': '$.customer' }, End: true },
      }),
      errors: [
        ['First', 'ResultPath'],
        ['Second', 'Next'],
      ].map(([state, field]) => ({
        messageId: 'lost' as const,
        data: {
          state,
          reader: 'Use',
          path: '$.orderId',
          way: state === 'First' ? '"First" (Catch) > "Use"' : '"First" > "Second" (Catch) > "Use"',
          remedy: 'a "ResultPath" such as "$.error"',
        },
        at: `/States/${state}/Catch[0]/${field}`,
        part: 'member' as const,
      })),
    },
    ...[
      "{% 'Order ' & $states.input.orderId & ' failed' %}",
      '{% $string($states.input.orderId) %}',
      '{% { "order": $states.input.orderId } %}',
    ].map((Output) => ({
      name: 'what JSONata leaves out of a text or an object',
      definition: inJsonata(Output),
      errors: [{ messageId: 'lost' as const, at: '/States/Work/Catch[0]/Next', part: 'member' as const }],
    })),
    {
      name: 'JSONata',
      definition: inJsonata('{% $states.input.orderId %}'),
      errors: [
        {
          message:
            'The Catch of "Work" drops the input, and "Use" reads "$states.input.orderId" of it (on the way "Work" (Catch) > "Use"); keep the input by an "Output" with $states.input in it',
          at: '/States/Work/Catch[0]/Next',
          part: 'member',
        },
      ],
    },
  ],
});
