import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const end = { Type: 'Pass', End: true };
const parallel = (...branches: object[]) => ({ Type: 'Parallel', Branches: branches.map(machine), End: true });
const map = (States: object) => ({ Type: 'Map', ItemProcessor: machine(States), End: true });
const message = (name: string, place: string) =>
  `"${name}" is also the name of a state ${place}, and names must be unique in the whole state machine; rename one of the two`;

new AslRuleTester().run('unique-state-names', rule, {
  valid: [
    { definition: machine({ Ship: parallel({ Pack: end }, { Label: end }) }) },
    { name: 'names differ by case', definition: machine({ Ship: parallel({ ship: end }, { SHIP: end }) }) },
    {
      name: 'names of prototypes',
      definition: machine({ constructor: parallel({ ['__proto__']: end }, { toString: end }) }),
    },
    {
      name: 'a duplicate key is a finding of its own',
      code: '{"StartAt":"Ship","States":{"Ship":{"Type":"Succeed"},"Ship":{"Type":"Succeed"}}}',
    },
    {
      name: 'two machines of one file',
      filename: 'template.yaml',
      code: `Resources:
  First: { Type: AWS::Serverless::StateMachine, Properties: { Definition: { StartAt: A, States: { A: { Type: Succeed } } } } }
  Second: { Type: AWS::Serverless::StateMachine, Properties: { Definition: { StartAt: A, States: { A: { Type: Succeed } } } } }
`,
    },
  ],
  invalid: [
    {
      name: 'two branches',
      definition: machine({ Ship: parallel({ Notify: end }, { Notify: end }) }),
      errors: [
        {
          message: message('Notify', 'inside "Ship"'),
          at: '/States/Ship/Branches[1]/States/Notify',
          part: 'key',
        },
      ],
    },
    {
      name: 'a state and one inside it',
      definition: machine({ 'Each item': map({ 'Each item': end }) }),
      errors: [
        {
          message: message('Each item', 'at the top level'),
          at: '/States/Each item/ItemProcessor/States/Each item',
          part: 'key',
        },
      ],
    },
    {
      name: 'three of one name, at any depth',
      definition: machine({ constructor: map({ Pack: parallel({ constructor: end }, { constructor: end }) }) }),
      errors: [0, 1].map((index) => ({
        message: message('constructor', 'at the top level'),
        at: `/States/constructor/ItemProcessor/States/Pack/Branches[${index}]/States/constructor`,
        part: 'key' as const,
      })),
    },
  ],
});
