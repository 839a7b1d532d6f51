import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const jsonata = (RoleArn: string) => machine({ Credentials: { RoleArn } }, { QueryLanguage: 'JSONata' });

new AslRuleTester().run('no-dynamic-role', rule, {
  valid: [
    { definition: machine({ Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/pay' } }) },
    { definition: machine({ Credentials: { RoleArn: '${Role}' } }) },
    {
      name: 'a state before may have decided on a variable',
      definition: machine({ Credentials: { 'RoleArn.$': '$role' } }),
    },
    { name: 'the role of the workflow', definition: machine({ Credentials: { 'RoleArn.$': '$$.Execution.RoleArn' } }) },
    { definition: jsonata("{% 'arn:aws:iam::' & '123456789012' & ':role/pay' %}") },
    { definition: jsonata('{% $states.context.Execution.RoleArn %}') },
    { definition: machine({ Parameters: { 'RoleArn.$': '$.role' } }) },
  ],
  invalid: [
    {
      definition: machine({ Credentials: { 'RoleArn.$': '$.role' } }),
      errors: [
        {
          message:
            '"$.role" decides whose rights the Task has, and whoever starts an execution may decide on that; name the role, or choose among roles that are written out in a Choice',
          at: '/States/Call/Credentials/RoleArn.$',
        },
      ],
    },
    {
      definition: machine({ Credentials: { 'RoleArn.$': "States.Format('arn:aws:iam::{}:role/pay', $.account)" } }),
      errors: [{ messageId: 'dynamic', at: '/States/Call/Credentials/RoleArn.$' }],
    },
    {
      definition: jsonata('{% $states.input.role %}'),
      errors: [{ messageId: 'dynamic', at: '/States/Call/Credentials/RoleArn' }],
    },
  ],
});
