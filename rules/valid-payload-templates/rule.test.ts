import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object) => ({ StartAt: 'Charge', States: { Charge: { Type: 'Task', End: true, ...state } } });
const notAString = (key: string) =>
  `"${key}" ends in ".$", so its value must be a path or an intrinsic function call, as a string; drop the ".$" to pass the value literally`;
const notACall = (key: string) => `"${key}" must be a path beginning with "$" or an intrinsic function call`;

new AslRuleTester().run('valid-payload-templates', rule, {
  valid: [
    {
      definition: machine({
        Parameters: {
          'id.$': '$.id',
          'text.$': "States.Format('{}', $.id)",
          'who.$': '$$.Execution.Id',
          'total.$': '$total',
          currency: 'EUR',
        },
      }),
    },
    { name: 'keys that only look alike', definition: machine({ Parameters: { id$: 'a', '$.id': 'b', '.$id': 5 } }) },
    {
      name: 'names of prototypes',
      definition: machine({ Parameters: { '__proto__.$': '$.a', 'constructor.$': '$.b', 'toString.$': '$.c' } }),
    },
    {
      name: 'constants in Assign, arrays included',
      definition: machine({ Assign: { days: [1, 2, 3], rate: 0.5, none: null } }),
    },
    { name: 'a Result is literal', definition: machine({ Type: 'Pass', Result: { 'id.$': 5, id: 6 } }) },
    {
      name: 'JSONata has no such keys',
      definition: machine({ QueryLanguage: 'JSONata', Arguments: { 'id.$': 5, id: 6 }, Assign: {} }),
    },
    {
      name: 'the same name at another depth',
      definition: machine({ Parameters: { 'id.$': '$.id', order: { id: 1 } } }),
    },
    {
      name: 'placeholders',
      definition: machine({ Parameters: { 'id.$': '${Path}', 'text.$': '${Function}(1)', 'half.$': 'x${Rest}' } }),
    },
    {
      name: 'a value without quotes that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"id.$":${Path}},"End":true}}}',
    },
    {
      name: 'references of a template',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Charge
        States:
          Charge:
            Type: Task
            Resource: !GetAtt Charge.Arn
            Parameters:
              id.$: !Ref Path
              total.$: { Fn::Sub: '$.\${Total}' }
            End: true
`,
    },
    {
      name: 'a path that cannot be read is a finding of its own',
      definition: machine({ Parameters: { 'id.$': '$.[', 'n.$': 'States.Nothing()' } }),
    },
    { name: 'ErrorPath is a finding of its own', definition: machine({ Type: 'Fail', ErrorPath: 'x' }) },
  ],
  invalid: [
    {
      definition: machine({ Parameters: { 'currency.$': 'EUR', 'empty.$': '' } }),
      errors: [
        {
          message: `${notACall('currency.$')}; drop the ".$" to pass "EUR" literally`,
          at: '/States/Charge/Parameters/currency.$',
        },
        { message: `${notACall('empty.$')}; write one, or drop the ".$"`, at: '/States/Charge/Parameters/empty.$' },
      ],
    },
    {
      name: 'a long text is cut',
      definition: machine({ Parameters: { 'text.$': 'x'.repeat(1000) } }),
      errors: [
        {
          message: `${notACall('text.$')}; drop the ".$" to pass "${'x'.repeat(60)}…" literally`,
          at: '/States/Charge/Parameters/text.$',
        },
      ],
    },
    {
      name: 'values that are no strings, in every template and at any depth',
      definition: machine({
        Parameters: { list: [{ 'count.$': 5 }] },
        ResultSelector: { 'ids.$': ['$.a', '$.b'] },
        Assign: { 'order.$': { 'id.$': null } },
        Credentials: { 'RoleArn.$': 'arn:aws:iam::123456789012:role/pay' },
      }),
      errors: [
        { message: notAString('count.$'), at: '/States/Charge/Parameters/list[0]/count.$' },
        { message: notAString('ids.$'), at: '/States/Charge/ResultSelector/ids.$' },
        { message: notAString('order.$'), at: '/States/Charge/Assign/order.$' },
        { message: notAString('id.$'), at: '/States/Charge/Assign/order.$/id.$' },
        {
          message: `${notACall('RoleArn.$')}; drop the ".$" to pass "arn:aws:iam::123456789012:role/pay" literally`,
          at: '/States/Charge/Credentials/RoleArn.$',
        },
      ],
    },
    {
      name: 'the templates of a Map',
      definition: machine({
        Type: 'Map',
        ItemSelector: { 'id.$': true },
        ItemBatcher: { BatchInput: { 'shop.$': 'north' } },
        ItemReader: { Parameters: { 'Bucket.$': 'orders' } },
      }),
      errors: [
        { message: notAString('id.$'), at: '/States/Charge/ItemSelector/id.$' },
        {
          message: `${notACall('shop.$')}; drop the ".$" to pass "north" literally`,
          at: '/States/Charge/ItemBatcher/BatchInput/shop.$',
        },
        {
          message: `${notACall('Bucket.$')}; drop the ".$" to pass "orders" literally`,
          at: '/States/Charge/ItemReader/Parameters/Bucket.$',
        },
      ],
    },
    {
      name: 'two keys that become one',
      definition: machine({
        Parameters: { id: 1, order: [{ 'id.$': '$.id', id: 2 }], ['__proto__']: 3, '__proto__.$': '$.a' },
      }),
      errors: [
        {
          message: '"id.$" becomes "id", which is there already; remove one of the two',
          at: '/States/Charge/Parameters/order[0]/id.$',
          part: 'key',
        },
        {
          message: '"__proto__.$" becomes "__proto__", which is there already; remove one of the two',
          at: '/States/Charge/Parameters/__proto__.$',
          part: 'key',
        },
      ],
    },
    {
      name: 'a state of its own query language',
      definition: { QueryLanguage: 'JSONPath', ...machine({ Assign: { 'total.$': 'total', total: 1 } }) },
      errors: [
        {
          message: '"total.$" becomes "total", which is there already; remove one of the two',
          at: '/States/Charge/Assign/total.$',
          part: 'key',
        },
        {
          message: `${notACall('total.$')}; drop the ".$" to pass "total" literally`,
          at: '/States/Charge/Assign/total.$',
        },
      ],
    },
  ],
});
