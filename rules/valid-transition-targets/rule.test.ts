import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, StartAt = 'Receive') => ({ StartAt, States });
const pass = (Next: string) => ({ Type: 'Pass', Next });
const end = { Type: 'Pass', End: true };
const otherScope =
  'a state of another "States" object, and no transition enters or leaves a branch or an item processor; name a state of the same object';
const noState = 'which is not a state; add it to "States", or name a state that is there';

new AslRuleTester().run('valid-transition-targets', rule, {
  valid: [
    { definition: machine({ Receive: pass('Ship order'), 'Ship order': end }) },
    {
      name: 'every kind of transition',
      definition: machine({
        Receive: { Type: 'Task', Next: 'Choose', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Choose' }] },
        Choose: { Type: 'Choice', Choices: [{ Next: 'Done' }], Default: 'Done' },
        Done: end,
      }),
    },
    {
      name: 'names of prototypes',
      definition: machine({ ['__proto__']: pass('constructor'), constructor: end }, '__proto__'),
    },
    { name: 'placeholders', definition: machine({ Receive: pass('${Next}'), Done: end }, '${First}') },
    {
      name: 'a name with a placeholder may become any name',
      definition: machine({ Receive: pass('Done'), '${Last}': end }),
    },
    { name: 'States that are filled in on deployment', code: '{"StartAt":"Receive","States":${States}}' },
    {
      name: 'values of a wrong type are a finding of their own',
      definition: { StartAt: 5, States: { Receive: { Type: 'Pass', Next: null } } },
    },
    {
      name: 'a state has no Default, and Succeed no Next',
      definition: machine({ Receive: { Type: 'Succeed', Next: 'Nowhere', Default: 'Nowhere' } }),
    },
    {
      name: 'each scope for itself',
      definition: machine({
        Receive: { Type: 'Parallel', Branches: [machine({ Pack: pass('Label'), Label: end }, 'Pack')], Next: 'Done' },
        Done: end,
      }),
    },
  ],
  invalid: [
    {
      name: 'StartAt',
      definition: machine({ Receive: end }, 'Begin'),
      errors: [{ message: `"StartAt" names "Begin", ${noState}`, at: '/StartAt' }],
    },
    {
      name: 'a name that differs in case',
      definition: machine({ Receive: pass('done'), Done: end }),
      errors: [
        {
          message: '"Next" names "done", which is not a state; did you mean "Done"?',
          at: '/States/Receive/Next',
          suggestions: [{ desc: 'Change to "Done"', output: machine({ Receive: pass('Done'), Done: end }) }],
        },
      ],
    },
    {
      name: 'the Next of rules and Catchers, and Default',
      definition: machine({
        Receive: { Type: 'Task', Next: 'Choose', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund' }] },
        Choose: { Type: 'Choice', Choices: [{ Next: '' }], Default: 'Nobody knows' },
      }),
      errors: [
        { message: `"Next" names "Refund", ${noState}`, at: '/States/Receive/Catch[0]/Next' },
        { message: `"Next" names "", ${noState}`, at: '/States/Choose/Choices[0]/Next' },
        { message: `"Default" names "Nobody knows", ${noState}`, at: '/States/Choose/Default' },
      ],
    },
    {
      name: 'out of a branch, and into an item processor',
      definition: machine({
        Receive: { Type: 'Parallel', Branches: [machine({ Pack: pass('Done') }, 'Pack')], Next: 'Label' },
        Done: { Type: 'Map', ItemProcessor: machine({ Label: end }, 'Label'), End: true },
      }),
      errors: [
        { message: `"Next" names "Done", ${otherScope}`, at: '/States/Receive/Branches[0]/States/Pack/Next' },
        { message: `"Next" names "Label", ${otherScope}`, at: '/States/Receive/Next' },
      ],
    },
    {
      name: 'a name of a prototype that is no state',
      definition: machine({ Receive: pass('constructor') }),
      errors: [{ message: `"Next" names "constructor", ${noState}`, at: '/States/Receive/Next' }],
    },
    {
      name: 'no suggestion of a name that would need quotes or escapes',
      definition: machine({ Receive: pass('no'), No: pass('Pack "now'), 'Pack "now"': end }),
      errors: [
        { message: '"Next" names "no", which is not a state; did you mean "No"?', at: '/States/Receive/Next' },
        {
          message: '"Next" names "Pack "now", which is not a state; did you mean "Pack "now""?',
          at: '/States/No/Next',
        },
      ],
    },
    {
      name: 'a machine in a template',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Recieve
        States: { Receive: { Type: Succeed } }
`,
      errors: [
        {
          message: '"StartAt" names "Recieve", which is not a state; did you mean "Receive"?',
          at: '/Resources/Orders/Properties/Definition/StartAt',
          suggestions: [
            {
              desc: 'Change to "Receive"',
              output: `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Receive
        States: { Receive: { Type: Succeed } }
`,
            },
          ],
        },
      ],
    },
  ],
});
