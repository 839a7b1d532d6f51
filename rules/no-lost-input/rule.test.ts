import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', ResultPath: '$.result' };
const Catch = (more: object) => [{ ErrorEquals: ['States.ALL'], ...more }];
const Use = { Type: 'Pass', Parameters: { 'id.$': '$.orderId' }, End: true };

new AslRuleTester().run('no-lost-input', rule, {
  valid: [
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
      definition: machine(
        {
          Work: {
            Type: 'Task',
            Resource: work.Resource,
            Catch: Catch({ Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}', Next: 'Use' }),
            Next: 'Use',
          },
          Use: { Type: 'Pass', Output: '{% $states.input.orderId %}', End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
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
    {
      name: 'JSONata',
      definition: machine(
        {
          Work: {
            Type: 'Task',
            Resource: work.Resource,
            Output: '{% $states.input %}',
            Catch: Catch({ Next: 'Use' }),
            Next: 'Use',
          },
          Use: { Type: 'Pass', Output: '{% $states.input.orderId %}', End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
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
