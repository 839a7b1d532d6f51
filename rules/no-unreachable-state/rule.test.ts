import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, StartAt = 'Receive') => ({ StartAt, States });
const pass = (Next: string) => ({ Type: 'Pass', Next });
const end = { Type: 'Pass', End: true };
const branch = (States: object) => ({ StartAt: 'Pack', States });

new AslRuleTester().run('no-unreachable-state', rule, {
  valid: [
    { definition: machine({ Receive: pass('Ship'), Ship: end }) },
    {
      name: 'every kind of transition counts',
      definition: machine({
        Receive: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Next: 'Choose',
          Catch: [{ Next: 'Caught' }],
        },
        Choose: { Type: 'Choice', Choices: [{ And: [], Next: 'ByRule' }], Default: 'ByDefault' },
        Caught: end,
        ByRule: end,
        ByDefault: end,
      }),
    },
    {
      name: 'a loop',
      definition: machine({
        Receive: pass('Check'),
        Check: { Type: 'Choice', Choices: [{ Next: 'Receive' }], Default: 'Done' },
        Done: end,
      }),
    },
    {
      name: 'names of prototypes',
      definition: machine({ Receive: pass('__proto__'), ['__proto__']: pass('constructor'), constructor: end }),
    },
    {
      name: 'no terminal state: AWS does not walk then',
      definition: machine({ Receive: pass('Receive'), Ship: pass('Ship') }),
    },
    { name: 'StartAt names no state', definition: machine({ Receive: end, Ship: end }, 'Recieve') },
    { name: 'no StartAt', definition: { States: { Receive: end, Ship: end } } },
    {
      name: 'a Next that is filled in on deployment',
      definition: machine({ Receive: pass('${NextState}'), Ship: end }),
    },
    {
      name: 'a name that is filled in on deployment',
      definition: machine({ Receive: pass('Shop-Ship'), '${Shop}-Ship': pass('Done'), Done: end }),
    },
    {
      name: 'the same placeholder as name and as target',
      definition: machine({ '${Shop}-Receive': pass('${Shop}-Ship'), '${Shop}-Ship': end }, '${Shop}-Receive'),
    },
    { name: 'a StartAt that is filled in on deployment', definition: machine({ Receive: end, Ship: end }, '${First}') },
    {
      name: 'a state of unknown type may lead anywhere',
      definition: machine({ Receive: { Type: 'Taks', Next: 'Ship' }, Ship: end }),
    },
    {
      name: 'a field whose name is filled in on deployment may be a transition',
      definition: machine({ Receive: { Type: 'Pass', '${Field}': 'Ship' }, Ship: end }),
    },
    {
      name: 'a Catch that is filled in on deployment',
      code: '{"StartAt":"Receive","States":{"Receive":{"Type":"Task","Catch":${Catch},"End":true},"Failed":{"Type":"Fail"}}}',
    },
    {
      name: 'a Catcher that is filled in on deployment',
      code: '{"StartAt":"Receive","States":{"Receive":{"Type":"Task","Catch":[${Catcher}],"End":true},"Failed":{"Type":"Fail"}}}',
    },
    {
      name: 'Choices that are filled in on deployment',
      code: '{"StartAt":"Receive","States":{"Receive":{"Type":"Choice","Choices":${Choices},"Default":"Ship"},"Ship":{"Type":"Succeed"},"Failed":{"Type":"Fail"}}}',
    },
    {
      name: 'a state that is filled in on deployment',
      code: '{"StartAt":"Receive","States":{"Receive":${Receive},"Ship":{"Type":"Succeed"},"Failed":{"Type":"Fail"}}}',
    },
    {
      name: 'a Catch that a template refers to',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Receive
        States:
          Receive: { Type: Task, Resource: !GetAtt Receive.Arn, Catch: !Ref Catchers, End: true }
          Failed: { Type: Fail }
`,
    },
  ],
  invalid: [
    {
      definition: machine({ Receive: { ...end, Comment: 'forgot Next' }, Ship: end }),
      errors: [
        {
          message: '"Ship" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/Ship',
          part: 'key',
        },
      ],
    },
    {
      name: 'a state that leads to itself only',
      definition: machine({ Receive: end, Poll: { Type: 'Wait', Seconds: 5, Next: 'Poll' } }),
      errors: [
        {
          message: '"Poll" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/Poll',
          part: 'key',
        },
      ],
    },
    {
      name: 'an island: each is the target of a transition, and none can be reached',
      definition: machine({ Receive: end, Refund: pass('Notify'), Notify: pass('Refund') }),
      errors: [
        {
          message:
            '"Refund" cannot be reached from "StartAt": it is entered only from "Notify", out of reach as well; remove it or add a transition to it',
          at: '/States/Refund',
          part: 'key',
        },
        {
          message:
            '"Notify" cannot be reached from "StartAt": it is entered only from "Refund", out of reach as well; remove it or add a transition to it',
          at: '/States/Notify',
          part: 'key',
        },
      ],
    },
    {
      name: 'of many sources a few are named, and each once',
      definition: machine({
        Receive: end,
        ...Object.fromEntries(
          ['A', 'B', 'C', 'D'].map((name) => [name, { Type: 'Choice', Choices: [{ Next: 'Sink' }], Default: 'Sink' }]),
        ),
        Sink: end,
      }),
      errors: [
        ...['A', 'B', 'C', 'D'].map((name) => ({
          message: `"${name}" cannot be reached from "StartAt"; remove it or add a transition to it`,
          at: `/States/${name}`,
          part: 'key' as const,
        })),
        {
          message:
            '"Sink" cannot be reached from "StartAt": it is entered only from "A", "B" and others, out of reach as well; remove it or add a transition to it',
          at: '/States/Sink',
          part: 'key',
        },
      ],
    },
    {
      name: 'in a branch, under JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...machine({
          Receive: {
            Type: 'Parallel',
            Branches: [branch({ Pack: end }), branch({ Pack: end, Label: end })],
            End: true,
          },
        }),
      },
      errors: [
        {
          message: '"Label" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/Receive/Branches[1]/States/Label',
          part: 'key',
        },
      ],
    },
    {
      name: 'an unknown transition of an inner scope says nothing of the outer one',
      definition: machine({
        Receive: { Type: 'Map', ItemProcessor: branch({ Pack: pass('${Next}'), Label: end }), End: true },
        Ship: end,
      }),
      errors: [
        {
          message: '"Ship" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/Ship',
          part: 'key',
        },
      ],
    },
    {
      name: 'a Retry or Branches that are filled in on deployment lead nowhere',
      code: '{"StartAt":"Receive","States":{"Receive":{"Type":"Parallel","Retry":${Retry},"Branches":${Branches},"End":true},"Failed":{"Type":"Fail"}}}',
      errors: [
        {
          message: '"Failed" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/Failed',
          part: 'key',
        },
      ],
    },
    {
      name: 'a state named like a prototype',
      definition: machine({ Receive: end, constructor: end }),
      errors: [
        {
          message: '"constructor" cannot be reached from "StartAt"; remove it or add a transition to it',
          at: '/States/constructor',
          part: 'key',
        },
      ],
    },
  ],
});
